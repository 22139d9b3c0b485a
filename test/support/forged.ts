/** What somebody could put in the place of a part of a cursor: texts that look like what it is, and that no database holds. */
const MADE_UP = [
  ...['', 'x', '-1', '1e5', '0', '9'.repeat(18), '9'.repeat(19), '9'.repeat(20), '9'.repeat(30)],
  ...['-'.repeat(36), 'a'.repeat(36), '00000000-0000-0000-0000-00000000000g'],
  ...[
    '2026-02-30T00:00:00.000000Z',
    '2026-99-99T99:99:99.000000Z',
    '0000-01-01T00:00:00Z',
    '2026-01-01T24:00:00Z',
  ],
  ...['9999-12-31T23:59:59.999999Z', 'k theme', 'p x', "'; select 1", '\u0000'],
];

/** A cursor with each of its parts, one after the other, in the place of which is what is made up. */
export function forgeriesOf(cursor: string): string[] {
  const parts = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as string[];
  return parts.flatMap((_, at) =>
    MADE_UP.map((made) => Buffer.from(JSON.stringify(parts.with(at, made))).toString('base64url')),
  );
}
