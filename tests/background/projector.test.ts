import { describe, expect, it, vi } from 'vitest';
import { createProjector } from '../../src/background/projector';
import type { Shown, Watched } from '../../src/background/shown';
import type { Notice } from '../../src/browser/notifications';
import { SHUT_DOOR } from '../../src/domain/door';
import type { HeldPass } from '../../src/domain/pass';
import type { Pattern } from '../../src/domain/pattern';
import { NO_RECORDS } from '../../src/domain/records';
import { SOCIAL } from '../../src/domain/settings';
import { NEW_STATE, type State } from '../../src/domain/state';
import { MINUTE, type Moment } from '../../src/domain/time';
import { NEW_TRACKER } from '../../src/domain/tracker';
import { at, day, later } from '../fixtures/moment';
import { openRock, openVisit, stateWith } from '../fixtures/state';

const START = at('2026-11-23T10:05');
const BLOCKING = stateWith({ rock: openRock() });
const DONE = stateWith({ rock: openRock({ status: 'done', doneAt: START.at }) });
const FACEBOOK = 'https://www.facebook.com/groups?q=1#top';
const HERE = 7;
const BLOCKED = 'block social,scoreboards';
const NOTHING_NEW = ['beat false', 'focus false', 'revive false'];

/** Somebody on a page of a blocked site that refuses to be left. */
const STUCK = stateWith({ rock: openRock(), tracker: { ...NEW_TRACKER, open: openVisit() } });

const onPass = (part: Partial<HeldPass> = {}): State => ({
  ...BLOCKING,
  door: { ...SHUT_DOOR, passes: [{ ...A_PASS, ...part }] },
});

const A_PASS: HeldPass = {
  id: 'pass-1',
  zone: START.zone,
  day: openRock().day,
  site: 'facebook.com' as Pattern,
  category: SOCIAL,
  purpose: 'Answer Anna',
  minutes: 5,
  startedAt: START.at,
  endsAt: later(START, 5 * MINUTE).at,
  isOver: false,
  outcome: null,
  tabId: HERE,
  isWarned: false,
};

/** A projector over a list of what was done. */
function stage() {
  const world = {
    log: [] as string[],
    notices: [] as Notice[],
    tabs: [{ id: HERE, address: FACEBOOK }],
    away: [] as number[],
    failing: new Set<string>(),
  };
  const done = async (what: string) => {
    world.log.push(what);
    if (world.failing.has(what)) throw new Error(what);
  };
  const projector = createProjector({
    applyBlocking: ({ categories, open }) => done(`block ${[...categories].filter(id => !open.has(id))}`),
    sweep(isBlocked, stoodOpen) {
      const swept = world.tabs.filter(({ id, address }) => isBlocked(address, id));
      world.away.push(...swept.map(({ id }) => id));
      return done(stoodOpen ? 'sweep' : 'sweep attempts');
    },
    async sendAway(tabId) {
      world.away.push(tabId);
    },
    hasArrived: tabId => world.log.push(`arrived ${tabId}`),
    showFace: ({ icon }) => done(`face ${icon}`),
    offerMenus: on => done(`menus ${on}`),
    async notify(notice) {
      world.notices.push(notice);
    },
    wakeAt: () => done('wake'),
    keepReviving: on => done(`revive ${on}`),
    beat: on => world.log.push(`beat ${on}`),
    watchFocus: on => world.log.push(`focus ${on}`),
    broadcastChange: () => done('broadcast'),
  });
  return { ...world, projector };
}

/** The same, when this was shown first; what that took is forgotten. */
async function shownOnce(state: State) {
  const opened = stage();
  await opened.projector.show(shown('started', state));
  opened.log.length = 0;
  opened.away.length = 0;
  return opened;
}

/** What is shown after a step from one state to another. */
function shown(
  occasion: Shown['occasion'],
  before: State,
  state: State = before,
  moment: Moment = START,
): Shown {
  const watched: Watched = { again: false, focus: false };
  return { ...moment, before, step: { state, records: NO_RECORDS, fault: null }, occasion, watched };
}

