/** In the words that people use, not in ours: they show that any words will do. */
export const EXAMPLES: readonly string[] = [
  'mum’s depression and a new boyfriend nobody has met',
  'baby with a bruise',
  'missed appointments',
  'CCE',
  'hoarding and self-neglect',
];
