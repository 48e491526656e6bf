import type { Page } from 'puppeteer-core';
import { until } from '../browsers';
import type { BrowserKind } from '../harness/browser-session';
import { pause } from '../harness/page-location';
import type { Escape } from './escape';
import { innerRoad, type Road, road } from './roads';
import { pageAt, type Scene, tell } from './scene';

const FACEBOOK = 'https://www.facebook.com';

/** Addresses that are typed, and what the browser makes of them. */
const typed = (name: string, text: string, address = text): Escape => ({
  name,
  address,
  async play(scene) {
    const page = await scene.session.openPage();
    await scene.session.goto(page, text);
  },
});

export const TYPED: readonly Escape[] = [
  typed('direct', `${FACEBOOK}/direct?a=1#top`),
  typed('http', 'http://www.facebook.com/http'),
  typed('subdomain', 'https://a.b.facebook.com/subdomain'),
  typed('trailing dot', 'https://www.facebook.com./dot'),
  typed('upper case', 'HTTPS://WWW.FACEBOOK.COM/UPPER', `${FACEBOOK}/UPPER`),
  typed('port', `${FACEBOOK}:8443/port`),
  typed('http on another port', 'http://www.facebook.com:8080/port'),
  typed('IP address', 'http://127.0.0.1/ip'),
  typed('IP address as one number', 'http://2130706433/number', 'http://127.0.0.1/number'),
  typed('IP address in hexadecimal', 'http://0x7f.1/hexadecimal', 'http://127.0.0.1/hexadecimal'),
  typed('international name', 'https://münchen.example/umlaut', 'https://xn--mnchen-3ya.example/umlaut'),
  typed('international name as punycode', 'https://xn--mnchen-3ya.example/punycode'),
];

/** Pages that lead there by themselves. */
const led = (name: string, by: Road): Escape => ({
  name,
  address: `${FACEBOOK}/${by}`,
  async play(scene) {
    const page = await scene.session.openPage();
    await scene.session.goto(page, road(by, `${FACEBOOK}/${by}`));
  },
});

const selectorOf = (by: Road): string => (by === 'form' || by === 'opener' ? 'button' : 'a');

/** Pages that lead there at a real click, perhaps with a key held down. */
const clicked = (name: string, by: Road, key?: 'Control' | 'Shift'): Escape => {
  const address = `${FACEBOOK}/${by}${key ?? ''}`;
  return {
    name,
    address,
    async play(scene) {
      const page = await pageAt(scene, road(by, address));
      if (key) await page.keyboard.down(key);
      // Where the tab is taken away under the click, the protocol may not get to know how that went.
      await Promise.race([page.click(selectorOf(by)).catch(() => undefined), pause(1000)]);
      if (key) await Promise.race([page.keyboard.up(key).catch(() => undefined), pause(1000)]);
    },
  };
};

export const LED: readonly Escape[] = [
  led('redirect 301', '301'),
  led('redirect 302', '302'),
  led('redirect 307', '307'),
  led('meta refresh', 'refresh'),
  led('redirect by script', 'script'),
  clicked('link', 'link'),
  clicked('link to a new tab', 'blank'),
  clicked('link to a new tab, by Ctrl', 'link', 'Control'),
  clicked('link to a new window, by Shift', 'link', 'Shift'),
  clicked('window opened by a script', 'opener'),
  clicked('form POST', 'form'),
];

const firefoxHas = (what: string): Partial<Record<BrowserKind, string>> => ({
  firefox: `Firefox has no ${what}`,
});

