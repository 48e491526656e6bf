import { describe, expect, it } from 'vitest';
import { createDispatcher, type Surround } from '../../src/background/dispatcher';
import type { InFront } from '../../src/browser/look-around';
import type { Session } from '../../src/browser/session';
import type { History } from '../../src/domain/import-file';
import type { Merge } from '../../src/domain/merge';
import type { Presence } from '../../src/domain/observation';
import { NO_RECORDS, type Records } from '../../src/domain/records';
import { DEFAULT_SETTINGS } from '../../src/domain/settings';
import { NEW_STATE, type State } from '../../src/domain/state';
import { MINUTE, type Moment, SECOND } from '../../src/domain/time';
import { anImportSummary } from '../fakes/client';
import { at, later } from '../fixtures/moment';
import { openRock } from '../fixtures/state';

const NOTHING_MERGED: Merge = {
  ...NO_RECORDS,
  state: NEW_STATE,
  visits: [],
  totals: [],
  hours: [],
  rocks: [],
  passes: [],
  days: [],
  summary: anImportSummary(),
};

const START = at('2026-11-23T10:05');

/** A dispatcher over an object in place of the database and the browser. */
function desk() {
  const world = {
    moment: START as Moment,
    /** When the run began, its code being read only later. */
    bornAt: START.at as number,
    state: NEW_STATE as State,
    records: [] as Records[],
    front: { address: null, audible: false, linger: 0, behind: null } as InFront,
    session: { isNew: false, glimpses: [], idleSeconds: 60, order: 0 } as Session,
    there: 'active' as Presence,
    idleTime: 0,
    foreseen: [] as State[],
    log: [] as string[],
    watched: null as number | null,
  };
  const surround: Surround = {
    now: () => world.moment,
    uptime: () => world.moment.at - world.bornAt,
    run: 'run-1',
    store: {
      load: async () => ({ state: world.state, trouble: null }),
      async commit(_previous, next, records) {
        world.log.push('commit');
        world.state = next;
        world.records.push(records);
      },
      async erase() {
        world.log.push('erase');
      },
      async merge({ state }, { rocks }) {
        world.log.push('merge');
        world.state = { ...state, rock: rocks[0] ?? null };
        return { ...NOTHING_MERGED, state: world.state };
      },
    },
    session: {
      read: async () => world.session,
      mark: async () => {
        world.session = { ...world.session, isNew: false };
      },
      secure: secured => {
        world.session = { ...world.session, ...secured };
      },
    },
    inFront: async () => world.front,
    presence: async () => world.there,
    idleTime: async () => world.idleTime,
    foresee: state => void world.foreseen.push(state),
    show: async ({ occasion }) => void world.log.push(`show ${occasion}`),
    watchFor: (listed, seconds) => {
      world.watched = listed ? seconds : null;
    },
  };
  const pass = (milliseconds: number) => {
    world.moment = later(world.moment, milliseconds);
  };
  const goTo = (address: string | null) => {
    world.front = { ...world.front, address };
  };
  return { world, surround, dispatcher: createDispatcher(surround), pass, goTo };
}

const visits = (records: Records[]) =>
  records.flatMap(each => each.visits.map(({ site, start, end }) => [site, (end - start) / SECOND]));

