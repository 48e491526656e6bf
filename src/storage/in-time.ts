const AT_MOST = 5000;

/** Opening and deleting can hang for ever while another connection holds the database. */
export function inTime<T>(work: PromiseLike<T>, late: () => Error): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(late()), AT_MOST);
    work.then(resolve, reject).then(() => clearTimeout(timer));
  });
}
