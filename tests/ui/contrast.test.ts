import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Colour, contrast, difference, SIGHTS } from './colour';

type Theme = 'light' | 'dark';

const THEMES: readonly Theme[] = ['light', 'dark'];
const TEXT = 4.5;
const PART = 3;
const PLAIN_TO_SEE = 10;

const css = readFileSync(new URL('../../src/ui/tokens.css', import.meta.url), 'utf8');
const pairs = /--([\w-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)/g;
const tokens = new Map([...css.matchAll(pairs)].map(([, name, light, dark]) => [name, { light, dark }]));

// Each on each: the foregrounds, the backgrounds they may stand on, and the WCAG ratio that is needed.
const GROUNDS: readonly (readonly [on: string, under: string, needs: number])[] = [
  ['ink ink-2 ink-3', 'paper surface sunken track scene-wall scene-ground', TEXT],
  ['ink-2', 'wait', TEXT],
  ['ink ink-2', 'moss-tint', TEXT],
  ['moss-text ember-text', 'paper surface sunken scene-wall scene-ground', TEXT],
  ['moss-text', 'moss-tint', TEXT],
  ['alert', 'paper surface', TEXT],
  ['on-slate', 'slate slate-hover', TEXT],
  ['on-moss', 'moss moss-hover', TEXT],
  ['line-strong focus slate moss ember', 'paper surface', PART],
  ['heather lake honey flint fjord berry night', 'paper surface sunken track', PART],
  ['focus', 'scene-wall scene-ground', PART],
  ['stone-mark line-strong', 'scene-wall', PART],
];

const CATEGORIES = ['heather', 'lake', 'honey', 'flint', 'fjord', 'berry', 'night'];

// Colours that may stand side by side, in a bar or in a sentence.
const NEIGHBOURS: readonly (readonly [string, string])[] = [
  ...CATEGORIES.flatMap((one, i) => CATEGORIES.slice(i + 1).map(other => [one, other] as const)),
  ['moss', 'ember'],
];

const contrasts = GROUNDS.flatMap(([on, under, needs]) =>
  on.split(' ').flatMap(fore => under.split(' ').map(back => ({ fore, back, needs }))),
).flatMap(pair => THEMES.map(theme => ({ ...pair, theme })));

const distances = NEIGHBOURS.flatMap(([one, other]) =>
  THEMES.flatMap(theme => sights().map(sight => ({ one, other, theme, sight }))),
);

describe('contrast', () => {
  test.each(contrasts)('$fore on $back, $theme: $needs or better', ({ fore, back, theme, needs }) => {
    expect(contrast(colour(fore, theme), colour(back, theme))).toBeGreaterThanOrEqual(needs);
  });
});

describe('colours side by side', () => {
  test.each(distances)('$one and $other, $theme, $sight sight', ({ one, other, theme, sight }) => {
    const apart = difference(colour(one, theme), colour(other, theme), SIGHTS[sight]);
    expect(apart).toBeGreaterThanOrEqual(PLAIN_TO_SEE);
  });
});

function sights() {
  return Object.keys(SIGHTS) as (keyof typeof SIGHTS)[];
}

function colour(name: string, theme: Theme): Colour {
  const value = tokens.get(name)?.[theme];
  if (!value) throw new Error(`tokens.css has no --${name} as a light-dark() pair of #rrggbb`);
  return value;
}
