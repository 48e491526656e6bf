import { describe, expect, it } from 'vitest';
import type { SettingsEdit, SiteChoice } from '../../src/domain/edit-settings';
import { DEFAULT_SETTINGS, SCOREBOARDS, SOCIAL, termsOf } from '../../src/domain/settings';
import { NEW_STATE, type State } from '../../src/domain/state';
import { type Event, step } from '../../src/domain/step';
import { MINUTE, SECOND } from '../../src/domain/time';
import { at, later } from '../fixtures/moment';
import { nothingSeen, openRock, stateWith } from '../fixtures/state';

const MONDAY = at('2026-11-23T10:00');
const BLOCKING = stateWith({ rock: openRock() });

const edit = (change: SettingsEdit | SiteChoice, moment = MONDAY, id = 'edit'): Event => ({
  type: 'settings-edited',
  id,
  edit: change,
  ...moment,
});

const stateAfter = (state: State, ...events: Event[]): State =>
  events.reduce((now, event) => {
    const { state: next, fault } = step(now, event);
    expect(fault).toBeNull();
    return next;
  }, state);

const REMOVE: SettingsEdit = { edit: 'remove-site', pattern: 'facebook.com' };
const has = (state: State, pattern: string) => state.settings.sites.some(site => site.pattern === pattern);

describe('a change that loosens something', () => {
  it('is made at once where nothing is blocked', () => {
    const state = stateAfter(NEW_STATE, edit(REMOVE));
    expect(has(state, 'facebook.com')).toBe(false);
    expect(state.pending).toEqual([]);
  });

  it('waits ten minutes while something is blocked', () => {
    const waiting = stateAfter(BLOCKING, edit(REMOVE));
    expect(has(waiting, 'facebook.com')).toBe(true);
    expect(waiting.pending).toEqual([
      { id: 'edit', edit: REMOVE, askedAt: MONDAY.at, takesEffectAt: later(MONDAY, 10 * MINUTE).at },
    ]);
    const early = stateAfter(waiting, nothingSeen(later(MONDAY, 10 * MINUTE - 1)));
    expect(has(early, 'facebook.com')).toBe(true);
    const due = stateAfter(early, nothingSeen(later(MONDAY, 10 * MINUTE)));
    expect(has(due, 'facebook.com')).toBe(false);
    expect(due.pending).toEqual([]);
  });

  it('waits no longer when the rock is done', () => {
    const done = stateAfter(BLOCKING, edit(REMOVE), { type: 'rock-done', ...later(MONDAY, SECOND) });
    expect(has(done, 'facebook.com')).toBe(false);
    expect(done.pending).toEqual([]);
  });

  it('can be taken back, and is replaced by a later one of the same thing', () => {
    const waiting = stateAfter(BLOCKING, edit(REMOVE));
    expect(stateAfter(waiting, { type: 'edit-cancelled', id: 'edit', ...MONDAY }).pending).toEqual([]);
    const again = stateAfter(
      waiting,
      edit({ edit: 'add-site', pattern: 'https://www.facebook.com/', category: SOCIAL }, MONDAY, 'again'),
    );
    expect(again.pending).toEqual([]);
    expect(has(again, 'facebook.com')).toBe(true);
  });

  it('begins its wait anew where the clock is set back, which neither shortens it nor makes it last', () => {
    const back = stateAfter(BLOCKING, edit(REMOVE), nothingSeen(later(MONDAY, -60 * MINUTE)));
    const soon = stateAfter(back, nothingSeen(later(MONDAY, -51 * MINUTE)));
    expect(has(soon, 'facebook.com')).toBe(true);
    expect(has(stateAfter(soon, nothingSeen(later(MONDAY, -50 * MINUTE))), 'facebook.com')).toBe(false);
  });

  it('that is not possible any more is dropped', () => {
    const social = { ...DEFAULT_SETTINGS.categories[0], id: 'gone' as never, name: 'Gone' };
    const settings = { ...DEFAULT_SETTINGS, categories: [...DEFAULT_SETTINGS.categories, social as never] };
    const gone: SettingsEdit = { edit: 'add-site', pattern: '+facebook.com/in', category: 'gone' as never };
    const waiting = stateAfter({ ...BLOCKING, settings }, edit(gone));
    expect(waiting.pending).toHaveLength(1);
    const due = stateAfter(
      { ...waiting, settings: DEFAULT_SETTINGS },
      nothingSeen(later(MONDAY, 10 * MINUTE)),
    );
    expect(due.pending).toEqual([]);
    expect(due.settings).toEqual(DEFAULT_SETTINGS);
  });

  it('of several sites waits for each by itself; what tightens is made', () => {
    const choice: SiteChoice = {
      edit: 'choose-sites',
      add: [{ pattern: 'new.example', category: SOCIAL }],
      remove: ['facebook.com', 'mail.google.com', 'nowhere.example'],
    };
    const state = stateAfter(BLOCKING, edit(choice));
    expect(has(state, 'new.example')).toBe(true);
    // Only tracked: it opens nothing.
    expect(has(state, 'mail.google.com')).toBe(false);
    expect(state.pending.map(each => each.edit)).toEqual([REMOVE]);
  });

  it('of a policy waits, and its nudge does not', () => {
    const [social] = DEFAULT_SETTINGS.categories;
    if (!social) throw new Error('No category');
    const terms = { ...termsOf(social), policy: 'limit per day' as const, nudgeMinutes: 5 };
    const state = stateAfter(BLOCKING, edit({ edit: 'set-policy', category: SOCIAL, terms }));
    expect(state.settings.categories[0]).toEqual({ ...social, nudgeMinutes: 5 });
    const due = stateAfter(state, nothingSeen(later(MONDAY, 10 * MINUTE)));
    expect(due.settings.categories[0]).toEqual({ ...social, ...terms });
  });
});

describe('a change that tightens', () => {
  it.each<[string, SettingsEdit]>([
    ['a site more', { edit: 'add-site', pattern: 'new.example', category: SCOREBOARDS }],
    ['an exception less', { edit: 'remove-site', pattern: '+linkedin.com/messaging' }],
    ['strict mode', { edit: 'set-strict', isStrict: true }],
    ['fewer passes', { edit: 'set-passes', passesPerDay: 0 }],
    ['longer hours', { edit: 'set-work-hours', workHours: { ...DEFAULT_SETTINGS.workHours, always: true } }],
  ])('is made at once: %s', (_name, change) => {
    const state = stateAfter(BLOCKING, edit(change));
    expect(state.pending).toEqual([]);
    expect(state.settings).not.toEqual(BLOCKING.settings);
  });

  it('is made at once as far as it tightens, and the rest waits', () => {
    const week = DEFAULT_SETTINGS.workHours.week.map((ranges, i) =>
      i === 0 ? [[10 * 60, 18 * 60] as const] : ranges,
    );
    const change: SettingsEdit = { edit: 'set-work-hours', workHours: { always: false, week } };
    const state = stateAfter(BLOCKING, edit(change));
    expect(state.settings.workHours.week[0]).toEqual([[9 * 60, 18 * 60]]);
    expect(state.pending).toHaveLength(1);
    expect(stateAfter(state, nothingSeen(later(MONDAY, 10 * MINUTE))).settings.workHours.week).toEqual(week);
  });
});