describe('the dispatcher', () => {
  it('measures a visit from look to look', async () => {
    const { world, dispatcher, pass, goTo } = desk();
    goTo('https://www.facebook.com/');
    await dispatcher.look('moved');
    for (let i = 0; i < 7; i++) {
      pass(2 * SECOND);
      await dispatcher.look('beat');
    }
    pass(SECOND);
    goTo('https://mail.google.com/');
    await dispatcher.look('moved');
    expect(visits(world.records)).toEqual([['facebook.com', 15]]);
    expect(world.state.tracker.open?.site).toBe('mail.google.com');
  });

  it('takes events in the order in which they came, each at its own moment', async () => {
    const { world, dispatcher, pass, goTo } = desk();
    goTo('https://x.com/');
    const first = dispatcher.look('moved');
    await first;
    pass(3 * SECOND);
    goTo(null);
    const second = dispatcher.look('moved');
    pass(MINUTE);
    const third = dispatcher.dispatch({
      type: 'rock-pinned',
      id: 'r',
      draft: { title: 'One' },
      ...world.moment,
    });
    await Promise.all([second, third]);
    expect(visits(world.records)).toEqual([['x.com', 3]]);
    expect(world.log).toEqual(['commit', 'show started', 'commit', 'show moved', 'commit', 'show asked']);
  });

  it('foretells what it is about to write down, and only what is so now', async () => {
    const { world, surround, goTo } = desk();
    const unseen = { ...world.moment, address: 'https://x.com/', audible: false, linger: 0, behind: null };
    const glimpse = {
      ...unseen,
      run: 'run-0',
      uptime: 0,
      order: 0,
      presence: 'active',
      askedFor: 60,
      tabId: null,
    };
    world.session = { ...world.session, glimpses: [glimpse as never] };
    const written: [State, number][] = [];
    const dispatcher = createDispatcher({
      ...surround,
      store: {
        ...surround.store,
        async commit(previous, next, records) {
          written.push([next, world.foreseen.length]);
          await surround.store.commit(previous, next, records);
        },
      },
    });
    goTo('https://x.com/');
    await dispatcher.dispatch({ type: 'rock-pinned', id: 'r', draft: { title: 'One' }, ...world.moment });
    const [recollected, pinned] = written;
    expect(recollected?.[1]).toBe(0);
    expect(pinned?.[1]).toBe(1);
    expect(world.foreseen).toEqual([pinned?.[0]]);
    expect(pinned?.[0].rock?.title).toBe('One');
  });

  it('ends what was open when the browser was started anew', async () => {
    const { world, surround, dispatcher, pass, goTo } = desk();
    goTo('https://x.com/');
    await dispatcher.look('moved');
    pass(4 * SECOND);
    await dispatcher.look('beat');
    pass(3 * SECOND);
    world.session = { ...world.session, isNew: true };
    world.bornAt = world.moment.at;
    await createDispatcher({ ...surround, run: 'run-2' }).look('started');
    expect(visits(world.records)).toEqual([['x.com', 4]]);
    expect(world.state.tracker.open?.startedAt).toBe(world.moment.at);
  });

  it('dates what a run was started for by its birth, and not by when its code had been read', async () => {
    const { world, surround, dispatcher, pass, goTo } = desk();
    goTo('https://x.com/');
    await dispatcher.look('moved');
    pass(4 * SECOND);
    goTo('https://example.com/');
    world.bornAt = world.moment.at;
    pass(SECOND);
    const next = createDispatcher({ ...surround, run: 'run-2' });
    await next.look('started');
    expect(visits(world.records)).toEqual([['x.com', 4]]);
    pass(SECOND);
    goTo('https://x.com/');
    await next.look('moved');
    expect(world.state.tracker.open?.startedAt).toBe(world.moment.at);
  });

  it('watches for idleness only while a listed site is in front', async () => {
    const { world, dispatcher, goTo } = desk();
    goTo('https://example.com/');
    await dispatcher.look('moved');
    expect(world.watched).toBeNull();
    goTo('https://x.com/');
    await dispatcher.look('moved');
    expect(world.watched).toBe(60);
  });

  it('notes once what holds on the day, and writes nothing while nothing happens', async () => {
    const { world, dispatcher } = desk();
    await dispatcher.look('moved');
    expect(world.records).toMatchObject([{ terms: [{ day: '2026-11-23', kind: 'open' }] }]);
    world.log.length = 0;
    await dispatcher.look('moved');
    await dispatcher.look('moved');
    expect(world.log.filter(entry => entry === 'commit')).toEqual([]);
  });

  it('tells what was in front at the moment of an event, however long the queue is', async () => {
    const { world, dispatcher, pass, goTo } = desk();
    const first = dispatcher.look('moved');
    const loading = dispatcher.look('moved');
    pass(300);
    goTo('https://x.com/');
    const committed = dispatcher.look('moved');
    await Promise.all([first, loading, committed]);
    expect(world.state.tracker.open?.startedAt).toBe(world.moment.at);
  });

  it('says why an event was refused and goes on', async () => {
    const { world, dispatcher } = desk();
    expect(await dispatcher.dispatch({ type: 'rock-done', ...world.moment })).toBe('no-open-rock');
    expect(
      await dispatcher.dispatch({ type: 'rock-pinned', id: 'r', draft: { title: 'One' }, ...world.moment }),
    ).toBe(null);
  });

  it('merges what is imported in its turn, after a look, and shows it', async () => {
    const { world, dispatcher, goTo } = desk();
    goTo('https://x.com/');
    const history: History = {
      ...NO_RECORDS,
      settings: DEFAULT_SETTINGS,
      rocks: [openRock()],
      totals: [],
      hours: [],
    };
    const looking = dispatcher.look('moved');
    const merging = dispatcher.merge(history, false);
    const after = dispatcher.look('moved');
    await Promise.all([looking, merging, after]);
    const turns = ['show started', 'show read', 'merge', 'show imported', 'show moved'];
    expect(world.log.filter(entry => entry !== 'commit')).toEqual(turns);
    expect(world.state.rock).toEqual(openRock());
    expect(world.state.tracker.open?.site).toBe('x.com');
  });

  it('goes on after a look that failed', async () => {
    const { surround, world, goTo } = desk();
    let fails = true;
    const dispatcher = createDispatcher({
      ...surround,
      inFront: async () => {
        if (fails) throw new Error('No window.');
        return world.front;
      },
    });
    await expect(dispatcher.look('moved')).rejects.toThrow('No window.');
    fails = false;
    goTo('https://x.com/');
    await dispatcher.look('moved');
    expect(world.state.tracker.open?.site).toBe('x.com');
  });
});
