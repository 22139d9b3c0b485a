/** How exactly an instant is written: to the second, the thousandth or the millionth of one. */
const DIGITS = { seconds: 'SS', milliseconds: 'SS.MS', microseconds: 'SS.US' } as const;

/** An instant as SQL, written as text: RFC 3339, UTC. */
export const inUtc = (instant: string, to: keyof typeof DIGITS = 'milliseconds'): string =>
  `to_char(${instant} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:${DIGITS[to]}"Z"')`;
