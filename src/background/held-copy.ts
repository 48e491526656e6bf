import type { SmallCopy, SmallDay } from '../domain/small-copy';

/** What may be written of the copy, all of it at once or nothing. */
export interface CopyPart extends Partial<SmallCopy> {
  days?: readonly SmallDay[];
}

export interface CopyAccess {
  read: () => Promise<SmallCopy>;
  readDays: () => Promise<SmallDay[]>;
  write: (part: CopyPart) => Promise<void>;
}

export interface HeldCopy extends CopyAccess {
  /** Remembers this, whether or not it can be written down. */
  hold: (part: Partial<SmallCopy>) => Promise<void>;
}

/**
 * The copy as this run of the worker knows it, so that it is read once a run and not at every beat. Nobody else writes
 * it, and a run that was killed takes along only what it remembers: the next one reads what is written. So what is
 * remembered never says that something is done that is not written; the other way round it may, where the copy would
 * not take what the database did not take either.
 */
export function heldCopy(copy: CopyAccess): HeldCopy {
  let known: SmallCopy | null = null;
  const remember = ({ kept, unwritten }: CopyPart) => {
    if (known === null) return;
    known = { kept: kept ?? known.kept, unwritten: unwritten === undefined ? known.unwritten : unwritten };
  };
  return {
    read: async () => {
      known ??= await copy.read();
      return known;
    },
    readDays: copy.readDays,
    write: async part => {
      await copy.write(part);
      remember(part);
    },
    hold: async part => {
      remember(part);
      await copy.write(part).catch(() => undefined);
    },
  };
}
