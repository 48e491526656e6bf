import { PAGES } from '../browsers';
import type { FakeWeb } from '../harness/fake-web';
import { evaluateInChrome } from '../harness/firefox-privileged';
import { pause } from '../harness/page-location';
import type { Escape, Outcome } from './escape';
import { isOpen } from './roads';
import { allTabs, clearAway, type Scene } from './scene';
import { type Told, toldScript } from './told-script';
import { sightsIn } from './watched-web';

const TIMEOUT = 5000;
const POLL = 25;
/** Time for what a page tells when it is left to arrive. */
const TELLING = 200;

/** Plays one escape in a browser where nothing of another is left. */
export async function play<S extends Scene>(trick: Escape<S>, scene: S): Promise<Outcome> {
  await clearAway(scene);
  await scene.desk.evaluate(toldScript);
  scene.web.clear();
  scene.mark();
  await trick.play(scene);
  const astray = await strayed(trick, scene);
  if (trick.had) await pause(TELLING);
  const told = await scene.desk.evaluate(toldScript);
  const [shown, lingered] = [shownOf(scene), lingeredOf(scene, told)];
  return { asked: askedOf(trick, scene), shown, lingered, astray };
}

/** Null as soon as a tab is at the block page of the address and none is at any blocked one. */
async function strayed(
  { address, asSource }: Pick<Escape, 'address' | 'asSource'>,
  scene: Scene,
): Promise<readonly string[] | null> {
  const wanted = `${scene.session.extensionUrl(PAGES.blocked)}#${address}`;
  for (const deadline = performance.now() + TIMEOUT; ; ) {
    const urls = asSource
      ? await addressesByBrowser(scene)
      : (await allTabs(scene)).map(({ url }) => url ?? '');
    if (urls.includes(wanted) && !urls.some(url => isBlocked(url))) return null;
    if (performance.now() > deadline) return urls;
    await pause(POLL);
  }
}

/** What an extension is not told. */
async function addressesByBrowser({ kind, session }: Scene): Promise<string[]> {
  const browser = session.browser();
  if (kind === 'chromium') return (await browser.pages()).map(page => page.url());
  const tabs = "Services.wm.getMostRecentWindow('navigator:browser').gBrowser.tabs";
  const all = `[...${tabs}].map(tab => tab.linkedBrowser.currentURI.spec).join(' ')`;
  const urls = String(await evaluateInChrome(browser, all)).split(' ');
  return urls.map(url => url.replace(/^view-source:/, ''));
}

function askedOf({ address }: Pick<Escape, 'address'>, { web, since }: Scene): string[] {
  const { hostname } = new URL(address);
  const hits = web.hits().filter(({ host, at }) => at >= since && withoutDot(host) === withoutDot(hostname));
  return hits.map(({ path }) => path).filter(path => !isOpen(new URL(path, `https://${hostname}`)));
}

/** The sum over all pages of blocked sites; what was in sight before the deed was so rightly. */
function shownOf({ web, since: deed, ahead }: Scene): number {
  const since = deed + ahead();
  return blockedSights(web).reduce((sum, { from, until }) => sum + spanOf(Math.max(from, since), until), 0);
}

/** The longest of any page of a blocked site, from the later of the deed and the moment the browser told of it. */
function lingeredOf({ web, since: deed, ahead }: Scene, told: readonly Told[]): number {
  const since = deed + ahead();
  const times = blockedSights(web).map(({ of, until }) => {
    const known = told.filter(({ url, at }) => url === of.href && at <= until).map(({ at }) => at);
    return spanOf(Math.max(since, ...known), until);
  });
  return Math.max(0, ...times);
}

const blockedSights = (web: FakeWeb) => sightsIn(web).filter(({ of }) => isBlocked(of.href));

const spanOf = (from: number, until: number): number => Math.max(0, until - from);

const BLOCKED =
  /(^|\.)(facebook|instagram|linkedin|reddit|x|espn)\.com$|^(worker|offline|xn--mnchen-3ya)\.example$|^127\.|^mail\.google\.com$/;

function isBlocked(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && BLOCKED.test(withoutDot(url.hostname)) && !isOpen(url);
}

const withoutDot = (host: string): string => host.replace(/\.$/, '');
