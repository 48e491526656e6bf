import browser from 'webextension-polyfill';
import type { TextKey } from './text';

/** A key of the keyboard that reaches the extension from any page; `keys` is as the browser writes it, or empty. */
export interface Shortcut {
  what: TextKey;
  keys: string;
}

const WORDS: Readonly<Record<string, TextKey>> = {
  _execute_action: 'command_popup',
  'rock-done': 'command_done',
  'pass-here': 'command_pass',
  add_site: 'command_add',
};

/** Every shortcut there is, with the key that the person or the browser has given it. */
export async function shortcuts(): Promise<Shortcut[]> {
  const commands = await browser.commands.getAll();
  return Object.entries(WORDS).map(([name, what]) => ({
    what,
    keys: commands.find(command => command.name === name)?.shortcut ?? '',
  }));
}

/** What Firefox has, and `webextension-polyfill` does not know of. */
interface ShortcutSettings {
  openShortcutSettings?: () => Promise<void>;
}

/**
 * Opens the browser's own page for them: nobody else may change them.
 * https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/commands/openShortcutSettings
 */
export async function changeShortcuts(): Promise<void> {
  const { openShortcutSettings } = browser.commands as ShortcutSettings;
  if (openShortcutSettings) await openShortcutSettings();
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
