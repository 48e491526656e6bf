import * as v from 'valibot';
import type { Guesses } from './baseline';
import { categoryIdSchema, categorySchema, rangesSchema, whole } from './category-schema';
import {
  LEAST_IDLE,
  MAX_BETTER_THING,
  MAX_BETTER_THINGS,
  MAX_CATEGORIES,
  MAX_DAYS_OFF,
  MAX_OTHER_QUESTIONS,
  MAX_PASSES,
  MAX_QUESTION,
  MAX_RATE,
  MAX_SITES,
  MAX_THEME,
  MOST_IDLE,
} from './limits';
import { type Pattern, parsePattern } from './pattern';
import { DEFAULT_SETTINGS, type Settings, type Site } from './settings';
import { type DayKey, dayKey } from './time';

/** A pattern in its canonical spelling. */
export const patternSchema = v.pipe(
  v.string(),
  v.check(text => {
    const parsed = parsePattern(text);
    return 'parts' in parsed && parsed.parts.pattern === text;
  }, 'not-a-pattern'),
  v.transform(text => text as Pattern),
);

const site = v.object({ pattern: patternSchema, category: categoryIdSchema });

export const workHoursSchema = v.object({
  always: v.boolean(),
  week: v.pipe(v.array(rangesSchema), v.length(7)),
});

export const daySchema = v.pipe(
  v.string(),
  v.check(text => dayKey(text) !== null, 'not-a-day'),
  v.transform(text => text as DayKey),
);

export const daysOffSchema = v.pipe(v.array(daySchema), v.maxLength(MAX_DAYS_OFF));
export const dayStartSchema = whole(0, 6);
export const passesPerDaySchema = whole(0, MAX_PASSES);
export const keepMonthsSchema = v.nullable(whole(1, 120));
export const guessesSchema = v.pipe(
  v.record(v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/)), whole(0, 24 * 60)),
  v.transform((guesses): Guesses => guesses),
);
export const hourlyRateSchema = v.nullable(
  v.object({
    amount: v.pipe(v.number(), v.finite(), v.minValue(0.01), v.maxValue(MAX_RATE)),
    currency: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/)),
  }),
);

export const idleSecondsSchema = whole(LEAST_IDLE, MOST_IDLE);
export const remindersSchema = v.object({ start: v.boolean(), evening: v.boolean() });
export const signsSchema = v.object({ menu: v.boolean(), badge: v.boolean() });

const question = v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_QUESTION));
const betterThing = v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_BETTER_THING));

const entries = {
  categories: v.pipe(v.array(categorySchema), v.minLength(1), v.maxLength(MAX_CATEGORIES)),
  sites: v.pipe(
    v.array(v.unknown()),
    // One that is not understood must not take the others with it.
    v.transform(sites => sites.flatMap(one => (v.is(site, one) ? [one as Site] : []))),
    v.maxLength(MAX_SITES),
  ),
  workHours: workHoursSchema,
  daysOff: daysOffSchema,
  dayStart: dayStartSchema,
  passesPerDay: passesPerDaySchema,
  isStrict: v.boolean(),
  watchFrom: v.nullable(daySchema),
  idleSeconds: idleSecondsSchema,
  question,
  otherQuestions: v.pipe(v.array(question), v.maxLength(MAX_OTHER_QUESTIONS)),
  themes: v.pipe(v.array(v.pipe(v.string(), v.maxLength(MAX_THEME))), v.length(7)),
  reminders: remindersSchema,
  signs: signsSchema,
  betterThings: v.pipe(v.array(betterThing), v.maxLength(MAX_BETTER_THINGS)),
  keepMonths: keepMonthsSchema,
  guesses: guessesSchema,
  hourlyRate: hourlyRateSchema,
};

const KEYS = Object.keys(entries) as (keyof Settings)[];

/** Settings to the letter: nothing that is there falls back to a default, and no site is left out. */
export const settingsSchema = v.strictObject({
  ...entries,
  sites: v.pipe(v.array(site), v.maxLength(MAX_SITES)),
  daysOff: v.optional(entries.daysOff, () => [...DEFAULT_SETTINGS.daysOff]),
  passesPerDay: v.optional(entries.passesPerDay, DEFAULT_SETTINGS.passesPerDay),
  isStrict: v.optional(entries.isStrict, DEFAULT_SETTINGS.isStrict),
  watchFrom: v.optional(entries.watchFrom, DEFAULT_SETTINGS.watchFrom),
  otherQuestions: v.optional(entries.otherQuestions, () => [...DEFAULT_SETTINGS.otherQuestions]),
  themes: v.optional(entries.themes, () => [...DEFAULT_SETTINGS.themes]),
  reminders: v.optional(entries.reminders, () => ({ ...DEFAULT_SETTINGS.reminders })),
  signs: v.optional(entries.signs, () => ({ ...DEFAULT_SETTINGS.signs })),
  betterThings: v.optional(entries.betterThings, () => [...DEFAULT_SETTINGS.betterThings]),
  guesses: v.optional(entries.guesses, () => ({ ...DEFAULT_SETTINGS.guesses })),
  hourlyRate: v.optional(entries.hourlyRate, DEFAULT_SETTINGS.hourlyRate),
});

/**
 * Settings from anything stored or imported. What does not pass the schema falls back, key by key, and is named in
 * `dropped`; the rest is kept. What is not there at all is as it is at first.
 */
export function readSettings(
  stored: unknown,
  fallback: Settings = DEFAULT_SETTINGS,
): { settings: Settings; dropped: (keyof Settings)[] } {
  const isRead = typeof stored === 'object' && stored !== null;
  const given = (isRead ? stored : stored === undefined ? {} : fallback) as Record<string, unknown>;
  const dropped: (keyof Settings)[] = [];
  const read = (key: keyof Settings): unknown => {
    if (given[key] === undefined) return DEFAULT_SETTINGS[key];
    const result = v.safeParse(entries[key], given[key]);
    if (result.success) return result.output;
    dropped.push(key);
    return fallback[key];
  };
  const settings = Object.fromEntries(KEYS.map(key => [key, read(key)])) as unknown as Settings;
  return { settings: withKnownCategories(settings), dropped };
}

/** A site whose category is gone would be lost from every page: it goes to the first category instead. */
function withKnownCategories(settings: Settings): Settings {
  const known = new Set(settings.categories.map(category => category.id));
  const home = settings.categories[0]?.id;
  if (home === undefined || settings.sites.every(site => known.has(site.category))) return settings;
  const sites = settings.sites.map(site => (known.has(site.category) ? site : { ...site, category: home }));
  return { ...settings, sites };
}
