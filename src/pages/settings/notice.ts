import type { PendingEdit } from '../../domain/cooling';
import type { Pattern } from '../../domain/pattern';
import type { CategoryId, Site } from '../../domain/settings';
import type { Fault, SettingsAndAccess } from '../../messages/requests';
import type { Undo } from './undo';

/** What was done last, to be said once. */
export type Said =
  | { said: 'saved' | 'undone' | 'allowed' | 'not-allowed' | 'cancelled' }
  | { said: 'added' | 'moved' | 'listed' | 'added-without-access' | 'removed'; site: Site }
  | { said: 'added-many'; count: number }
  | { said: 'waits'; edit: PendingEdit }
  | { said: 'fault'; fault: Fault };

export type Notice = Said & {
  /** What takes it back; empty where nothing can be, or need be. */
  undo: Undo;
};

/** What it comes to that a site is added. */
export function whatAdding(site: Site, view: SettingsAndAccess): 'added' | 'moved' | 'listed' {
  const listed = categoryOf(site.pattern, view);
  if (listed === undefined) return 'added';
  return listed === site.category ? 'listed' : 'moved';
}

const categoryOf = (pattern: Pattern, view: SettingsAndAccess): CategoryId | undefined =>
  view.settings.sites.find(site => site.pattern === pattern)?.category;
