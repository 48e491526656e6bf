import { type Answer, html, redirect } from '../harness/fake-answers';
import type { FakeWeb } from '../harness/fake-web';
import { watched } from './watched-page';

/** An unlisted host whose pages lead wherever their query says. */
const CROSSROADS = 'news.example';
/** Open, although what is around it is blocked. */
const EXCEPTION = 'www.linkedin.com';

/** The ways in which a page leads on, each a page that does so by itself or at a click. */
const ROADS = {
  link: to => html('Link', `<a href="${to}" style="font-size:80px">There</a>`),
  blank: to => html('Blank', `<a href="${to}" target="_blank" style="font-size:80px">There</a>`),
  opener: to =>
    html('Opener', `<button onclick="open('${to}', '_blank', 'width=700,height=500')">Go</button>`),
  301: to => redirect(to, 301),
  302: to => redirect(to, 302),
  307: to => redirect(to, 307),
  refresh: to => html('Refresh', `<meta http-equiv="refresh" content="0;url=${to}">`),
  script: to => html('Script', `<script>setTimeout(() => location.assign('${to}'))</script>`),
  form: to =>
    html('Form', `<form method="post" action="${to}"><input name="a" value="b"><button>Go</button></form>`),
  prefetch: to =>
    html('Prefetch', `<link rel="prefetch" href="${to}" as="document"><a href="${to}">There</a>`),
} satisfies Record<string, (to: string) => Answer>;

/** The same on a page that is an exception of the site itself. */
const INNER_ROADS = {
  plain: () => watched('Messages'),
  prefetch: to => watched('Messages', `${speculation('prefetch', to)}<a href="${to}">There</a>`),
  prerender: to => watched('Messages', `${speculation('prerender', to)}<a href="${to}">There</a>`),
} satisfies Record<string, (to: string) => Answer>;

export type Road = `${keyof typeof ROADS}`;
export type InnerRoad = keyof typeof INNER_ROADS;

export const road = (by: Road, to: string): string =>
  `https://${CROSSROADS}/${by}?to=${encodeURIComponent(to)}`;

export const innerRoad = (by: InnerRoad, to: string): string =>
  `https://${EXCEPTION}/messaging/${by}?to=${encodeURIComponent(to)}`;

/** Whether a path of a blocked host is open by an exception, or asked for by pages that are. */
export const isOpen = ({ hostname, pathname }: URL): boolean =>
  hostname === EXCEPTION && (pathname.startsWith('/messaging/') || pathname === '/favicon.ico');

export function routeRoads(web: FakeWeb): void {
  for (const [name, answer] of Object.entries(ROADS))
    web.route(CROSSROADS, `/${name}`, ({ path }) => answer(goalOf(path)));
  for (const [name, answer] of Object.entries(INNER_ROADS))
    web.route(EXCEPTION, `/messaging/${name}`, ({ path }) => answer(goalOf(path)));
}

const goalOf = (path: string): string => new URL(path, `https://${CROSSROADS}`).searchParams.get('to') ?? '';

const speculation = (what: 'prefetch' | 'prerender', to: string): string =>
  `<script type="speculationrules">${JSON.stringify({ [what]: [{ urls: [to], eagerness: 'immediate' }] })}</script>`;
