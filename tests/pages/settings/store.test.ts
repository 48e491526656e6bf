import { expect, test } from 'vitest';
import { RequestError } from '../../../src/messages/request-error';
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

test('what was not answered may have been made, and the next change is built on that', async () => {
  const { client, state } = settingsBackground(BLOCKING);
  const store = createSettingsStore(client, async () => true);
  await store.getState().read();
  const { editSettings } = client;
  client.editSettings = async edit => {
    client.editSettings = editSettings;
    await editSettings(edit);
    throw new RequestError('unreachable');
  };
  const theme = (day: number, of: string) =>
    store.getState().save(({ themes }) => ({ edit: 'set-themes', themes: themes.with(day, of) }));
  const both = [theme(0, 'Dental clinics'), theme(1, 'Law firms')];
  expect(await Promise.all(both)).toEqual(['unreachable', null]);
  expect(state().settings.themes.slice(0, 2)).toEqual(['Dental clinics', 'Law firms']);
});
