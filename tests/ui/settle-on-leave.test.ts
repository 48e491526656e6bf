// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { settleOnLeave } from '../../src/ui/settle-on-leave';

test('whoever closes the page leaves its field', () => {
  document.body.innerHTML = '<textarea></textarea>';
  const field = document.querySelector('textarea') as HTMLTextAreaElement;
  const left = vi.fn();
  field.addEventListener('blur', left);
  const stop = settleOnLeave();
  field.focus();
  dispatchEvent(new Event('pagehide'));
  expect(left).toHaveBeenCalledTimes(1);
  field.focus();
  stop();
  dispatchEvent(new Event('pagehide'));
  expect(left).toHaveBeenCalledTimes(1);
});
