import { expect, test } from 'vitest';
import { createSettingsStore } from '../../../src/pages/settings/store';
import { BLOCKING, settingsBackground } from '../../fakes/settings-background';

test('what is typed last goes out before anything is waited for: the page may be closing', async () => {
  const { client } = settingsBackground(BLOCKING);
  const store = createSettingsStore(client, async () => true);
  await store.getState().read();
  client.readSettings = () => new Promise(() => undefined);
  const edit = { edit: 'set-better-things', betterThings: ['Call Dana at Acme'] } as const;
  void store.getState().save(() => edit);
  // As far as a page comes that is closed: no timer, no answer.
  for (let turn = 0; turn < 20; turn++) await undefined;
  expect(client.asked.at(-1)).toEqual({ request: 'editSettings', args: edit });
});
