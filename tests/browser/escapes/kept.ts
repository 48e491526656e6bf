import type { Page } from 'puppeteer-core';
import { ask, until } from '../browsers';
import type { Escape } from './escape';
import { innerRoad, road } from './roads';
import { allTabs, closeAgain, pageAt, type Scene, tell, whileOpen } from './scene';

const FACEBOOK = 'https://www.facebook.com';
const LINKEDIN = 'https://www.linkedin.com';

/** The address changes on a page that is open rightly, without a page load. */
const inPage = (name: string, address: string, change: (page: Page) => Promise<void>): Escape => ({
  name,
  address,
  had: true,
  async play(scene) {
    const page = await pageAt(scene, innerRoad('plain', ''));
    scene.mark();
    await change(page);
  },
});

export const IN_PAGE: readonly Escape[] = [
  inPage('history.pushState out of an exception', `${LINKEDIN}/feed/push`, page =>
    page.evaluate(() => history.pushState(null, '', '/feed/push')),
  ),
  inPage('history.replaceState out of an exception', `${LINKEDIN}/feed/replace`, page =>
    page.evaluate(() => history.replaceState(null, '', '/feed/replace')),
  ),
  inPage('hash change, and out of an exception', `${LINKEDIN}/feed/hash#there`, page =>
    page.evaluate(() => {
      history.replaceState(null, '', '/feed/hash');
      location.hash = 'there';
    }),
  ),
  {
    name: 'hash change on the block page',
    address: `${FACEBOOK}/another`,
    async play(scene) {
      const page = await scene.session.openPage();
      await scene.session.goto(page, `${FACEBOOK}/one`);
      await page.evaluate(to => location.replace(`#${to}`), `${FACEBOOK}/another`);
    },
  },
];

/**
 * Goes to an address as a script of the page does: Puppeteer waits forever where Firefox has kept pages. A page that
 * told anything while it is left would not be kept.
 */
async function leave(scene: Scene, page: Page, address: string): Promise<void> {
  await page.evaluate(() => Object.assign(globalThis, { keepsStill: true }));
  await page.evaluate(to => location.assign(to), address);
  await scene.session.waitForUrl(page, url => url === address);
}

const ELSEWHERE = road('link', FACEBOOK);

async function goBack(scene: Scene, page: Page, to: string): Promise<void> {
  await page.evaluate(() => Object.assign(globalThis, { keepsStill: true }));
  await page.evaluate(() => history.back());
  await scene.session.waitForUrl(page, url => url === to);
}

export const IN_HISTORY: readonly Escape[] = [
  {
    name: 'back, to a page the browser has kept whole',
    address: `${FACEBOOK}/back`,
    had: true,
    async play(scene) {
      const page = await whileOpen(scene, async () => {
        const opened = await pageAt(scene, `${FACEBOOK}/back`);
        await leave(scene, opened, ELSEWHERE);
        return opened;
      });
      scene.mark();
      await page.evaluate(() => history.back());
    },
  },
  {
    name: 'forward, to a page the browser has kept whole',
    address: `${FACEBOOK}/forward`,
    had: true,
    async play(scene) {
      const page = await whileOpen(scene, async () => {
        const opened = await pageAt(scene, ELSEWHERE);
        await leave(scene, opened, `${FACEBOOK}/forward`);
        await goBack(scene, opened, ELSEWHERE);
        return opened;
      });
      scene.mark();
      await page.evaluate(() => history.forward());
    },
  },
  {
    name: 'back from the block page to where it was in the way',
    address: `${FACEBOOK}/in-the-way`,
    async play(scene) {
      const page = await pageAt(scene, ELSEWHERE);
      await scene.session.goto(page, `${FACEBOOK}/in-the-way`);
      await leave(scene, page, road('blank', FACEBOOK));
      scene.mark();
      await page.evaluate(() => history.back());
    },
  },
  {
    name: 'reload',
    address: `${FACEBOOK}/reload`,
    async play(scene) {
      const page = await pageAt(scene, 'about:blank');
      await scene.session.goto(page, `${FACEBOOK}/reload`);
      await page.evaluate(() => location.reload());
    },
  },
];

