/** Of a list this much shows what it is like. */
const FEW = 2;
const FEW_COUNTS = 3;

/**
 * An answer as the description gives it for an example: shortened, and without what every library has otherwise.
 * @param origin of the library that answered
 */
export function exampleAnswer(body: unknown, origin: string): unknown {
  return shortened(JSON.parse(JSON.stringify(body).replaceAll(origin, 'https://library.example')));
}

function shortened(value: unknown, name = ''): unknown {
  if (typeof value === 'string') return PLAIN[name] ?? value;
  if (Array.isArray(value)) return value.slice(0, FEW).map((item) => shortened(item));
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value);
  const areCounts = entries.length > FEW_COUNTS && entries.every(([key]) => !/^[a-z][A-Za-z]*$/.test(key));
  return Object.fromEntries(
    (areCounts ? entries.slice(0, FEW_COUNTS) : entries).map(([key, inner]) => [key, shortened(inner, key)]),
  );
}

/** What depends on when a library was filled. */
const PLAIN: Partial<Record<string, string>> = {
  updatedAt: '2026-03-02T09:30:00.000Z',
  cursor: 'WyJhIHBsYWNlIl0',
};
