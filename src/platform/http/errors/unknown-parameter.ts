import { slips } from '../../text/spelling.js';
import { sayList } from '../../text/words.js';

/** As much of a name is looked at, and said again. */
const LOOKED_AT = 60;
/** A name that was mistyped has few slips, and is mostly right. */
const MOST_SLIPS = 2;

/**
 * What is said of a parameter that an address does not take.
 * @param known those that it takes
 */
export function sayUnknown(given: string, known: readonly string[]): string {
  const name = given.slice(0, LOOKED_AT);
  const said = `There is no parameter called “${name}”.`;
  const meant = nearest(name, known);
  if (meant !== null) return `${said} Did you mean “${meant}”?`;
  return known.length > 0
    ? `${said} This address takes ${sayList(known.toSorted())}.`
    : `${said} This address takes none.`;
}

function nearest(name: string, known: readonly string[]): string | null {
  const plain = name.toLowerCase().replace(/[^a-z]/g, '');
  const [best] = known
    .map((one) => ({ one, slips: slips(plain, one.toLowerCase()) }))
    .filter(({ one, slips }) => slips <= MOST_SLIPS && slips * 2 < one.length)
    .toSorted((a, b) => a.slips - b.slips);
  return best?.one ?? null;
}
