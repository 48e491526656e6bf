import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asideWait } from '../../src/domain/aside';
import { dayOf } from '../../src/domain/calendar';
import { passesLeft } from '../../src/domain/door';
import type { SettingsEdit } from '../../src/domain/edit-settings';
import { nextChange } from '../../src/domain/next-change';
import { waitAfter } from '../../src/domain/pass';
import { blockerOf, blockingAt, faceAt } from '../../src/domain/projection';
import { EMAIL, type Settings, SOCIAL, termsOf } from '../../src/domain/settings';
import { siteFor, siteListOf } from '../../src/domain/site-list';
import { blockedCategories } from '../../src/domain/standing';
import type { State } from '../../src/domain/state';
import { type Event, step } from '../../src/domain/step';
import { type Duration, instant, MINUTE, type Moment, SECOND } from '../../src/domain/time';
import { at } from '../fixtures/moment';
import { runs } from '../fixtures/runs';
import { ADDRESSES, anySettings, DAYS } from '../fixtures/settings';
import { openRock, stateWith } from '../fixtures/state';

/** What people and browsers do, in the order drawn; `what` says with what. */
interface Happening {
  after: Duration;
  what: Deed;
}

type Deed =
  | {
      do:
        | 'pin'
        | 'done'
        | 'reopen'
        | 'ask-aside'
        | 'put-aside'
        | 'begin-pass'
        | 'restart'
        | 'wait'
        | 'pick-up';
    }
  | { do: 'ask-pass' | 'visit' | 'close-tab'; tab: number; address: string }
  | { do: 'edit'; settings: Settings; which: number };

const after = fc.oneof(
  fc.integer({ min: 0, max: 60 }).map(count => count * SECOND),
  fc.integer({ min: 1, max: 600 }).map(count => count * MINUTE),
);

const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({
    do: fc.constantFrom(
      'pin',
      'pin',
      'done',
      'reopen',
      'ask-aside',
      'put-aside',
      'begin-pass',
      'restart',
      'wait',
      'pick-up',
    ),
  }) as fc.Arbitrary<Deed>,
  fc.record({
    do: fc.constantFrom('ask-pass', 'visit', 'close-tab'),
    tab: fc.integer({ min: 1, max: 2 }),
    address: fc.constantFrom(...ADDRESSES),
  }) as fc.Arbitrary<Deed>,
  fc.record({ do: fc.constant('edit' as const), settings: anySettings, which: fc.nat(7) }),
);

const happenings: fc.Arbitrary<Happening[]> = fc.array(fc.record({ after, what: deed }), { maxLength: 25 });

/** As many as a fifth of the tracker's schedules, each with up to 25 happenings. */
const RUNS = Math.ceil(Number(process.env['SCHEDULES'] ?? 250) / 5);
/** The same ones each time, so that a failure is of the change at hand; `SEED` says which others. */
const SEED = Number(process.env['SEED'] ?? 1);
const LONG = 300_000;

const START = at('2026-11-23T06:00');
const ZONE = START.zone;

/** One change on the way from the settings there are to others. */
function editTowards({ categories, workHours, daysOff, ...to }: Settings, which: number): SettingsEdit {
  const [social, , email] = categories;
  const edits: SettingsEdit[] = [
    { edit: 'set-work-hours', workHours },
    { edit: 'set-days-off', daysOff },
    { edit: 'set-passes', passesPerDay: to.passesPerDay },
    { edit: 'set-strict', isStrict: to.isStrict },
    { edit: 'set-watch', watchFrom: to.watchFrom },
    { edit: 'set-day-start', dayStart: which % 7 },
  ];
  if (social) edits.push({ edit: 'set-policy', category: SOCIAL, terms: termsOf(social) });
  if (email) edits.push({ edit: 'set-policy', category: EMAIL, terms: termsOf(email) });
  return edits[which] as SettingsEdit;
}

function eventOf(state: State, { do: what, ...with_ }: Deed, moment: Moment, id: string): Event {
  const { tab, address, settings, which } = with_ as {
    tab: number;
    address: string;
    settings: Settings;
    which: number;
  };
  switch (what) {
    case 'pin':
      return { type: 'rock-pinned', id, draft: { title: 'A rock' }, ...moment };
    case 'pick-up':
      return { type: 'rock-picked-up', id, ...moment };
    case 'done':
      return { type: 'rock-done', ...moment };
    case 'reopen':
      return { type: 'rock-reopened', ...moment };
    case 'ask-aside':
      return { type: 'aside-asked', ...moment };
    case 'put-aside':
      return { type: 'put-aside', id, ...moment };
    case 'begin-pass':
      return { type: 'pass-begun', id, tabId: state.door.asked?.tabId ?? 1, ...moment };
    case 'restart':
      return { type: 'browser-started', ...moment };
    case 'ask-pass':
      return {
        type: 'pass-asked',
        draft: { address, purpose: 'On purpose', minutes: 5, tabId: tab },
        ...moment,
      };
    case 'close-tab':
      return { type: 'tab-closed', tabId: tab, ...moment };
    case 'edit':
      return { type: 'settings-edited', id, edit: editTowards(settings, which), ...moment };
    case 'visit':
      return seen(state, moment, address, tab);
    case 'wait':
      return seen(state, moment, null, 1);
  }
}

/** A listed site in front, if it is open; time that passes is told the same way. */
function seen(state: State, moment: Moment, address: string | null, tab: number): Event {
  const isOpen = address !== null && !blockerOf(state, moment)(address, tab);
  const site = isOpen ? siteFor(siteListOf(state.settings.sites), address) : null;
  return {
    type: 'observed',
    site: site && { ...site, audible: false, pass: null },
    presence: 'active',
    idleFor: 0,
    linger: 0,
    run: 'run',
    uptime: moment.at - START.at,
    order: 0,
    ...moment,
  };
}

