/**
 * The first so many of a list in an order, without putting all of it in order where they are few.
 * @param compare as for `sort`
 */
export function firstOf<One>(list: readonly One[], most: number, compare: (a: One, b: One) => number): One[] {
  if (most * 4 > list.length) return list.toSorted(compare).slice(0, most);
  const first: One[] = [];
  for (const one of list) {
    if (first.length === most && compare(first[most - 1]!, one) <= 0) continue;
    const after = first.findIndex((other) => compare(one, other) < 0);
    first.splice(after < 0 ? first.length : after, 0, one);
    if (first.length > most) first.pop();
  }
  return first;
}
