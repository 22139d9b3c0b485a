/** What a search to try shows: that any of these will do. */
export type ExampleOrigin =
  | 'a sentence from practice'
  | 'everyday words'
  | 'another name of a theme'
  | 'an abbreviation'
  | 'the name of a theme';

export interface ExampleCandidate {
  words: string;
  origin: ExampleOrigin;
}

/** Searches to try, the most telling first, mixed by origin: those are shown that find a review in the library as it is. */
export const EXAMPLE_CANDIDATES: readonly ExampleCandidate[] = [
  { words: 'mum’s depression and a new boyfriend nobody has met', origin: 'a sentence from practice' },
  { words: 'baby with a bruise', origin: 'everyday words' },
  { words: 'missed appointments', origin: 'another name of a theme' },
  { words: 'CCE', origin: 'an abbreviation' },
  { words: 'hoarding and self-neglect', origin: 'everyday words' },
  { words: 'professional curiosity', origin: 'the name of a theme' },
  { words: 'cuckooing', origin: 'another name of a theme' },
  { words: 'coercive control', origin: 'the name of a theme' },
  { words: 'nobody asked the child', origin: 'everyday words' },
  { words: 'pressure ulcers', origin: 'everyday words' },
];