const later = (moment: Moment, length: Duration): Moment => ({ at: instant(moment.at + length), zone: ZONE });

const take = (state: State, event: Event): State => step(state, event).state;

/** What is in force at a moment, for comparison: what is blocked, and what is shown. */
const inForce = (state: State, moment: Moment) => ({
  blocking: blockingAt(state, moment),
  face: faceAt(state, moment),
});

/** Whoever asks to put the rock aside has everything open when the wait is over. */
function expectAsideOpens(state: State, moment: Moment): void {
  const wait = asideWait(state.settings);
  const asked = take(state, { type: 'aside-asked', ...moment });
  const end = later(moment, wait);
  const { state: open, fault } = step(asked, { type: 'put-aside', id: 'exit', ...end });
  // By then the hours may be over, or the rock done: nothing has to be put aside any more.
  if (fault) expect(blockedCategories(open, end).size).toBe(0);
  expect([...blockedCategories(open, end)]).toEqual([]);
  for (const address of ADDRESSES) expect(blockerOf(open, end)(address, 1)).toBe(false);
}

/** Whoever has a pass left has the site they ask for when the wait is over. */
function expectPassOpens(state: State, moment: Moment): void {
  const address = ADDRESSES.find(each => blockerOf(state, moment)(each, 1));
  if (address === undefined || passesLeft(state, moment) === 0) return;
  const day = dayOf(moment, state.settings.dayStart);
  const wait = waitAfter(state.door.passes.filter(pass => pass.day === day).length);
  const draft = { address, purpose: 'On purpose', minutes: 5 as const, tabId: 3 };
  const asked = take(state, { type: 'pass-asked', draft, ...moment });
  const end = later(moment, wait);
  const begun = take(asked, { type: 'pass-begun', id: 'exit', tabId: 3, ...end });
  expect(blockerOf(begun, end)(address, 3)).toBe(false);
}

describe('nobody is trapped', () => {
  it(
    'from any state the way out is there, in at most the stated wait',
    () => {
      let blockedStates = 0;
      fc.assert(
        fc.property(anySettings, happenings, (settings, all) => {
          let state = stateWith({ settings, rock: openRock() });
          let moment = START;
          for (const [i, { after: pause, what }] of all.entries()) {
            moment = later(moment, pause);
            state = take(state, eventOf(state, what, moment, `${i}`));
            // At the change of the day the count of passes begins anew, and what was put aside is over.
            const isSameDay = (end: Moment) =>
              dayOf(end, state.settings.dayStart) === dayOf(moment, state.settings.dayStart);
            if (blockedCategories(state, moment).size === 0) continue;
            blockedStates++;
            if (isSameDay(later(moment, 2 * MINUTE))) {
              expectAsideOpens(state, moment);
              expectPassOpens(state, moment);
            }
          }
        }),
        { numRuns: RUNS, seed: SEED },
      );
      expect(blockedStates).toBeGreaterThan(RUNS / 2);
    },
    LONG,
  );

  it('outside work hours, on days off, and after done nothing is blocked until done', () => {
    fc.assert(
      fc.property(anySettings, fc.nat(2 * 24 * 60), fc.boolean(), (settings, minutes, isDone) => {
        const moment = later(at('2026-11-23T00:00'), minutes * MINUTE);
        const day = dayOf(moment, settings.dayStart);
        const rock = openRock({ day, status: isDone ? 'done' : 'open' });
        const state = stateWith({ settings, rock });
        const clock = Temporal.Instant.fromEpochMilliseconds(moment.at).toZonedDateTimeISO(ZONE);
        const minute = clock.hour * 60 + clock.minute;
        const hours = settings.workHours.week[clock.dayOfWeek - 1] ?? [];
        const isWork = settings.workHours.always || hours.some(([from, to]) => from <= minute && minute < to);
        const isOff = settings.daysOff.includes(day) && DAYS.includes(day);
        if (!isWork || isOff) expect([...blockedCategories(state, moment)]).toEqual([]);
        if (!isDone) return;
        const lasting = settings.categories.filter(
          ({ policy, endsWhenDone }) => !endsWhenDone && policy !== 'block until done',
        );
        const blocked = [...blockedCategories(state, moment)];
        expect(lasting.map(({ id }) => id)).toEqual(expect.arrayContaining(blocked));
      }),
      { numRuns: runs(1000), seed: SEED },
    );
  });

  it(
    'nothing changes by itself before the moment for which the alarm is set',
    () => {
      fc.assert(
        fc.property(
          anySettings,
          happenings,
          fc.double({ min: 0, max: 1, noNaN: true }),
          (settings, all, share) => {
            let state = stateWith({ settings, rock: openRock() });
            let moment = START;
            for (const [i, { after: pause, what }] of all.entries()) {
              moment = later(moment, pause);
              state = take(state, eventOf(state, what, moment, `${i}`));
            }
            const until = nextChange(state, moment);
            expect(until).toBeGreaterThan(moment.at);
            const between = instant(moment.at + Math.floor((until - 1 - moment.at) * share));
            const there = { at: between, zone: ZONE };
            expect(inForce(state, there)).toEqual(inForce(state, moment));
            expect(step(state, { type: 'edit-cancelled', id: 'none', ...there }).state).toBe(state);
          },
        ),
        { numRuns: RUNS, seed: SEED },
      );
    },
    LONG,
  );
});