describe('what is shown', () => {
  it.each([
    ['started', true],
    ['scheduled', true],
    ['imported', true],
    ['doubted', false],
  ] as const)('is all of it for "%s"; pages are told of it: %s', async (occasion, isTold) => {
    const { projector, log } = await shownOnce(BLOCKING);
    await projector.show(shown(occasion, BLOCKING));
    expect(log).toEqual(expect.arrayContaining([BLOCKED, 'sweep', 'face blocking', 'wake']));
    expect(log.includes('broadcast')).toBe(isTold);
  });

  it.each(['beat', 'read'] as const)('is nothing for "%s" where nothing came of it', async occasion => {
    const { projector, log } = await shownOnce(BLOCKING);
    await projector.show(shown(occasion, BLOCKING));
    expect(log).toEqual(NOTHING_NEW);
  });

  it('is all of it at a beat by which the gate was to change', async () => {
    const { projector, log } = await shownOnce(BLOCKING);
    const evening = at('2026-11-23T19:00');
    await projector.show(shown('beat', BLOCKING, BLOCKING, evening));
    expect(log).toEqual(expect.arrayContaining(['block ', 'sweep', 'face off', 'wake', 'broadcast']));
  });

  it('is all of it when the rock is done', async () => {
    const { projector, log } = await shownOnce(BLOCKING);
    await projector.show(shown('asked', BLOCKING, DONE));
    expect(log).toEqual(expect.arrayContaining(['block ', 'sweep', 'face done', 'wake', 'broadcast']));
  });

  it('sends a page away that was just come to, as an attempt', async () => {
    const { projector, log, away } = await shownOnce(DONE);
    await projector.show(shown('moved', BLOCKING));
    expect(log).toContain('sweep attempts');
    expect(away).toEqual([HERE]);
  });

  it('goes on sending a page away, at every beat, that refuses to go', async () => {
    const { projector, away } = await shownOnce(STUCK);
    away.length = 0;
    await projector.show(shown('beat', STUCK));
    await projector.show(shown('beat', STUCK));
    expect(away).toEqual([HERE, HERE]);
  });

  it('leaves alone at a beat what is there by a pass', async () => {
    const open = openVisit({ pass: 'pass-1' });
    const state = { ...onPass(), tracker: { ...NEW_TRACKER, open } };
    const { projector, log } = await shownOnce(state);
    await projector.show(shown('beat', state));
    expect(log).toEqual(NOTHING_NEW);
  });

  it('is the menu of a page where it was switched on or off', async () => {
    const { projector, log } = await shownOnce(BLOCKING);
    const settings = { ...BLOCKING.settings, signs: { menu: false, badge: true } };
    const off = { ...BLOCKING, settings };
    await projector.show(shown('asked', BLOCKING, off));
    await projector.show(shown('scheduled', off));
    await projector.show(shown('asked', off, BLOCKING));
    expect(log.filter(what => what.startsWith('menus'))).toEqual(['menus false', 'menus true']);
  });

  it.each([BLOCKED, 'sweep', 'face blocking', 'wake'])('is the rest of it where "%s" fails', async part => {
    const { projector, log, failing } = stage();
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    failing.add(part);
    await projector.show(shown('started', BLOCKING));
    expect(log).toEqual(expect.arrayContaining([BLOCKED, 'sweep', 'face blocking', 'wake', 'broadcast']));
    expect(said).toHaveBeenCalledOnce();
    said.mockRestore();
  });
});

describe('before it is written down', () => {
  it('pages are sent away from what is blocked from now on', async () => {
    const { projector, away } = await shownOnce(DONE);
    projector.foresee(BLOCKING, START);
    expect(away).toEqual([HERE]);
  });

  it.each([
    ['nothing more is blocked', BLOCKING, BLOCKING],
    ['less is blocked', BLOCKING, DONE],
  ])('nothing is done where %s', async (_, before, after) => {
    const { projector, log } = await shownOnce(before);
    projector.foresee(after, START);
    expect(log).toEqual([]);
  });

  it('nothing is done by a run that has shown nothing yet', () => {
    const { projector, log } = stage();
    projector.foresee(BLOCKING, START);
    expect(log).toEqual([]);
  });
});

describe('a tab that comes to an address', () => {
  it('is sent away where that is blocked', async () => {
    const { projector, away, log } = await shownOnce(BLOCKING);
    away.length = 0;
    projector.guard(HERE, FACEBOOK, START);
    expect(away).toEqual([HERE]);
    expect(log).toEqual([]);
  });

  it.each([
    ['where that is open', DONE, HERE],
    ['where it has a pass', onPass(), HERE],
  ])('has arrived %s', async (_, state, tab) => {
    const { projector, away, log } = await shownOnce(state);
    projector.guard(tab, FACEBOOK, START);
    expect(away).toEqual([]);
    expect(log).toEqual([`arrived ${tab}`]);
  });

  it('is sent away where another tab has the pass', async () => {
    const { projector, away } = await shownOnce(onPass());
    projector.guard(HERE + 1, FACEBOOK, START);
    expect(away).toEqual([HERE + 1]);
  });
});

describe('a person is told once', () => {
  it('that a pass is about to end', async () => {
    const { projector, notices } = await shownOnce(onPass());
    const warned = onPass({ isWarned: true });
    await projector.show(shown('scheduled', onPass(), warned));
    await projector.show(shown('scheduled', warned));
    expect(notices).toEqual([
      { of: 'pass-ending', id: 'pass-1', site: 'facebook.com', purpose: 'Answer Anna' },
    ]);
  });

  it('nothing of a pass that is over by then', async () => {
    const { projector, notices } = await shownOnce(onPass());
    await projector.show(shown('scheduled', onPass(), onPass({ isWarned: true, isOver: true })));
    expect(notices).toEqual([]);
  });

  it('that it has been a while on one thing', async () => {
    const streak = { category: SOCIAL, since: START.at, nudgedAt: null };
    const before = { ...DONE, streak };
    const nudged = { ...DONE, streak: { ...streak, nudgedAt: later(START, 15 * MINUTE).at } };
    const { projector, notices } = await shownOnce(before);
    await projector.show(shown('beat', before, nudged));
    await projector.show(shown('beat', nudged));
    expect(notices).toEqual([
      { of: 'nudge', question: 'Will this help me make my sales quota?', category: 'Social' },
    ]);
  });

  it('to pin a rock when work begins, with the theme of the day', async () => {
    const settings = { ...NEW_STATE.settings, themes: ['Cold calls', '', '', '', '', '', ''] };
    const before = { ...NEW_STATE, settings };
    const reminded = { ...before, reminded: { start: day('2026-11-23'), evening: null } };
    const { projector, notices } = await shownOnce(before);
    await projector.show(shown('beat', before, reminded));
    await projector.show(shown('beat', reminded));
    expect(notices).toEqual([{ of: 'start', theme: 'Cold calls' }]);
  });

  it('how the rock stands when work ends', async () => {
    const reminded = { ...DONE, reminded: { start: null, evening: day('2026-11-23') } };
    const { projector, notices } = await shownOnce(DONE);
    await projector.show(shown('beat', DONE, reminded));
    expect(notices).toEqual([{ of: 'evening', rock: DONE.rock?.title, isDone: true }]);
  });
});
