/** Runs each piece of work when the one before it has ended, whichever way. */
export function oneAfterAnother(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return work => {
    const running = last.then(work);
    last = running.catch(() => undefined);
    return running;
  };
}
