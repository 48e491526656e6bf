import type { Page } from 'puppeteer-core';
import { goByScript } from '../harness/page-location';
import type { Escape } from './escape';
import { innerRoad, road } from './roads';
import { pageAt, type Scene, whileOpen } from './scene';

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
  await goByScript(page, { address });
  await scene.session.waitForUrl(page, url => url === address);
}

const ELSEWHERE = road('link', FACEBOOK);

async function goBack(scene: Scene, page: Page, to: string): Promise<void> {
  await page.evaluate(() => Object.assign(globalThis, { keepsStill: true }));
  await goByScript(page, 'back');
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
      await goByScript(page, 'back');
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
      await goByScript(page, 'forward');
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
      await goByScript(page, 'back');
    },
  },
  {
    name: 'reload',
    address: `${FACEBOOK}/reload`,
    async play(scene) {
      const page = await pageAt(scene, 'about:blank');
      await scene.session.goto(page, `${FACEBOOK}/reload`);
      await goByScript(page, 'reload');
    },
  },
];
