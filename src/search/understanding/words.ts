import { stemmer } from 'stemmer';
import { normaliseLabel } from '../../platform/text/normalise-label.js';

/**
 * Words that carry no meaning of their own here: the grammar of a question, and what everybody says who asks a library
 * of reviews something ("what have reviews said about …"). Dropped from a query unless nothing else is left.
 */
const FILLER = new Set(
  (
    'a about after all also am an and any anything are arent as at be because been before being but by can cant could ' +
    'couldnt did didnt do does doesnt doing done dont during each every for from get gets getting give gone got had has ' +
    'hasnt have havent having he hed her here hers him his how i id if ill im in into is isnt it its ive just know let ' +
    'like look looked looking looks made make makes may me might more most much my need needs no nobody not of off on ' +
    'one or other our out over please said same saw say says see seen shall she should shouldnt show shows so some ' +
    'someone something still such tell than that thats the their them then there these they theyre thing things think ' +
    'this those through to told too u up us use used very want was wasnt way we were werent what whats when where which ' +
    'while who whos whose why will with without wont would wouldnt you your case cases example examples find finding ' +
    'findings happen happened happens issue issues learn learned learning learnt lesson lessons report review reviews ' +
    'reviewed serious taught'
  ).split(' '),
);

/**
 * Everyday, clinical and official words for the same thing. Both sides of a comparison are folded to the first word of
 * a line, so "mums drinking" and "maternal alcohol use" meet. Kin and ways of speaking only: what is a theme of its own
 * belongs to the thesaurus.
 */
const SAME = [
  'mother mum mam mummy mom maternal',
  'father dad daddy paternal',
  'stepfather stepdad',
  'parent parental',
  'grandparent nan nana gran granny grandma grandmother grandad grandfather',
  'partner boyfriend girlfriend husband wife spouse bf ex',
  'child kid children',
  'baby infant babies newborn',
  'teenager teen adolescent',
  'man men male bloke',
  'woman women female lady',
  'boy lad',
  'alcohol drink drinker drunk booze',
  'appointment appt',
  'professional practitioner',
  'afraid scared frightened fear',
  'kill murder homicide',
  'death die dead died fatal',
  'hospital ward',
  'old older elderly',
  'jail prison',
  'school classroom',
  'home house household',
  'agency organisation organization service',
  'behaviour behavior',
  'paediatric pediatric paediatrician pediatrician',
];

/** Forms of one word, or words of one root, that the stemmer leaves apart; folded in the same way. */
const FORMS = [
  'violence violent',
  'pregnancy pregnant',
  'sexual sex',
  'absence absent',
  'injury injured injure',
  'autism autistic',
  'crime criminal criminality',
  'analysis analyse analyze analytical',
  'exclusion excluded exclude',
  'suspension suspended suspend',
  'starvation starving starved starve',
  'psychosis psychotic',
  'knife knives',
  'sleep slept asleep',
  'run ran',
  'hide hid hidden hiding',
  'shake shook shaken shaking',
  'speak spoke spoken speaking talk',
  'steal stole stolen',
  'fight fought',
  'leave left leaving',
  'cruelty cruel',
  'ingestion ingested ingest swallow',
  'aunt auntie aunty',
  'cannabis weed marijuana',
  'cocaine crack',
  'gp gps',
];

/** Not the mother and the father, but a ward and a question of descent. */
const APART = new Set(['maternity', 'paternity']);

const FOLDED = new Map(
  [...SAME, ...FORMS].flatMap((line) => {
    const [first, ...others] = line.split(' ');
    return others.map((other) => [stemmer(other), stemmer(first!)] as const);
  }),
);

/** Whom a name of a theme may mean by a wider word: "mums drinking" is "parental drinking". */
const WIDER = new Map(
  'mother:parent father:parent stepfather:parent methadone:drug heroin:drug cocaine:drug cannabis:drug'
    .split(' ')
    .map((pair) => pair.split(':').map((word) => stemmer(word)) as [string, string]),
);

/** The wider stem under which a name may have this one; undefined for most. */
export const widerStem = (stem: string): string | undefined => WIDER.get(stem);

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
  if (APART.has(word)) return word;
  const stem = stemmer(word);
  return FOLDED.get(stem) ?? stem;
}

const GAPS = /[^\p{L}\p{N}\p{M}'’‘]+/u;
/** Texts say the same words again and again: what was made of so many is kept, some 10 MB. Longer ones are no words. */
const MOST_KEPT = 50_000;
const LONGEST_KEPT = 40;
const kept = new Map<string, readonly Word[]>();

/** What is written without a gap is mostly one word. */
function wordsIn(typed: string): readonly Word[] {
  const known = kept.get(typed);
  if (known) return known;
  const words = normaliseLabel(typed)
    .split(' ')
    .filter((text) => text !== '')
    .map((text) => ({ text, stem: stemOf(text), typed }));
  if (kept.size >= MOST_KEPT) kept.clear();
  if (typed.length <= LONGEST_KEPT) kept.set(typed, words);
  return words;
}

/** The words of a text, in order. Takes anything: marks, emoji and operators are gaps between words. */
export function wordsOf(text: string): Word[] {
  return text.split(GAPS).flatMap(wordsIn);
}

/** What is written without a gap, as a word; undefined where it is none, or several. */
export function wordIn(typed: string): Word | undefined {
  const words = wordsIn(typed);
  return words.length === 1 ? words[0] : undefined;
}

/** Whom reviews call by a letter: "Child A" has no filler in it. */
const LETTERED = new Set([
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

const isLetter = (words: Word[], at: number): boolean =>
  words[at]?.text.length === 1 && LETTERED.has(words[at - 1]?.stem ?? '');

/** Is this word part of a name such as "Baby T"? That is somebody's, and nothing of what a review is about. */
export const isOfLetteredName = (words: Word[], at: number): boolean =>
  isLetter(words, at) || isLetter(words, at + 1);

const CARE = stemOf('care');

/** The words that carry meaning; all of them where none does ("what is it"). */
export function contentWords(words: Word[]): Word[] {
  const content = words.flatMap((word, at) => {
    // "Looking after" is caring, and "looked after children" are children in care: the one look that says something.
    if (word.stem === 'look' && words[at + 1]?.text === 'after') return [{ ...word, stem: CARE }];
    return !isFiller(word.text) || isLetter(words, at) ? [word] : [];
  });
  return content.length > 0 ? content : words;
}