/** Pages that have the browser fetch or draw another before anybody goes there. */
export const AHEAD: readonly Escape[] = [
  {
    // A page may ask for another so, as it may for a picture; what matters is that it is not shown then.
    name: 'link to what a page had prefetched by an element',
    address: `${FACEBOOK}/prefetch`,
    had: true,
    play: scene => followed(scene, road('prefetch', `${FACEBOOK}/prefetch`)),
  },
  // Of another site it would be the same, but Chromium prefetches none of those through a proxy.
  {
    name: 'prefetch by a page of the same site, and then the link',
    address: 'https://www.linkedin.com/feed/prefetch',
    impossible: firefoxHas('speculation rules'),
    play: scene => followed(scene, innerRoad('prefetch', 'https://www.linkedin.com/feed/prefetch')),
  },
  {
    name: 'prerender by a page of the same site, and then the link',
    address: 'https://www.linkedin.com/feed/prerender',
    impossible: firefoxHas('speculation rules'),
    play: scene => followed(scene, innerRoad('prerender', 'https://www.linkedin.com/feed/prerender')),
  },
];

/** Time for a browser to begin what it was told to do ahead. */
const AHEAD_OF = 700;

async function followed(scene: Scene, address: string): Promise<void> {
  const page = await pageAt(scene, address);
  await pause(AHEAD_OF);
  scene.mark();
  await page.evaluate(() => document.querySelector('a')?.click());
}

/** What a person does with the browser itself. */
export const BY_HAND: readonly Escape[] = [
  {
    name: 'typed in the address bar',
    address: `${FACEBOOK}/typed`,
    play: scene => typeAddress(scene, `${FACEBOOK}/typed`),
  },
  {
    name: 'view-source:',
    address: `${FACEBOOK}/source`,
    asSource: true,
    unstoppable: { firefox: 'Firefox applies no rules to it, and tells no extension that a tab is there' },
    play: scene => typeAddress(scene, `view-source:${FACEBOOK}/source`),
  },
  {
    name: 'link dragged to the tabs',
    address: `${FACEBOOK}/link`,
    play: dragLink,
  },
  {
    name: 'tab opened while the worker is dead',
    address: `${FACEBOOK}/dead`,
    async play(scene) {
      await scene.session.killWorker();
      await tell(scene, 'tabs', 'create', { url: `${FACEBOOK}/dead` });
    },
  },
  {
    name: 'navigation in a pinned tab',
    address: `${FACEBOOK}/pinned`,
    async play(scene) {
      const { id } = await tell(scene, 'tabs', 'create', { url: road('link', FACEBOOK), pinned: true });
      await tell(scene, 'tabs', 'update', id, { url: `${FACEBOOK}/pinned` });
    },
  },
];

async function typeAddress(scene: Scene, text: string): Promise<void> {
  const page = await pageAt(scene, road('link', FACEBOOK));
  await until(() => hasFocus(page), 'The page has no focus');
  await until(async () => {
    await scene.display.xdotool('key', 'ctrl+l');
    return !(await hasFocus(page));
  }, 'The page keeps the focus');
  await scene.display.xdotool('type', '--delay', 5, text);
  await scene.display.xdotool('key', 'Return');
}

const hasFocus = (page: Page): Promise<boolean> => page.evaluate(() => document.hasFocus());

/** Takes hold of a link, and lets go of it right of the last tab. */
async function dragLink(scene: Scene): Promise<void> {
  const page = await pageAt(scene, road('link', `${FACEBOOK}/link`));
  const at = await page.evaluate(isFirefox => {
    const { x, y, width, height } = document.querySelector('a')?.getBoundingClientRect() ?? new DOMRect();
    const chrome = outerHeight - innerHeight;
    return {
      x: Math.round(screenX + x + width / 2),
      y: Math.round(screenY + chrome + y + height / 2),
      // Firefox of today has its tabs below the address.
      tabs: { x: Math.round(screenX + outerWidth * 0.75), y: screenY + (isFirefox ? chrome - 22 : 18) },
    };
  }, scene.kind === 'firefox');
  const { xdotool } = scene.display;
  await xdotool('mousemove', at.x, at.y, 'mousedown', 1);
  for (let step = 1; step <= 10; step++) {
    const between = (from: number, to: number) => Math.round(from + ((to - from) * step) / 10);
    await xdotool('mousemove', between(at.x, at.tabs.x), between(at.y, at.tabs.y));
    await pause(30);
  }
  await pause(200);
  await xdotool('mouseup', 1);
}
