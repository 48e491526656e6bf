import browser, { type DeclarativeNetRequest } from 'webextension-polyfill';
import type { Blocking, BlockRule } from '../domain/block-rules';
import type { Pattern } from '../domain/pattern';
import { CHROMIUM_LIMITS, chosen, FIREFOX_LIMITS, type RuleSets, rulesWithin } from '../domain/rule-limits';
import { browserRule, fingerprintOf } from './browser-rule';
import { IS_FIREFOX } from './which';

/** What was applied last in this session of the browser. Where it says so, the browser has those rules. */
interface Applied {
  fingerprint: string | null;
  leftOut: readonly Pattern[];
}

const NOTE = 'rules';
const LIMITS = IS_FIREFOX ? FIREFOX_LIMITS : CHROMIUM_LIMITS;

/** Has the browser block this. Costs next to nothing where it is what was applied last. */
export async function applyBlocking(blocking: Blocking): Promise<void> {
  const fingerprint = await digestOf(blocking);
  if ((await readApplied()).fingerprint === fingerprint) return;
  const leftOut = await applyRules(rulesWithin(blocking, LIMITS));
  await browser.storage.session.set({ [NOTE]: { fingerprint, leftOut } satisfies Applied });
}

/** The patterns that the browser has no rule for; none where nothing is ever blocked. */
export const readLeftOut = async (): Promise<readonly Pattern[]> => (await readApplied()).leftOut;

/**
 * Puts these rules in place of the installed ones, and gives back the patterns that none stands for. One that the
 * browser does not take would have it refuse all of them: only then is it asked about each.
 */
async function applyRules(sets: RuleSets): Promise<readonly Pattern[]> {
  try {
    await install(sets);
    return sets.leftOut;
  } catch {
    const possible = await possibleOf(sets);
    await install(possible);
    return [...new Set([...sets.leftOut, ...possible.leftOut])];
  }
}

async function install({ lasting, ofSession }: RuleSets): Promise<void> {
  const { getDynamicRules, updateDynamicRules, getSessionRules, updateSessionRules } =
    browser.declarativeNetRequest;
  await Promise.all([
    replaceRules(lasting, getDynamicRules, updateDynamicRules),
    replaceRules(ofSession, getSessionRules, updateSessionRules),
  ]);
}

/** Replaces them in one call; leaves them alone where they are the same. */
async function replaceRules(
  rules: readonly BlockRule[],
  get: () => Promise<DeclarativeNetRequest.Rule[]>,
  update: (change: { removeRuleIds: number[]; addRules: DeclarativeNetRequest.Rule[] }) => Promise<void>,
): Promise<void> {
  const wanted = rules.map(browserRule);
  const installed = await get();
  if (fingerprintOf(installed) === fingerprintOf(wanted)) return;
  await update({ removeRuleIds: installed.map(({ id }) => id), addRules: wanted });
}

async function possibleOf({ lasting, ofSession }: RuleSets): Promise<RuleSets> {
  const asked = await Promise.all(
    [...lasting, ...ofSession].map(async rule => ({ ...rule, fits: await isSupported(rule) })),
  );
  return chosen(asked, LIMITS.rules);
}

async function isSupported({ expression, action }: BlockRule): Promise<boolean> {
  const options = { regex: expression, isCaseSensitive: false, requireCapturing: action === 'block' };
  return (await browser.declarativeNetRequest.isRegexSupported(options)).isSupported;
}

async function readApplied(): Promise<Applied> {
  const { [NOTE]: applied } = await browser.storage.session.get(NOTE);
  return (applied as Applied | undefined) ?? { fingerprint: null, leftOut: [] };
}

/** The same for what leads to the same rules. */
async function digestOf({ settings, categories, open, passes }: Blocking): Promise<string> {
  const inFrames = settings.categories.filter(({ insidePages }) => insidePages).map(({ id }) => id);
  const held = passes.map(({ site, tabId }) => [site, tabId]);
  const text = JSON.stringify([settings.sites, [...categories].sort(), [...open].sort(), inFrames, held]);
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return btoa(String.fromCharCode(...new Uint8Array(hash)));
}
