import { stemmer } from 'stemmer';
import { normaliseLabel } from '../../themes/normalise-label.js';

/**
 * Words that carry no meaning of their own here: the grammar of a question, and what everybody says who asks a library
 * of reviews something ("what have reviews said about …"). Dropped from a query unless nothing else is left.
 */
const FILLER = new Set(
  (
    'a about after all also am an and any are as at be because been before being but by can cant could did do does ' +
    'doing dont during each every for from get gets getting give had has have having he her here hers him his how i if ' +
    'im in into is isnt it its just know like look looking me more most my need no not of off on one or other our out ' +
    'over please said same say says she should show so some such tell than that thats the their them then there these ' +
    'they this those to too up us use very want was we were what whats when where which while who whose why will with ' +
    'would you your case cases find finding findings happen happened issue issues learn learned learning learnt lesson ' +
    'lessons review reviews reviewed serious'
  ).split(' '),
);

/** Everyday and clinical words for the same person: both sides of a comparison are folded to the right-hand one. */
const SAME_PERSON: Record<string, string> = {
  mum: 'mother',
  mums: 'mother',
  mam: 'mother',
  mummy: 'mother',
  mom: 'mother',
  maternal: 'mother',
  mothers: 'mother',
  dad: 'father',
  dads: 'father',
  daddy: 'father',
  paternal: 'father',
  fathers: 'father',
  parental: 'parent',
  kid: 'child',
  kids: 'child',
  children: 'child',
  childs: 'child',
  childrens: 'child',
  babies: 'baby',
  infant: 'baby',
  infants: 'baby',
  teen: 'teenager',
  teens: 'teenager',
  men: 'man',
  women: 'woman',
};

/** A word of a query: as typed, and in the form in which it is compared. */
export interface Word {
  /** Small letters, no accents. */
  text: string;
  /** Folded and stemmed: "mums" is "mother", "criminally" is "crimin". */
  stem: string;
  /** As the person wrote it, capitals kept: only "DA" is an abbreviation in "talk to DA". */
  typed: string;
}

export const isFiller = (word: string): boolean => FILLER.has(word);

export function stemOf(word: string): string {
  return stemmer(SAME_PERSON[word] ?? word);
}

/** The words of a text, in order. Takes anything: marks, emoji and operators are gaps between words. */
export function wordsOf(text: string): Word[] {
  return text
    .split(/[^\p{L}\p{N}\p{M}'’‘]+/u)
    .flatMap((typed) =>
      normaliseLabel(typed)
        .split(' ')
        .map((word) => ({ typed, word })),
    )
    .filter(({ word }) => word !== '')
    .map(({ typed, word }) => ({ text: word, stem: stemOf(word), typed }));
}

/** The words that carry meaning; all of them where none does ("what is it"). */
export function contentWords(words: Word[]): Word[] {
  const content = words.filter(({ text }) => !isFiller(text));
  return content.length > 0 ? content : words;
}
