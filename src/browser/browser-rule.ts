import browser, { type DeclarativeNetRequest } from 'webextension-polyfill';
import type { BlockRule } from '../domain/block-rules';
import { IS_FIREFOX } from './which';

const BLOCK_PAGE = 'src/pages/blocked/index.html';

const RESOURCES = {
  tabs: ['main_frame'],
  frames: ['sub_frame'],
  both: ['main_frame', 'sub_frame'],
} as const satisfies Record<BlockRule['where'], DeclarativeNetRequest.ResourceType[]>;

export const blockPageFor = (address: string): string => `${browser.runtime.getURL(BLOCK_PAGE)}#${address}`;

/** A rule as the browser takes it. */
export function browserRule(rule: BlockRule, index: number): DeclarativeNetRequest.Rule {
  return {
    id: index + 1,
    priority: rule.priority,
    condition: {
      regexFilter: rule.expression,
      ...(rule.hosts.length > 0 && { requestDomains: namesOf(rule.hosts) }),
      ...(rule.exceptHosts.length > 0 && { excludedRequestDomains: namesOf(rule.exceptHosts) }),
      resourceTypes: [...RESOURCES[rule.where]],
      isUrlFilterCaseSensitive: false,
      ...(rule.tabId !== null && { tabIds: [rule.tabId] }),
    },
    action:
      rule.action === 'allow'
        ? { type: 'allow' }
        : // \0 is the whole address, query and fragment included.
          { type: 'redirect', redirect: { regexSubstitution: blockPageFor('\\0') } },
  };
}

/**
 * Firefox takes `facebook.com.`, the same host to everybody else, for another; Chromium does not. It refuses what is no
 * name of a host with the dot, such as an address in figures.
 */
const namesOf = (hosts: readonly string[]): string[] =>
  hosts.flatMap(host =>
    IS_FIREFOX && URL.parse(`http://${host}.`)?.hostname === `${host}.` ? [host, `${host}.`] : [host],
  );

/** Equal for rules that mean the same, however the browser spells or orders them. */
export function fingerprintOf(rules: readonly DeclarativeNetRequest.Rule[]): string {
  return rules
    .map(({ priority, condition, action }) =>
      JSON.stringify([
        priority,
        condition.regexFilter,
        condition.requestDomains,
        condition.excludedRequestDomains,
        condition.resourceTypes,
        condition.tabIds,
        action.type,
        action.redirect?.regexSubstitution,
      ]),
    )
    .sort()
    .join('\n');
}
