/** The words that the address of this page has for the rock: `#finish%20the%20Acme%20proposal`. Taken once. */
export type TakeDraft = () => string;

export function draftOf(hash: string): TakeDraft {
  let draft = decoded(hash.slice(1));
  return () => {
    const taken = draft;
    draft = '';
    return taken;
  };
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return '';
  }
}
