import type { Hit } from './fake-web';

export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export type Handler = (hit: Hit) => Answer;

/** A page whose title and heading are `title`; `body` is markup. */
export function html(title: string, body = ''): Answer {
  const text = title.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return { body: `<!doctype html><meta charset="utf-8"><title>${text}</title><h1>${text}</h1>${body}` };
}

/** A page that the browser may keep whole when it is left, and show again when one goes back. */
export function lasting(page: Answer): Answer {
  return { ...page, headers: { ...page.headers, 'cache-control': 'no-cache' } };
}

export function redirect(to: string, status: 301 | 302 | 307 = 302): Answer {
  return { status, headers: { location: to } };
}

export function script(body: string): Answer {
  return { headers: { 'content-type': 'text/javascript' }, body };
}

/** A page with a button that changes the address without a page load. */
export function pushStatePage(title: string, to: string): Answer {
  return html(title, `<button onclick="history.pushState(null, '', '${to}')">Go on</button>`);
}

/** A page that installs `script` as its service worker and is titled `title`. */
export function serviceWorkerPage(title: string, script: string): Answer {
  return html(title, `<script>navigator.serviceWorker.register('${script}', { scope: '/' })</script>`);
}

/** A service worker that answers every navigation itself, from no network at all. */
export function answeringServiceWorker(title: string, body = ''): Answer {
  const page = JSON.stringify(html(title, body).body);
  return script(`
    addEventListener('install', () => skipWaiting());
    addEventListener('activate', event => event.waitUntil(clients.claim()));
    addEventListener('fetch', event => {
      if (event.request.mode !== 'navigate') return;
      event.respondWith(new Response(${page}, { headers: { 'content-type': 'text/html' } }));
    });
  `);
}

/** A service worker that keeps the site's start page when it is installed, and shows that for every address. */
export function offlineServiceWorker(): Answer {
  return script(`
    addEventListener('install', event => {
      skipWaiting();
      event.waitUntil(caches.open('pages').then(pages => pages.add('/')));
    });
    addEventListener('activate', event => event.waitUntil(clients.claim()));
    addEventListener('fetch', event => {
      if (event.request.mode === 'navigate') event.respondWith(caches.match('/'));
    });
  `);
}
