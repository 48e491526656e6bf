import type { SettingsEdit } from '../../domain/edit-settings';
import type { Foreign } from '../../domain/foreign-file';
import { historyFile } from '../../domain/foreign-history';
import type { ImportSummary } from '../../domain/merge';
import { type CategoryId, type Settings, termsOf } from '../../domain/settings';
import { dayKey, instant } from '../../domain/time';
import type { Client } from '../../messages/client';
import { inChoices } from './many-sites';

/** What of a rival's file a person wants. */
export interface TakeOver {
  /** Where its sites go. */
  category: CategoryId;
  hours: boolean;
  limit: boolean;
}

/** What came of it; null where the file held no days. */
export type TakenOver = ImportSummary | null;

/** Takes over what was chosen of a rival's file. What loosens anything waits, as any change does; rejects with a fault. */
export async function takeOver(client: Client, file: Foreign, wanted: TakeOver): Promise<TakenOver> {
  const { settings, today } = await client.readSettings({});
  const listed = new Set(settings.sites.map(({ pattern }) => pattern));
  const add = file.sites
    .filter(({ pattern }) => !listed.has(pattern))
    .map(({ pattern }) => ({ pattern, category: wanted.category }));
  for (const choice of inChoices({ add, remove: [] })) await client.editSettings(choice);
  for (const edit of editsOf(file, wanted, settings)) await client.editSettings(edit);
  if (file.days.length === 0) return null;
  const [{ settings: now, zone }, { workdays }] = await Promise.all([
    client.readSettings({}),
    client.exportAll({}),
  ]);
  const first = dayKey(workdays.map(({ day }) => day).sort()[0] ?? '') ?? today;
  const moment = { at: instant(Date.now()), zone };
  const reply = await client.importHistory({
    file: historyFile(file.days, now, first, moment),
    preview: false,
  });
  return 'imported' in reply ? reply.imported : null;
}

function editsOf(
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
