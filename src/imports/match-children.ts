/** Whether a part of a record, as the bundle has it, is that part of the record in the library. */
export type SamePart<Known, Given> = (known: Known, given: Given) => boolean;

/**
 * Pairs the parts of a record with those it has in the library, so that they keep their ids: `tests` are tried one after
 * the other, the surest first, each on the parts that are still alone. A test pairs in order: the first with the first.
 * @returns for each given part its known one, if it has one
 */
export function matchChildren<Known, Given>(
  known: Known[],
  given: Given[],
  tests: SamePart<Known, Given>[],
): (Known | undefined)[] {
  const matched: (Known | undefined)[] = given.map(() => undefined);
  const alone = new Set(known);
  for (const isSame of tests) {
    for (const [place, part] of given.entries()) {
      if (matched[place] !== undefined) continue;
      for (const candidate of alone) {
        if (!isSame(candidate, part)) continue;
        matched[place] = candidate;
        alone.delete(candidate);
        break;
      }
    }
  }
  return matched;
}
