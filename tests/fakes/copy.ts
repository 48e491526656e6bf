import type { CopyAccess } from '../../src/background/durable-store';
import type { SmallCopy } from '../../src/browser/small-copy';

/** The small copy, kept in an object. */
export function fakeCopy(): CopyAccess & { content: SmallCopy } {
  const content: SmallCopy = { kept: null, unwritten: null };
  return {
    content,
    read: async () => structuredClone(content),
    write: async part => {
      Object.assign(content, structuredClone(part));
    },
  };
}
