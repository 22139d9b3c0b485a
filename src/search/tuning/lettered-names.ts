/** Whom reviews call by a letter, as stems: "Child A" has no stop word in it. Origin: the titles of the catalogues. */
export const LETTERED = new Set([
  'child',
  'children',
  'baby',
  'babi',
  'adult',
  'famili',
  'mr',
  'mrs',
  'ms',
  'miss',
  'young',
  'case',
]);
