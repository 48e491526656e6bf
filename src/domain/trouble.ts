/** Why the database cannot be used; pages have a sentence for each. */
export type Trouble =
  /** It does not open, or fails in a way that has no name of its own. */
  | 'database'
  /** A later version of the product has written it. */
  | 'database-newer'
  | 'disk-full'
  /** The browser lets nothing be stored: it remembers no history, or site data is blocked. */
  | 'storage-refused'
  /** An upgrade of its tables was interrupted, or waits for another connection to close. */
  | 'upgrade-unfinished';
