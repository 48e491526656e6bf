import type { DayReport } from '../../src/domain/day-report';
import type { ImportSummary } from '../../src/domain/merge';
import { periodWith } from '../../src/domain/period';
import { periodReport } from '../../src/domain/period-report';
import type { Rock } from '../../src/domain/rock';
import { DEFAULT_SETTINGS } from '../../src/domain/settings';
import type { Takings } from '../../src/domain/takings';
import { type DayKey, instant } from '../../src/domain/time';
import type { Client } from '../../src/messages/client';
import type {
  Arguments,
  Blocked,
  DoorView,
  Reply,
  RequestName,
  SettingsAndAccess,
  Today,
} from '../../src/messages/requests';

/** A client that answers from this page, remembers what was asked, and says "changed" when told to. */
export type FakeClient = Client & {
  /** Every request so far, in order. */
  asked: { [N in RequestName]: { request: N; args: Arguments<N> } }[RequestName][];
  /** As the background does after each change of its state. */
  change: () => void;
};

type Answers = { [N in RequestName]: (args: Arguments<N>) => Reply<N> | Promise<Reply<N>> };

/** Sensible replies, save for the requests whose answers are handed in; an answer may throw a `RequestError`. */
export function fakeClient(overrides: Partial<Answers> = {}): FakeClient {
  const answers: Answers = { ...ANSWERS, ...overrides };
  const listeners = new Set<() => void>();
  const asked: FakeClient['asked'] = [];
  const requests = Object.fromEntries(
    Object.entries(answers).map(([request, answer]) => [
      request,
      async (args: unknown) => {
        asked.push({ request, args } as FakeClient['asked'][number]);
        return (answer as (args: unknown) => unknown)(args);
      },
    ]),
  ) as unknown as Omit<Client, 'onChanged'>;
  return {
    ...requests,
    asked,
    change: () => {
      for (const listener of listeners) listener();
    },
    onChanged(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Monday 23 November 2026, 11:24 in Berlin. */
export const NOW = instant(Date.parse('2026-11-23T10:24:00Z'));
export const DAY = '2026-11-23' as DayKey;
export const ZONE = 'Europe/Berlin';

export const aRock = (over: Partial<Rock> = {}): Rock => ({
  id: 'rock-1',
  title: 'Send Acme the renewal proposal',
  firstStep: null,
  why: null,
  day: DAY,
  seed: `Send Acme the renewal proposal/${DAY}`,
  status: 'open',
  pinnedAt: instant(Date.parse('2026-11-23T07:52:00Z')),
  doneAt: null,
  movedForward: null,
  blocks: true,
  carriedFrom: null,
  ...over,
});

export const aDayReport = (over: Partial<DayReport> = {}): DayReport => ({
  day: DAY,
  today: DAY,
  zone: ZONE,
  asOf: NOW,
  running: null,
  rocks: [],
  categories: DEFAULT_SETTINGS.categories.map(({ id, name, colour }) => ({
    id,
    name,
    colour,
    time: 0,
    passTime: 0,
    checks: 0,
    attempts: 0,
  })),
  sites: [],
  ...over,
});

/** The reply that the report's page gets. */
export const aDay = (over: Partial<Reply<'readDay'>> = {}): Reply<'readDay'> => ({
  ...aDayReport(),
  passes: [],
  remarks: [],
  attended: [],
  attempts: [],
  work: [[NINE, FIVE]],
  afterHours: 0,
  stretch: null,
  isDetailed: true,
  usual: null,
  ...NO_TAKINGS,
  trouble: null,
  ...over,
});

export const NO_TAKINGS: Takings = { baseline: null, reclaimed: [], rate: null, guess: null };

export const NINE = instant(Date.parse('2026-11-23T08:00:00Z'));
export const FIVE = instant(Date.parse('2026-11-23T16:00:00Z'));

/** A week, up to its Monday, on which nothing has happened yet. */
export const aPeriod = (over: Partial<Reply<'readPeriod'>> = {}): Reply<'readPeriod'> => ({
  ...periodReport({
    period: periodWith('week', DAY),
    today: DAY,
    zone: ZONE,
    asOf: NOW,
    settings: DEFAULT_SETTINGS,
    open: null,
    totals: [],
    rocks: [],
    terms: [],
    hours: [],
    review: null,
  }),
  ...NO_TAKINGS,
  trouble: null,
  ...over,
});

export const aToday = (over: Partial<Today> = {}): Today => ({
  ...aDayReport(),
  trouble: null,
  rock: null,
  unfinished: null,
  cairn: [],
  gate: { blocked: true, because: 'no-rock' },
  isBlocking: true,
  passes: [],
  workEndsAt: instant(Date.parse('2026-11-23T16:00:00Z')),
  workStartsAt: null,
  thisSite: null,
  otherSite: null,
  theme: '',
  withoutAccess: 0,
  isRestored: false,
  ...over,
});

export const aDoor = (over: Partial<DoorView> = {}): DoorView => ({
  passesLeft: 6,
  passesADay: 6,
  passWait: 5000,
  asked: null,
  asideWait: 30_000,
  asideOpensAt: null,
  unanswered: null,
  ...over,
});

export const aBlocked = (over: Partial<Blocked> = {}): Blocked => ({
  trouble: null,
  address: 'https://www.facebook.com/x?y#z',
  site: 'facebook.com' as Blocked['site'],
  blocked: true,
  rock: aRock(),
  unfinished: null,
  question: DEFAULT_SETTINGS.question,
  theme: '',
  day: DAY,
  attempts: 7,
  siteTime: 12 * 60_000,
  because: 'rock-open',
  terms: null,
  betterThings: [],
  door: aDoor(),
  ...over,
});

export const aSettingsView = (over: Partial<SettingsAndAccess> = {}): SettingsAndAccess => ({
  trouble: null,
  settings: DEFAULT_SETTINGS,
  pending: [],
  isBlocking: false,
  today: DAY,
  zone: ZONE,
  origins: [],
  withoutAccess: [],
  leftOut: [],
  ...over,
});

export const anImportSummary = (over: Partial<ImportSummary> = {}): ImportSummary => ({
  visits: { added: 0, extended: 0, known: 0 },
  rocks: { added: 0, changed: 0, known: 0 },
  passes: { added: 0 },
  notes: { added: 0 },
  sites: { added: 0, known: 0 },
  days: 0,
  settings: false,
  heldBack: 0,
  ...over,
});

/** Never allowed, and never given. */
export const noKeys = { list: async () => [], change: async () => undefined };

export const noNotifications = {
  areAllowed: async () => false,
  allow: async () => false,
  stop: async () => false,
};

const ANSWERS: Answers = {
  readToday: () => aToday(),
  pinRock: () => null,
  swapRock: () => null,
  pickUpRock: () => null,
  finishRock: () => null,
  describeProgress: () => null,
  reopenRock: () => null,
  acknowledgeRestore: () => null,
  readBlocked: () => aBlocked(),
  reportAttempt: () => null,
  askForPass: () => null,
  beginPass: () => null,
  answerPass: () => null,
  askToPutAside: () => null,
  putRockAside: () => null,
  stopWaiting: () => null,
  leaveBlockPage: () => null,
  readDay: () => aDay(),
  readPeriod: () => aPeriod(),
  keepReview: () => null,
  deleteHistory: () => null,
  exportAll: () => ({
    format: 'big-rock',
    version: 1,
    exportedAt: '2026-11-23T10:24:00.000Z',
    timeZone: ZONE,
    settings: DEFAULT_SETTINGS,
    rocks: [],
    visits: [],
    passes: [],
    days: [],
    hours: [],
    attempts: [],
    remarks: [],
    workdays: [],
    reviews: [],
  }),
  importHistory: () => ({ imported: anImportSummary() }),
  readSettings: () => aSettingsView(),
  editSettings: () => null,
  cancelEdit: () => null,
};
