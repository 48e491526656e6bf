/** The draft that the address of this page has for the rock: `#finish%20the%20Acme%20proposal`. Taken once. */
export type TakeDraft = () => string;

/** `onTaken` is called where there was one, once it is taken. */
export function draftOf(hash: string, onTaken: () => void): TakeDraft {
  let draft = decoded(hash.slice(1));
  return () => {
    const taken = draft;
    draft = '';
    if (taken !== '') onTaken();
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
