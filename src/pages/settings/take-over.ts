import type { SettingsEdit } from '../../domain/edit-settings';
import type { Foreign } from '../../domain/foreign-file';
import { historyFile } from '../../domain/foreign-history';
import type { ImportSummary } from '../../domain/merge';
import { type CategoryId, type Settings, termsOf } from '../../domain/settings';
import { dayKey, instant } from '../../domain/time';
import type { Client } from '../../messages/client';
import { inChoices } from './many-sites';
import { type Undo, undoOf, undoOfAdding } from './undo';

/** What of a rival's file a person wants. */
export interface TakeOver {
  /** Where its sites go. */
  category: CategoryId;
  hours: boolean;
  limit: boolean;
}

/** What came of it; null where the file held no days. */
export type TakenOver = ImportSummary | null;

/** The edits that put the sites, hours and limit of a rival's file into the settings, and those that take them out. */
export function editsOf(file: Foreign, wanted: TakeOver, asked: Settings): { edits: Undo; undo: Undo } {
  const listed = new Set(asked.sites.map(({ pattern }) => pattern));
  const add = file.sites
    .filter(({ pattern }) => !listed.has(pattern))
    .map(({ pattern }) => ({ pattern, category: wanted.category }));
  const terms = termEdits(file, wanted, asked);
  return {
    edits: [...inChoices({ add, remove: [] }), ...terms],
    undo: [...undoOfAdding(add, asked), ...terms.flatMap(edit => undoOf(edit, asked))],
  };
}

/** Takes over the history of a rival's file: of its days those before ours, of its sites those listed. */
export async function takeDays(client: Client, { days }: Foreign): Promise<TakenOver> {
  if (days.length === 0) return null;
  const [{ settings, zone, today }, { workdays }] = await Promise.all([
    client.readSettings({}),
    client.exportAll({}),
  ]);
  const first = dayKey(workdays.map(({ day }) => day).sort()[0] ?? '') ?? today;
  const moment = { at: instant(Date.now()), zone };
  const file = historyFile(days, settings, first, moment);
  const reply = await client.importHistory({ file, preview: false });
  return 'imported' in reply ? reply.imported : null;
}

function termEdits(
  { week, always, limitMinutes }: Foreign,
  { category, hours, limit }: TakeOver,
  { workHours, categories }: Settings,
): SettingsEdit[] {
  const terms = categories.find(({ id }) => id === category);
  return [
    ...(hours && (always || week)
      ? [{ edit: 'set-work-hours' as const, workHours: { always, week: week ?? workHours.week } }]
      : []),
    ...(limit && limitMinutes !== null && terms
      ? [
          {
            edit: 'set-policy' as const,
            category,
            terms: { ...termsOf(terms), policy: 'limit per day' as const, limitMinutes },
          },
        ]
      : []),
  ];
}
