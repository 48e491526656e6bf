import browser, { type Tabs } from 'webextension-polyfill';

const TRIES = 20;
const PAUSE = 50;

/**
 * The tabs that match. Chrome refuses to say while the user drags a tab, which some count a mere click on a tab as, so
 * it is asked again for a second: "Tabs cannot be queried right now (user may be dragging a tab)."
 */
export async function queryTabs(what: Tabs.QueryQueryInfoType): Promise<Tabs.Tab[]> {
  for (let tries = 1; ; tries++) {
    try {
      return await browser.tabs.query(what);
    } catch (error) {
      if (tries === TRIES) throw error;
      await new Promise(done => setTimeout(done, PAUSE));
    }
  }
}
