import * as v from 'valibot';
import { MAX_CATEGORIES, MAX_QUESTION, MAX_SITES } from './limits';
import { type Pattern, parsePattern } from './pattern';
import { presetSites } from './presets';

declare const brand: unique symbol;

export type CategoryId = string & { readonly [brand]: 'CategoryId' };

export const POLICIES = ['block until done', 'only track'] as const;

/** What happens to a category's sites in work hours. */
export type Policy = (typeof POLICIES)[number];

export interface Category {
  id: CategoryId;
  name: string;
  policy: Policy;
}

export interface Site {
  pattern: Pattern;
  category: CategoryId;
}

/** Minutes after local midnight, `[from, to)`. */
export type HourRange = readonly [from: number, to: number];

export interface WorkHours {
  /** All day, every day: the ranges do not count. */
  always: boolean;
  /** Ranges by weekday, Monday first. */
  week: readonly (readonly HourRange[])[];
}

export interface Settings {
  categories: readonly Category[];
  sites: readonly Site[];
  workHours: WorkHours;
  /** The local hour at which a day starts, 0 to 6. */
  dayStart: number;
  /** Seconds without input after which nobody is there, 15 to 600. */
  idleSeconds: number;
  question: string;
  /** For how many months visits and attempts are kept one by one, 1 to 120; null for ever. */
  keepMonths: number | null;
}

export const categoryIdSchema = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9-]{1,40}$/),
  v.transform(id => id as CategoryId),
);

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

const minute = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(24 * 60));

const range = v.pipe(
  v.tuple([minute, minute]),
  v.check(([from, to]) => from < to, 'ends-before-it-starts'),
);

export const categorySchema = v.object({
  id: categoryIdSchema,
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(60)),
  policy: v.picklist(POLICIES),
});

export const workHoursSchema = v.object({
  always: v.boolean(),
  week: v.pipe(v.array(v.array(range)), v.length(7)),
});

export const keepMonthsSchema = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(120)));

const entries = {
  categories: v.pipe(v.array(categorySchema), v.minLength(1), v.maxLength(MAX_CATEGORIES)),
  sites: v.pipe(
    v.array(v.unknown()),
    // One that is not understood must not take the others with it.
    v.transform(sites => sites.flatMap(one => (v.is(site, one) ? [one as Site] : []))),
    v.maxLength(MAX_SITES),
  ),
  workHours: workHoursSchema,
  dayStart: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(6)),
  idleSeconds: v.pipe(v.number(), v.integer(), v.minValue(15), v.maxValue(600)),
  question: v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_QUESTION)),
  keepMonths: keepMonthsSchema,
};

/** Settings to the letter: nothing falls back to a default, and no site is left out. */
export const settingsSchema = v.strictObject({
  ...entries,
  sites: v.pipe(v.array(site), v.maxLength(MAX_SITES)),
});

const NINE_TO_FIVE: readonly HourRange[] = [[9 * 60, 17 * 60]];

export const SOCIAL = 'social' as CategoryId;
export const SCOREBOARDS = 'scoreboards' as CategoryId;
export const EMAIL = 'email' as CategoryId;

export const DEFAULT_SETTINGS: Settings = {
  categories: [
    { id: SOCIAL, name: 'Social', policy: 'block until done' },
    { id: SCOREBOARDS, name: 'Scoreboards', policy: 'block until done' },
    { id: EMAIL, name: 'Email', policy: 'only track' },
  ],
  sites: presetSites(),
  workHours: {
    always: false,
    week: [NINE_TO_FIVE, NINE_TO_FIVE, NINE_TO_FIVE, NINE_TO_FIVE, NINE_TO_FIVE, [], []],
  },
  dayStart: 0,
  idleSeconds: 60,
  question: 'Will this help me make my sales quota?',
  keepMonths: 13,
};

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
  const read = <K extends keyof Settings>(key: K): Settings[K] => {
    if (given[key] === undefined) return DEFAULT_SETTINGS[key];
    const result = v.safeParse(entries[key], given[key]);
    if (result.success) return result.output as Settings[K];
    dropped.push(key);
    return fallback[key];
  };
  const settings: Settings = {
    categories: read('categories'),
    sites: read('sites'),
    workHours: read('workHours'),
    dayStart: read('dayStart'),
    idleSeconds: read('idleSeconds'),
    question: read('question'),
    keepMonths: read('keepMonths'),
  };
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
