/**
 * The first so many of a list by a number of each, the highest first, without putting all of it in order where they are few.
 * @param numbers by what stands in the list
 * @param compare those with the same number, as for `sort`
 */
export function firstOf(
  list: readonly number[] | Int32Array,
  most: number,
  numbers: Float64Array | Int32Array,
  compare: (one: number, other: number) => number,
): number[] {
  const order = (one: number, other: number): number =>
    numbers[other]! - numbers[one]! || compare(one, other);
  if (most * 4 > list.length) return [...list].sort(order).slice(0, most);
  const first: number[] = [];
  for (let at = 0; at < list.length; at += 1) {
    const [one, last] = [list[at]!, first[most - 1]];
    // Most are told by their number alone.
    if (last !== undefined && (numbers[one]! < numbers[last]! || order(last, one) <= 0)) continue;
    const after = first.findIndex((other) => order(one, other) < 0);
    first.splice(after < 0 ? first.length : after, 0, one);
    if (first.length > most) first.pop();
  }
  return first;
}
