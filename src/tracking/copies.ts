import type { EntryWords } from '../audit/audit-entries.js';
import type { WordField } from '../audit/audit-log.js';
import type { Json } from '../audit/audited-change.js';

/** What of an entry can be redacted: who made it is said elsewhere as well. */
export const REDACTABLE: readonly WordField[] = ['why', 'from', 'to'];

/**
 * Where the words of an entry stand as well: a correction keeps what it does not change, a decision the reason of what was
 * asked for, a closing gives its reason to each action that it stops. Who takes words out takes them out of all of these.
 * @param all words of the same item, by number
 * @returns by the number of each other entry the fields with any of these words
 */
export function copiesOf(
  number: number,
  all: ReadonlyMap<number, EntryWords>,
): { number: number; fields: WordField[] }[] {
  const own = new Set(REDACTABLE.flatMap((field) => textsIn(all.get(number)?.[field])));
  return [...all]
    .filter(([other]) => other !== number)
    .map(([other, words]) => {
      const fields = REDACTABLE.filter((field) => textsIn(words[field]).some((text) => own.has(text)));
      return { number: other, fields };
    })
    .filter(({ fields }) => fields.length > 0);
}

function textsIn(value: Json | undefined): string[] {
  if (typeof value === 'string') return [value.trim()];
  return value && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : [];
}
