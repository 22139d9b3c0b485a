const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** From each try to the next: ten within 75 hours, as Standard Webhooks proposes. */
const WAITS = [
  ...[5 * SECOND, 5 * MINUTE, 30 * MINUTE],
  ...[2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR],
];
export const MOST_TRIES = WAITS.length + 1;
/** Up to a tenth more or less, so that what failed together does not come again together. */
const JITTER = 0.1;
/** However long a site asks to be left alone. */
const LONGEST_REST = 24 * HOUR;

/**
 * When a message is tried again.
 * @param tries so far, with the one that has just failed
 * @param rest for how long its site asks to be left alone, in milliseconds; null where it says nothing
 * @param random from 0 up to 1
 * @returns null after the last try
 */
export function nextTry(tries: number, now: Date, rest: number | null, random: number): Date | null {
  const wait = WAITS[tries - 1];
  if (wait === undefined) return null;
  const spread = wait * (1 + JITTER * (2 * random - 1));
  return new Date(now.getTime() + Math.max(spread, rest ?? 0));
}

/** What the header Retry-After asks for, in milliseconds, at most a day; null where it says nothing that can be read. */
export function restAsked(header: string | undefined, now: Date): number | null {
  if (header === undefined) return null;
  const text = header.trim();
  const asked = /^\d{1,10}$/.test(text) ? Number(text) * SECOND : Date.parse(text) - now.getTime();
  return Number.isNaN(asked) ? null : Math.min(Math.max(asked, 0), LONGEST_REST);
}
