import { type Answer, html } from '../harness/fake-answers';

/** Unlisted; the pages of the web tell it when they were in sight. */
export const WITNESS = 'witness.example';

/** In sight from the first frame that is drawn of a page until it is hidden or left. */
export const WATCH = `<script>(() => {
  let from = null;
  const frame = () => {
    if (document.visibilityState === 'visible') from ??= Date.now();
    requestAnimationFrame(frame);
  };
  const tell = () => {
    const told = new URLSearchParams({ of: location.href, from, until: Date.now() });
    if (from !== null && !globalThis.keepsStill) navigator.sendBeacon('https://${WITNESS}/?' + told);
    from = null;
  };
  addEventListener('pageshow', () => delete globalThis.keepsStill);
  addEventListener('pagehide', tell);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && tell());
  frame();
})()</script>`;

export const watched = (title: string, body = ''): Answer => withWatch(html(title, body));

/** Fresh for an hour, so that nothing needs to ask for it again. */
export const withWatch = (answer: Answer): Answer => ({
  ...answer,
  headers: { 'cache-control': 'max-age=3600' },
  body: `${answer.body}${WATCH}`,
});
