import type { Page } from 'puppeteer-core';
import { ask, PAGES, startBrowser, workAllDay } from '../browsers';
import type { BrowserKind, BrowserSession, SessionOptions } from '../harness/browser-session';
import { type Display, startDisplay } from '../harness/display';
import type { FakeWeb } from '../harness/fake-web';
import { type Sound, startSound } from '../harness/sound';
import { apiScript } from './api-script';
import { listenScript } from './told-script';
import { startWatchedWeb } from './watched-web';

/** A browser on a screen of its own, with the extension and a rock pinned. */
export interface Scene {
  readonly kind: BrowserKind;
  readonly web: FakeWeb;
  readonly display: Display;
  readonly session: BrowserSession;
  /** A page of the extension, from which browser and background are asked. Another one after a restart. */
  desk: Page;
  /** By how much the browser's clock is ahead of that of the test, in milliseconds. */
  readonly ahead: () => number;
  /** When the deed was done, as far as it has been. Milliseconds since 1970. */
  since: number;
  /** The deed is done now. */
  mark(): void;
  close(): Promise<void>;
}

export const ROCK = { title: 'Finish the Acme proposal' };

/** Listed for this, beside the presets. */
const SITES = ['127.0.0.1', 'münchen.example', 'worker.example', 'offline.example'];

export async function openScene(kind: BrowserKind): Promise<Scene> {
  const scene = await openStage(kind, await startSound());
  await workAllDay(scene.session);
  for (const pattern of SITES)
    await ask(scene.desk, 'editSettings', { edit: 'add-site', pattern, category: 'social' });
  await ask(scene.desk, 'pinRock', ROCK);
  return scene;
}

/** A page of the extension that notes what the browser tells extensions. */
export async function openDesk(session: BrowserSession): Promise<Page> {
  const desk = await session.openExtensionPage(PAGES.settings);
  await desk.evaluate(listenScript);
  return desk;
}

/** A browser in which nothing has been set or pinned yet. */
export async function openStage(
  kind: BrowserKind,
  loan: Pick<Sound, 'env' | 'close'>,
  options: Partial<SessionOptions> = {},
): Promise<Scene> {
  const [web, display] = [await startWatchedWeb(), await startDisplay()];
  const session = await startBrowser(kind, {
    fakeWeb: web,
    display: display.display,
    env: loan.env,
    ...options,
  });
  const desk = await openDesk(session);
  const scene: Scene = {
    kind,
    web,
    display,
    session,
    desk,
    ahead: () => 0,
    since: 0,
    mark() {
      scene.since = Date.now();
    },
    async close() {
      await session.close();
      await display.close();
      await web.close();
      await loan.close();
    },
  };
  return scene;
}

interface Tab {
  readonly id: number;
  readonly url?: string;
  readonly audible?: boolean;
}

/** Has the browser's own interface do something with tabs or windows, as a person does by its buttons; or tell of rules. */
export const tell = <T = Tab>(
  { desk }: Scene,
  space: 'tabs' | 'windows' | 'declarativeNetRequest',
  call: string,
  ...args: unknown[]
): Promise<T> => desk.evaluate(apiScript, { space, call, args }) as Promise<T>;

export const allTabs = (scene: Scene, what: object = {}): Promise<Tab[]> =>
  tell<Tab[]>(scene, 'tabs', 'query', what);

/** Closes everything but the desk. */
export async function clearAway(scene: Scene): Promise<void> {
  const desk = scene.session.extensionUrl(PAGES.settings);
  const tabs = await allTabs(scene);
  await tell(
    scene,
    'tabs',
    'remove',
    tabs.filter(({ url }) => url !== desk).map(({ id }) => id),
  );
}

/** A tab with this page in front of everything else. */
export async function pageAt({ session }: Scene, address: string): Promise<Page> {
  const page = await session.openPage(address);
  await page.bringToFront();
  return page;
}

/**
 * While the rock is done for a moment, everything is open; what is left open then stands there when it is pinned again,
 * which is the deed. It is so too where the work fails: what is tried next counts on it.
 */
export async function whileOpen<T>(
  scene: Scene,
  work: () => Promise<T>,
  meanwhile?: () => Promise<unknown> | undefined,
): Promise<T> {
  await ask(scene.desk, 'finishRock');
  try {
    return await work();
  } finally {
    scene.mark();
    await Promise.all([ask(scene.desk, 'reopenRock'), meanwhile?.()]);
  }
}
