/**
 * How long each part may take to stop, in milliseconds. Requests and jobs together take less than the ten seconds after
 * which Docker kills; the database may need longer to write down what it holds.
 */
export const PATIENCE = { work: 5000, requests: 3000, jobs: 4000, counts: 1000, stop: 40_000 };

/** Waits for `promise`, but not for ever. @returns what it came to; `late` when the time was up first */
export async function within<T>(milliseconds: number, promise: Promise<T>): Promise<T | 'late'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((answer) => {
    timer = setTimeout(() => answer('late'), milliseconds);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
