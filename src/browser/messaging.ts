import browser, { type Runtime } from 'webextension-polyfill';
import type { Message, Transport } from '../messages/client';
import type { Asker } from '../messages/server';

const CHANGED = 'big-rock-changed';
const PASS_HERE = 'big-rock-pass-here';

/** How a page reaches the background. */
export function pageTransport(): Transport {
  return {
    send: (message: Message) => browser.runtime.sendMessage(message),
    onChanged(listener) {
      const onMessage = (message: unknown): undefined => {
        if (message === CHANGED) listener();
      };
      browser.runtime.onMessage.addListener(onMessage);
      return () => browser.runtime.onMessage.removeListener(onMessage);
    },
  };
}

/**
 * Answers messages from the extension's own pages. Web pages and other extensions have no way in: neither
 * `externally_connectable` nor `onMessageExternal` is used, and a sender outside our own origin is not answered.
 */
export function serveMessages(reply: (message: unknown, asker: Asker) => Promise<unknown>): void {
  const ownOrigin = browser.runtime.getURL('');
  const isOwnPage = (sender: Runtime.MessageSender) =>
    sender.id === browser.runtime.id && (sender.url ?? '').startsWith(ownOrigin);
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    if (!isOwnPage(sender)) return undefined;
    // The reply must be a native promise: Chrome's own `browser` takes no other thenable for one.
    return Promise.resolve(reply(message, { tabId: sender.tab?.id ?? null }));
  });
}

/** Has the block page in front of the person open its way on purpose. */
export async function broadcastPassHere(): Promise<void> {
  await browser.runtime.sendMessage(PASS_HERE).catch(() => undefined);
}

/** Calls back when this page, in front of the person, is to open its way on purpose. */
export function onPassHere(listener: () => void): void {
  browser.runtime.onMessage.addListener((message: unknown): undefined => {
    if (message === PASS_HERE && document.visibilityState === 'visible' && document.hasFocus()) listener();
  });
}

/** Tells every open page of the extension that something has changed. */
export async function broadcastChange(): Promise<void> {
  // With no page open there is nobody to receive it, which browsers report as an error.
  await browser.runtime.sendMessage(CHANGED).catch(() => undefined);
}
