/**
 * Whether a text is an instant in UTC (RFC 3339), as fine as PostgreSQL keeps it, that there is: the 30th of February is none, and
 * the year 0000 is none to PostgreSQL.
 */
export function isInstant(text: string): boolean {
  const [, second] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.\d{1,6})?Z$/.exec(text) ?? [];
  if (second === undefined || second.startsWith('0000')) return false;
  const time = Date.parse(`${second}Z`);
  // A day that is not in its month becomes one of the next.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(second);
}
