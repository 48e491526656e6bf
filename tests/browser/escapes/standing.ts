import type { Page } from 'puppeteer-core';
import { until } from '../browsers';
import { goByScript } from '../harness/page-location';
import type { Escape } from './escape';
import { road } from './roads';
import { allTabs, pageAt, type Scene, tell, whileOpen } from './scene';

const FACEBOOK = 'https://www.facebook.com';
const ELSEWHERE = road('link', FACEBOOK);

/** Longer than the extension waits for a tab to be gone that it has sent away; then it asks with every beat. */
const REFUSED_FOR = 6000;

interface Standing {
  /** What is done with the tab before. */
  readonly before?: (scene: Scene, page: Page) => Promise<unknown>;
  /** What is done with it at the very moment. */
  readonly meanwhile?: (scene: Scene, tab: number | undefined) => Promise<unknown>;
  readonly after?: (scene: Scene) => Promise<unknown>;
}

/** A page that stands open when its site is closed. */
const standing = (name: string, path: string, { before, meanwhile, after }: Standing = {}): Escape => ({
  name,
  address: `${FACEBOOK}/${path}`,
  had: true,
  async play(scene) {
    let tab: number | undefined;
    const opens = async () => {
      const page = await pageAt(scene, `${FACEBOOK}/${path}`);
      await before?.(scene, page);
      // At the very moment it may have left its address.
      tab = await standingTab(scene);
    };
    await whileOpen(scene, opens, () => meanwhile?.(scene, tab));
    await after?.(scene);
  },
});

const standingTab = async (scene: Scene) => {
  const tabs = await allTabs(scene, { url: `${FACEBOOK}/*` });
  return tabs[0]?.id;
};

export const STANDING: readonly Escape[] = [
  standing('a tab open when a rock is pinned again', 'standing'),
  standing('a pinned tab open then', 'pinned-before', {
    before: async scene => tell(scene, 'tabs', 'update', await standingTab(scene), { pinned: true }),
  }),
  standing('a tab open then, duplicated at that moment', 'duplicated', {
    meanwhile: (scene, tab) => tell(scene, 'tabs', 'duplicate', tab),
  }),
  standing('a discarded tab, woken', 'discarded', { before: discard, after: wake }),
  standing('a tab open then that plays sound', 'sound', {
    before: playSound,
    after: scene => until(async () => !(await isAudible(scene)), 'The sound goes on'),
  }),
  {
    name: 'a tab open then that asks whether it may be left, and is refused for a while',
    address: `${FACEBOOK}/asks`,
    had: true,
    async play(scene) {
      let asked = 0;
      await whileOpen(scene, async () => {
        const page = await pageAt(scene, `${FACEBOOK}/asks`);
        await page.evaluate(() => addEventListener('beforeunload', event => event.preventDefault()));
        await page.click('h1');
        const end = Date.now() + REFUSED_FOR;
        page.on('dialog', question => {
          asked++;
          scene.mark();
          // Firefox takes back a question now and then, and lets the tab go.
          const answer = Date.now() < end ? question.dismiss() : question.accept();
          void answer.catch(() => undefined);
        });
      });
      await until(async () => (await standingTab(scene)) === undefined, 'The tab is still there');
      if (asked < 2) throw new Error('The page was not asked again');
    },
  },
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
    await goByScript(page, { address: `${origin}/deep` });
  },
});

export const WITH_WORKERS: readonly Escape[] = [
  withWorker("the site's own service worker", 'https://worker.example'),
  withWorker("its service worker's offline cache", 'https://offline.example'),
];
