import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { wordsIn } from './words-in-code';

interface Entry {
  message: string;
  description?: string;
  placeholders?: Record<string, { content: string }>;
}

const FOLDER = 'public/_locales';
const PLURAL = /_(zero|one|two|few|many|other)$/;

const messages: Record<string, Entry> = JSON.parse(readFileSync(join(FOLDER, 'en/messages.json'), 'utf8'));

const sources = ['src', 'manifest.json'].flatMap(filesIn).map(file => readFileSync(file, 'utf8'));

function filesIn(path: string): string[] {
  if (!path.includes('.')) {
    return readdirSync(path, { withFileTypes: true }).flatMap(entry =>
      entry.isDirectory() ? filesIn(join(path, entry.name)) : filesIn(join(path, entry.name)),
    );
  }
  return /\.(tsx?|html|json)$/.test(path) ? [path] : [];
}

/** Every word in the code that could name a string, and the beginnings and ends of those that are put together. */
const code = sources.join('\n').replaceAll(/__MSG_(\w+)__/g, '$1');
const words = new Set(code.match(/\w+/g));
const joined = [...code.matchAll(/`(\w+_)\$\{[^}]+\}(\w*)`/g)].map(([, begins = '', ends = '']) => ({
  begins,
  ends,
}));

const LANGUAGES = readdirSync(FOLDER).filter(name => name !== 'en');

/** What a language is to have of every text: of what is counted, a form for each of its plurals. */
function wantedIn(language: string): string[] {
  const forms = new Intl.PluralRules(language.replace('_', '-')).resolvedOptions().pluralCategories;
  const isCounted = (key: string) =>
    PLURAL.test(key) && ['one', 'other'].every(form => `${key.replace(PLURAL, '')}_${form}` in messages);
  const keys = Object.keys(messages).flatMap(key =>
    isCounted(key) ? forms.map(form => `${key.replace(PLURAL, '')}_${form}`) : [key],
  );
  return [...new Set(keys)].sort();
}

const named = (message: string): string[] =>
  [...new Set([...message.matchAll(/\$(\w+)\$/g)].map(([, name = '']) => name.toLowerCase()))].sort();

describe.each(LANGUAGES)('in %s', language => {
  const own: Record<string, Entry> = JSON.parse(
    readFileSync(join(FOLDER, language, 'messages.json'), 'utf8'),
  );
  const original = (key: string) => messages[key] ?? messages[key.replace(PLURAL, '_other')];

  it('every text is there, and none that English has not', () => {
    expect(Object.keys(own).sort()).toEqual(wantedIn(language));
  });

  it('nothing is empty, and the placeholders are those of English', () => {
    const wrong = Object.entries(own).filter(([key, { message, placeholders }]) => {
      const theirs = named(original(key)?.message ?? '');
      const names = named(message);
      // A form for exactly one or none may say so without the number.
      const isSame = PLURAL.test(key)
        ? names.every(name => theirs.includes(name))
        : names.join() === theirs.join();
      const isFilledAlike = Object.entries(placeholders ?? {}).every(
        ([name, { content }]) => original(key)?.placeholders?.[name]?.content === content,
      );
      return (
        message.trim() === '' ||
        !isSame ||
        !isFilledAlike ||
        names.join() !==
          Object.keys(placeholders ?? {})
            .sort()
            .join()
      );
    });
    expect(wrong.map(([key]) => key)).toEqual([]);
  });
});

describe('the texts', () => {
  it('each has the placeholders that it names', () => {
    const wrong = Object.entries(messages).filter(([, { message, placeholders }]) =>
      named(message).some(name => !(name in (placeholders ?? {}))),
    );
    expect(wrong.map(([key]) => key)).toEqual([]);
  });

  it('each has a note for who translates it', () => {
    const without = Object.entries(messages).filter(([, { description }]) => !description);
    expect(without.map(([key]) => key)).toEqual([]);
  });

  it('each is used', () => {
    const isUsed = (key: string) =>
      words.has(key) ||
      words.has(key.replace(PLURAL, '')) ||
      joined.some(({ begins, ends }) => key.startsWith(begins) && key.endsWith(ends));
    expect(Object.keys(messages).filter(key => !isUsed(key))).toEqual([]);
  });

  it('what is counted has a form for one and for others', () => {
    const stems = Object.keys(messages)
      .filter(key => PLURAL.test(key) && !words.has(key))
      .map(key => key.replace(PLURAL, ''));
    const lacking = stems.filter(stem => !(`${stem}_other` in messages));
    expect(lacking).toEqual([]);
  });
});

describe('no words stand in the code of pages', () => {
  it.each(['src/pages', 'src/ui'].flatMap(filesIn).filter(file => file.endsWith('.tsx')))('%s', file => {
    expect(wordsIn(readFileSync(file, 'utf8'))).toEqual([]);
  });

  it.each([
    ['<p class="caption">Saved now</p>', 'Saved now'],
    ['<button type="button">Undo this</button>', 'Undo this'],
    ['<p>Saved {count} times</p>', 'Saved '],
    ['<p>{isSaved ? "Saved" : text("ui_try_again")}</p>', 'Saved'],
    ['<p>{isSaved && `Saved`}</p>', 'Saved'],
    ['<img alt="A stone" />', 'A stone'],
    ['<p aria-label={isSaved ? "Saved" : undefined} />', 'Saved'],
  ])('which are found in %s', (code, words) => {
    expect(wordsIn(`const it = ${code};`)).toContain(words);
  });

  it('which names of classes, keys and kinds are not', () => {
    const code =
      '<Row class={isWide ? "wide row" : "row"} key="row" of="ui_try_again" data-cat="lake">{name}:</Row>';
    expect(wordsIn(`const it = ${code};`)).toEqual([]);
  });
});
