import browser from 'webextension-polyfill';
import type messages from '../../public/_locales/en/messages.json';

/** The name of a string in `_locales`; one that is not there does not compile. */
export type TextKey = keyof typeof messages;

/** The string of this name in the reader's language, its placeholders filled in order. */
export function text(key: TextKey, ...substitutions: (string | number)[]): string {
  return browser.i18n.getMessage(key, substitutions.map(String));
}

/** The string for a count: `<key>_one`, `<key>_few` … by the language's own plural rules, else `<key>_other`. */
export function counted(key: PluralKey, count: number): string {
  const rule = new Intl.PluralRules(language()).select(count);
  const number = new Intl.NumberFormat(language()).format(count);
  return browser.i18n.getMessage(`${key}_${rule}`, number) || browser.i18n.getMessage(`${key}_other`, number);
}

/** The language of these texts as a BCP 47 tag, for `Intl`; with the reader's region where they read that language. */
export function language(): string {
  const spoken = browser.i18n.getMessage('rock_language');
  const wished = browser.i18n.getUILanguage();
  return isOneLanguage(spoken, wished) ? wished : spoken;
}

const isOneLanguage = (one: string, other: string): boolean => one.split('-')[0] === other.split('-')[0];

type PluralKey = TextKey extends infer K ? (K extends `${infer Stem}_other` ? Stem : never) : never;
