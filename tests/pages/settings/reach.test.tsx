// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { ReachList } from '../../../src/pages/settings/reach-list';
import { press, settle, show } from '../screen';

test('the keys are shown as they are, read again after they were changed, and changed by the browser', async () => {
  let keys = 'Alt+Shift+D';
  const change = vi.fn(async () => undefined);
  const list = async () => [
    { what: 'command_done' as const, keys },
    { what: 'command_add' as const, keys: '' },
  ];
  show(<ReachList reach={{ list, change }}>{null}</ReachList>);
  await settle();
  const said = () => [...document.querySelectorAll('dd')].map(({ textContent }) => textContent);
  expect(said()).toEqual(['Alt+Shift+D', 'no key']);
  await press('Change keys');
  expect(change).toHaveBeenCalledOnce();
  keys = 'Alt+D';
  dispatchEvent(new Event('focus'));
  await settle();
  expect(said()).toEqual(['Alt+D', 'no key']);
});
