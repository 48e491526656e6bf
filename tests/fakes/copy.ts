import type { CopyAccess } from '../../src/background/held-copy';
import type { SmallCopy, SmallDay } from '../../src/domain/small-copy';

interface Content extends SmallCopy {
  days: Record<string, SmallDay>;
}

/** The small copy, kept in an object. */
export function fakeCopy(): CopyAccess & { content: Content } {
  const content: Content = { kept: null, unwritten: null, days: {} };
  return {
    content,
    read: async () => structuredClone({ kept: content.kept, unwritten: content.unwritten }),
    readDays: async () => structuredClone(Object.values(content.days)),
    write: async ({ days = [], ...part }) => {
      Object.assign(content, structuredClone(part));
      for (const day of days) content.days[day.day] = structuredClone(day);
    },
  };
}
