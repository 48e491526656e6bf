import type { PendingEdit } from '../../domain/cooling';
import type { Site } from '../../domain/settings';
import type { Fault } from '../../messages/requests';
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
