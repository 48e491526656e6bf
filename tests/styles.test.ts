import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = 'src';
const read = (ending: RegExp) =>
  readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
    .filter(name => ending.test(name))
    .map(name => readFileSync(join(ROOT, name), 'utf8'))
    .join('\n');

const styles = read(/\.css$/).replaceAll(/\/\*.*?\*\/|url\([^)]*\)/gs, '');
const code = read(/\.(tsx?|html)$/);

const all = (text: string, pattern: RegExp): string[] => [
  ...new Set([...text.matchAll(pattern)].map(([, name = '']) => name)),
];

/** Of a name like `st-outline`, `st-${state}` in the code counts too. */
const isInCode = (name: string): boolean =>
  new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(code) ||
  [...name.matchAll(/-/g)].some(({ index }) => code.includes(`${name.slice(0, index + 1)}\${`));

describe('styles', () => {
  it.each(all(styles, /\.([a-z][\w-]*)/g))('of the class %s are for something', name => {
    expect(isInCode(name)).toBe(true);
  });

  it.each(all(styles, /(--[a-z][\w-]*)\s*:/g))('%s is made use of', name => {
    expect(styles.includes(`var(${name})`) || styles.includes(`var(${name},`) || code.includes(name)).toBe(
      true,
    );
  });

  it.each(all(styles + code, /var\((--[\w-]+)/g))('%s is given a value', name => {
    expect(styles.includes(`${name}:`) || code.includes(`${name}:`) || code.includes(`'${name}'`)).toBe(true);
  });
});
