import type { PendingEdit } from '../domain/cooling';
import { editSettings, type SettingsEdit } from '../domain/edit-settings';
import type { Settings } from '../domain/settings';
import type { SettingsAndAccess } from '../messages/requests';

/** The settings as the person wants them: those that hold now, with the changes made that still wait. */
export const askedSettings = ({ settings, pending }: SettingsAndAccess): Settings =>
  pending.reduce((sofar, { edit }) => {
    const result = editSettings(sofar, edit);
    return 'fault' in result ? sofar : result.settings;
  }, settings);

/**
 * Builds a change from the settings it is about. Many a change says the whole of something, a week or all terms of a
 * category, so it must be built when its turn comes: on what earlier ones have made, and on what waits.
 */
export type Change = (asked: Settings) => SettingsEdit;

/** The change that waits since the first reading. */
export const newlyPending = (
  before: SettingsAndAccess,
  after: SettingsAndAccess | null,
): PendingEdit | undefined => {
  const known = new Set(before.pending.map(({ id }) => id));
  return after?.pending.findLast(({ id }) => !known.has(id));
};