interface Standing {
  /** What is done with the tab before. */
  readonly before?: (scene: Scene, page: Page) => Promise<unknown>;
  /** What is done with it at the very moment. */
  readonly meanwhile?: (scene: Scene) => Promise<unknown>;
  readonly after?: (scene: Scene) => Promise<unknown>;
}

/** A page that stands open when its site is closed. */
const standing = (name: string, path: string, { before, meanwhile, after }: Standing = {}): Escape => ({
  name,
  address: `${FACEBOOK}/${path}`,
  had: true,
  async play(scene) {
    await ask(scene.desk, 'finishRock');
    const page = await pageAt(scene, `${FACEBOOK}/${path}`);
    await before?.(scene, page);
    await Promise.all([closeAgain(scene), meanwhile?.(scene)]);
    await after?.(scene);
  },
});

const standingTab = async (scene: Scene) => {
  const tabs = await allTabs(scene, { url: `${FACEBOOK}/*` });
  return tabs[0]?.id ?? -1;
};

export const STANDING: readonly Escape[] = [
  standing('a tab open when a rock is pinned again', 'standing'),
  standing('a pinned tab open then', 'pinned-before', {
    before: async scene => tell(scene, 'tabs', 'update', await standingTab(scene), { pinned: true }),
  }),
  standing('a tab open then, duplicated at that moment', 'duplicated', {
    meanwhile: async scene => tell(scene, 'tabs', 'duplicate', await standingTab(scene)),
  }),
  standing('a discarded tab, woken', 'discarded', { before: discard, after: wake }),
  standing('a tab open then that plays sound', 'sound', {
    before: playSound,
    after: scene => until(async () => !(await isAudible(scene)), 'The sound goes on'),
  }),
  {
    name: 'a tab closed before, opened again',
    address: `${FACEBOOK}/closed`,
    had: true,
    async play(scene) {
      await whileOpen(scene, async () => {
        await pageAt(scene, `${FACEBOOK}/closed`);
        await tell(scene, 'tabs', 'remove', await standingTab(scene));
      });
      scene.mark();
      await scene.desk.bringToFront();
      await scene.display.xdotool('key', 'ctrl+shift+t');
    },
  },
  {
    name: 'a tab of the block page, duplicated',
    address: `${FACEBOOK}/duplicated-block`,
    async play(scene) {
      const page = await scene.session.openPage();
      await scene.session.goto(page, `${FACEBOOK}/duplicated-block`);
      const [tab] = await allTabs(scene, { active: true, lastFocusedWindow: true });
      if (tab) await tell(scene, 'tabs', 'duplicate', tab.id);
    },
  },
];

async function discard(scene: Scene): Promise<void> {
  const id = await standingTab(scene);
  await scene.desk.bringToFront();
  await tell(scene, 'tabs', 'discard', id);
}

async function wake(scene: Scene): Promise<void> {
  const [tab] = await allTabs(scene, { active: false });
  if (tab) await tell(scene, 'tabs', 'update', tab.id, { active: true });
}

const isAudible = async (scene: Scene): Promise<boolean> =>
  (await allTabs(scene, { audible: true })).length > 0;

/** Browsers let only those make a noise that somebody has touched. */
async function playSound(scene: Scene, page: Page): Promise<void> {
  await page.evaluate(() => {
    addEventListener('click', () => {
      const context = new AudioContext();
      const tone = new OscillatorNode(context);
      tone.connect(context.destination);
      tone.start();
    });
  });
  await page.click('h1');
  await until(() => isAudible(scene), 'Nothing is to be heard');
}

/** A site that answers without any network, once it has been there. */
const withWorker = (name: string, origin: string): Escape => ({
  name,
  address: `${origin}/deep`,
  had: true,
  async play(scene) {
    await whileOpen(scene, async () => {
      const page = await pageAt(scene, `${origin}/`);
      await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
      await page.close();
    });
    const page = await pageAt(scene, ELSEWHERE);
    scene.web.clear();
    scene.mark();
    await page.evaluate(to => location.assign(to), `${origin}/deep`);
  },
});

export const WITH_WORKERS: readonly Escape[] = [
  withWorker("the site's own service worker", 'https://worker.example'),
  withWorker("its service worker's offline cache", 'https://offline.example'),
];
