import type { Guesses } from './baseline';
import type { Pattern } from './pattern';
import { presetSites } from './presets';
import type { DayKey } from './time';

declare const brand: unique symbol;

export type CategoryId = string & { readonly [brand]: 'CategoryId' };

export const POLICIES = ['block until done', 'only in windows', 'limit per day', 'only track'] as const;

/** What happens to a category's sites in work hours. */
export type Policy = (typeof POLICIES)[number];

/** Minutes after local midnight, `[from, to)`. */
export type HourRange = readonly [from: number, to: number];

/** A policy with all that belongs to it; what another policy needs is kept for when that is chosen. */
export interface PolicyTerms {
  policy: Policy;
  /** With *only in windows*: when its sites are open. */
  windows: readonly HourRange[];
  /** With *limit per day*: for how many minutes its sites are open, 1 to 1440. */
  limitMinutes: number;
  /** Whether windows and limit hold no longer once the rock is done. */
  endsWhenDone: boolean;
  /** Its sites are blocked also in frames inside other pages. */
  insidePages: boolean;
  /** After how many minutes in one go a person is nudged while its sites are open, 1 to 240; null for never. */
  nudgeMinutes: number | null;
}

/** Each stands for a colour and a pattern. */
export const COLOURS = ['heather', 'lake', 'honey', 'flint', 'fjord', 'berry', 'night'] as const;
export type Colour = (typeof COLOURS)[number];

export interface Category extends PolicyTerms {
  id: CategoryId;
  name: string;
  colour: Colour;
}

export interface Site {
  pattern: Pattern;
  category: CategoryId;
}

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
  /** Days on which nothing is blocked, whatever the weekday. */
  daysOff: readonly DayKey[];
  /** The local hour at which a day starts, 0 to 6. */
  dayStart: number;
  /** How many passes there are a day, 0 to 20; none in strict mode. */
  passesPerDay: number;
  isStrict: boolean;
  /** The first of the five workdays that are only measured, where *watch first* was chosen. */
  watchFrom: DayKey | null;
  /** Seconds without input after which nobody is there, 15 to 600. */
  idleSeconds: number;
  question: string;
  /** More of them, that take turns with it by the day. */
  otherQuestions: readonly string[];
  /** What each weekday is about, Monday first; empty where that was not said. */
  themes: readonly string[];
  /** Of what a person is reminded, where they let us notify them. */
  reminders: Reminders;
  /** Where there is something of Big Rock outside its pages. */
  signs: Signs;
  /** A person's own better things to do, one line each. */
  betterThings: readonly string[];
  /** For how many months visits and attempts are kept one by one, 1 to 120; null for ever. */
  keepMonths: number | null;
  /** Minutes a day that a person guessed each category costs, before anything was measured. */
  guesses: Guesses;
  /** What an hour of a person's work is worth; null where that was not said. */
  hourlyRate: HourlyRate | null;
}

export interface Reminders {
  /** To pin a rock, when work begins. */
  start: boolean;
  /** Of how the day went, when work ends. */
  evening: boolean;
}

export interface Signs {
  /** Its items in the menu of a page. */
  menu: boolean;
  /** Minutes and nudges on the toolbar icon. */
  badge: boolean;
}

export interface HourlyRate {
  amount: number;
  /** ISO 4217: `EUR`. */
  currency: string;
}

export const SOCIAL = 'social' as CategoryId;
export const SCOREBOARDS = 'scoreboards' as CategoryId;
export const EMAIL = 'email' as CategoryId;

/** What belongs to a policy before anybody has changed it. Windows: 09:00, 13:00 and 16:30, for 20 minutes. */
export const PLAIN_TERMS: Omit<PolicyTerms, 'policy'> = {
  windows: [9 * 60, 13 * 60, 16 * 60 + 30].map(from => [from, from + 20] as const),
  limitMinutes: 30,
  endsWhenDone: true,
  insidePages: false,
  nudgeMinutes: 15,
};

const COLOUR_OF: Record<string, Colour> = { [SOCIAL]: 'heather', [SCOREBOARDS]: 'lake', [EMAIL]: 'honey' };

/** The colour a category has before anybody has chosen one. */
export const plainColour = (id: string): Colour => COLOUR_OF[id] ?? 'flint';

export const plainCategory = (id: CategoryId, name: string, policy: Policy): Category => ({
  id,
  name,
  colour: plainColour(id),
  policy,
  ...PLAIN_TERMS,
});

/** The terms alone. */
export function termsOf(terms: PolicyTerms): PolicyTerms {
  const { policy, windows, limitMinutes, endsWhenDone, insidePages, nudgeMinutes } = terms;
  return { policy, windows, limitMinutes, endsWhenDone, insidePages, nudgeMinutes };
}

const NINE_TO_FIVE: readonly HourRange[] = [[9 * 60, 17 * 60]];

/** What the first settings say in words, in a person's language. */
export interface FirstWords {
  social: string;
  scoreboards: string;
  email: string;
  question: string;
}

/** The settings of who has not changed any. */
export const firstSettings = ({ social, scoreboards, email, question }: FirstWords): Settings => ({
  categories: [
    plainCategory(SOCIAL, social, 'block until done'),
    plainCategory(SCOREBOARDS, scoreboards, 'block until done'),
    plainCategory(EMAIL, email, 'only track'),
  ],
  sites: presetSites(),
  workHours: {
    always: false,
    week: [NINE_TO_FIVE, NINE_TO_FIVE, NINE_TO_FIVE, NINE_TO_FIVE, NINE_TO_FIVE, [], []],
  },
  daysOff: [],
  dayStart: 0,
  passesPerDay: 6,
  isStrict: false,
  watchFrom: null,
  idleSeconds: 60,
  question,
  otherQuestions: [],
  themes: ['', '', '', '', '', '', ''],
  reminders: { start: true, evening: true },
  signs: { menu: true, badge: true },
  betterThings: [],
  keepMonths: 13,
  guesses: {},
  hourlyRate: null,
});

/** What stands for anything that stored or imported settings lack. */
export const DEFAULT_SETTINGS = firstSettings({
  social: 'Social',
  scoreboards: 'Scoreboards',
  email: 'Email',
  question: 'Will this help me make my sales quota?',
});

/** How many passes a day has; in strict mode there are none. */
export const passesOf = ({ isStrict, passesPerDay }: Settings): number => (isStrict ? 0 : passesPerDay);
