/** Whether the sentence shown was typed, however it is spaced, cased and ended. */
export const isSameSentence = (typed: string, shown: string): boolean => bare(typed) === bare(shown);

const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toLocaleLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/[\s.!。！]+/g, ' ')
    .trim();
