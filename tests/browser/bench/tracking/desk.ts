import type { Page } from 'puppeteer-core';
import { PAGES, startBrowser } from '../../browsers';
import type { BrowserKind, BrowserSession } from '../../harness/browser-session';
import { type Display, startDisplay } from '../../harness/display';
import { type FakeWeb, startFakeWeb } from '../../harness/fake-web';
import { type ShiftedClock, shiftedClock } from '../../harness/shifted-clock';
import { type Sound, startSound } from '../../harness/sound';
import { type Ledger, openLedger } from './ledger';

/** What a scenario needs beside a browser on a screen of its own. */
export interface Needs {
  /** Hands on mouse and keyboard all the while; true unless said otherwise. */
  readonly awake?: boolean;
  /** The time zone of a clock of its own, which can be set. */
  readonly zone?: string;
  readonly sound?: boolean;
}

/** A browser with the extension and a person before it, and what that person really does. */
export interface Desk {
  readonly kind: BrowserKind;
  readonly web: FakeWeb;
  readonly display: Display;
  readonly session: BrowserSession;
  readonly ledger: Ledger;
  readonly clock: ShiftedClock;
  /** In front at the start, with an unlisted page. */
  readonly page: Page;
  /** Goes to an address; the site has attention from the moment the web is asked for it, which is returned. */
  visit(address: string, site: string | null, page?: Page): Promise<number>;
  /** Goes to an unlisted page. */
  leave(page?: Page): Promise<number>;
}

/** A desk without a clock of its own has this one. */
const REAL_CLOCK: ShiftedClock = {
  env: {},
  at: moment => moment,
  set: () => Promise.reject(new Error('No clock to set: the scenario names no zone')),
  jump: () => Promise.reject(new Error('No clock to set: the scenario names no zone')),
  close: async () => undefined,
};

const NO_SOUND: Sound = { env: {}, close: async () => undefined };

export async function atDesk<T>(
  kind: BrowserKind,
  needs: Needs,
  work: (desk: Desk) => Promise<T>,
): Promise<T> {
  const ends: (() => Promise<void>)[] = [];
  const lasting = <R extends { close(): Promise<void> }>(resource: R): R => {
    ends.unshift(() => resource.close());
    return resource;
  };
  try {
    const web = lasting(await startFakeWeb());
    const display = lasting(await startDisplay());
    const clock = needs.zone === undefined ? REAL_CLOCK : lasting(await shiftedClock(needs.zone));
    const sound = needs.sound ? lasting(await startSound()) : NO_SOUND;
    const env = { ...clock.env, ...sound.env };
    const session = lasting(await startBrowser(kind, { fakeWeb: web, display: display.display, env }));
    if (needs.awake ?? true) {
      const letGo = display.keepAwake(3000);
      ends.unshift(async () => letGo());
    }
    return await work(await seated({ kind, web, display, session, clock }));
  } finally {
    for (const end of ends) await end();
  }
}

async function seated(at: Pick<Desk, 'kind' | 'web' | 'display' | 'session' | 'clock'>): Promise<Desk> {
  const { session, web } = at;
  const page = await session.openPage('https://unlisted.example/');
  await page.bringToFront();
  const welcome = (await session.browser().pages()).find(
    other => other.url() === session.extensionUrl(PAGES.welcome),
  );
  await welcome?.close();
  const ledger = openLedger();

  const visit = async (address: string, site: string | null, to = page) => {
    const { host, pathname } = new URL(address);
    const asked = () => web.hits(host).filter(({ path }) => path === pathname);
    const before = asked().length;
    await session.goto(to, address);
    const hit = asked()[before];
    if (!hit) throw new Error(`${address} was not asked for`);
    ledger.attend(site, hit.at);
    return hit.at;
  };

  return { ...at, page, ledger, visit, leave: to => visit('https://after.example/', null, to) };
}
