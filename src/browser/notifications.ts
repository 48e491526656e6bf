import browser from 'webextension-polyfill';
import { mayNotify } from './permissions';
import { text } from './text';

/** What a person is told outside of any page, if they have allowed that. */
export type Notice =
  | { of: 'pass-ending'; id: string; site: string; purpose: string }
  | { of: 'nudge'; question: string; category: string }
  | { of: 'start'; theme: string }
  | { of: 'evening'; rock: string; isDone: boolean };

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
  switch (notice.of) {
    case 'nudge':
      return { id: notice.of, title: notice.question, message: text('notice_nudge', notice.category) };
    case 'start':
      return {
        id: notice.of,
        title: text('notice_start'),
        message: notice.theme || text('notice_start_how'),
      };
    case 'evening': {
      const { rock, isDone } = notice;
      const message = text(isDone ? 'notice_evening_done' : 'notice_evening_open', rock);
      return { id: notice.of, title: text('notice_evening'), message };
    }
    case 'pass-ending': {
      const { id, site, purpose } = notice;
      return { id: `pass-${id}`, title: text('notice_pass_ending', site), message: purpose };
    }
  }
}
