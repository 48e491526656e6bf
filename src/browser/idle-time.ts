import browser from 'webextension-polyfill';
import { type Duration, SECOND } from '../domain/time';

const POLL = 25;
/** The next full second is due within one; then somebody has come back. */
const TRIES = 60;

/**
 * How long nobody has touched anything, in milliseconds, to within some 30, given that it is `atLeast` seconds. Browsers
 * say that somebody is gone up to a second late, and a worker may have been dead when they did; but they can be asked
 * about any number of whole seconds, and the moment at which one more has passed tells the rest.
 */
export async function idleTime(atLeast: number): Promise<Duration> {
  const passed = await secondsPassed(atLeast);
  for (let tries = 0; tries < TRIES; tries++) {
    if (await isIdleFor(passed + 1)) return (passed + 1) * SECOND;
    await new Promise(done => setTimeout(done, POLL));
  }
  return passed * SECOND;
}

/** The whole seconds that have passed without input, found by halving. */
async function secondsPassed(atLeast: number): Promise<number> {
  let [low, high] = [atLeast, 2 * atLeast];
  while (await isIdleFor(high)) [low, high] = [high, 2 * high];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (await isIdleFor(middle)) low = middle;
    else high = middle;
  }
  return low;
}

const isIdleFor = async (seconds: number): Promise<boolean> =>
  (await browser.idle.queryState(seconds)) === 'idle';
