import browser from 'webextension-polyfill';
import { mayNotify } from './permissions';
import { text } from './text';

/** What a person is told outside of any page, if they have allowed that. */
export type Notice =
  | { of: 'pass-ending'; id: string; site: string; purpose: string }
  | { of: 'nudge'; question: string; category: string };

/** Shows a notification where that was allowed, and nothing where it was not. */
export async function notify(notice: Notice): Promise<void> {
  if (!(await mayNotify())) return;
  const { id, title, message } = worded(notice);
  await browser.notifications.create(id, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('icons/blocking-128.png'),
    title,
    message,
  });
}

function worded(notice: Notice): { id: string; title: string; message: string } {
  if (notice.of === 'nudge') {
    const { question, category } = notice;
    return { id: 'nudge', title: question, message: text('notice_nudge', category) };
  }
  const { id, site, purpose } = notice;
  return { id: `pass-${id}`, title: text('notice_pass_ending', site), message: purpose };
}
