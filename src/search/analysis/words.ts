import { LRUCache } from 'lru-cache';
import { stemmer } from 'stemmer';
import { normaliseLabel } from '../../platform/text/normalise-label.js';
import { ALIKE, APART, JOINING_WORDS, LETTERED, STOP_WORDS, WIDER } from '../tuning/words.js';

const FOLDED = new Map(
  ALIKE.flatMap((line) => {
    const [first, ...others] = line.split(' ');
    return others.map((other) => [stemmer(other), stemmer(first!)] as const);
  }),
);

const WIDER_STEMS = new Map(WIDER.map(([word, wider]) => [stemmer(word), stemmer(wider)]));

/** The wider stem under which a name may have this one; undefined for most. */
export const widerStem = (stem: string): string | undefined => WIDER_STEMS.get(stem);

/** A word of a query: as typed, and in the form in which it is compared. */
export interface Word {
  /** Small letters and digits, no accents and no marks: "A&E" is "aande". */
  text: string;
  /** Folded and stemmed: "mums" is "mother", "criminally" is "crimin". */
  stem: string;
  /** As the person wrote it, capitals kept: only "DA" is an abbreviation in "talk to DA". */
  typed: string;
}

export const isFiller = (word: string): boolean => STOP_WORDS.has(word);

/** "Organize" and "organise" are one word: endings of verbs, and of what is made of them. */
const IZE = /(?<=\p{L}{3})iz(?=(?:e[drs]?|ing|ations?)$)/u;

export function stemOf(word: string): string {
  if (APART.has(word)) return word;
  const stem = stemmer(word.replace(IZE, 'is'));
  return FOLDED.get(stem) ?? stem;
}

/**
 * What tells a word from others with its stem, that of "communication" from "community": the word without its inflection.
 * Null for a word that is its stem but for an inflection, or that is compared as another word.
 */
export function formOf(word: string): string | null {
  const stem = stemmer(word);
  if (APART.has(word) || FOLDED.has(stem) || /\d/.test(word)) return null;
  const plain = word
    .replace(/(?<=..)ies$/, 'y')
    .replace(/(?<=..[^s])s$/, '')
    .replace(/(?<=[aeiouy].*)(?:ed|ing)$/, '')
    .replace(/(?<=..)e$/, '')
    .replace(/(?<=..)y$/, 'i');
  const bare = stem.replace(/(?<=..)e$/, '');
  const isInflection =
    plain === bare || (plain.length <= stem.length + 1 && (plain === stem || plain.slice(0, -1) === stem));
  return isInflection ? null : plain;
}

/** Characters that are not seen: a hyphen that stands only where a line may end, and joiners. */
const UNSEEN = '\u00ad\u200b-\u200d\u2060\ufeff';
const ENDS = String.raw`(?![\p{L}\p{N}\p{M}])`;
/**
 * What is one word. Marks inside a name or an abbreviation belong to it: "C.S.E.", "A&E", "A and E", "e-mail"; any other mark
 * parts words. A section of an act is "s42" however it is written: "s.42", "section 42".
 */
const TOKEN = new RegExp(
  [
    String.raw`s(?:\.\s?|ec(?:tion)?s?\.?\s?)?\d{1,3}\p{L}?${ENDS}`,
    String.raw`\p{L}(?:[.\-/]\p{L})+${ENDS}`,
    String.raw`\p{L}\s?[&+]\s?\p{L}(?:['’]?s)?${ENDS}`,
    String.raw`[^\P{L}iI]\s+and\s+\p{L}${ENDS}`,
    String.raw`\p{L}\.\d+${ENDS}`,
    String.raw`(?:\p{L}|re)-\p{L}{2,}${ENDS}`,
    String.raw`[\p{L}\p{N}\p{M}'’‘${UNSEEN}]+`,
  ].join('|'),
  'giu',
);
const MARKS_INSIDE = /[^\p{L}\p{N}\p{M}]+/gu;
const UNSEEN_MARKS = new RegExp(`[${UNSEEN}]`, 'gu');
const SECTION = /^s(?:ec(?:tion)?s?)?\W*(?=\d{1,3}\p{L}?$)/iu;
const LETTERS_JOINED = /^\p{L}\s+and\s/iu;

/** A word in a text: from where to where it stands. */
export interface Token extends Word {
  start: number;
  end: number;
}

/** The words of a text, in order, and where they stand. Takes anything: marks, emoji and operators are gaps. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  const pattern = new RegExp(TOKEN);
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    let typed = match[0];
    const before = tokens.at(-1);
    // "Children A and B" are two, and nobody's accident and emergency.
    if (
      LETTERS_JOINED.test(typed) &&
      before &&
      (/^\p{Lu}$/u.test(before.typed) || LETTERED.has(before.stem))
    ) {
      typed = typed[0]!;
      pattern.lastIndex = match.index + typed.length;
    }
    const word = wordIn(typed);
    if (word) tokens.push({ ...word, start: match.index, end: match.index + typed.length });
  }
  return tokens;
}

/** The words of a text, in order. */
export const wordsOf = (text: string): Word[] => tokensOf(text);

/** What a hyphen joins may be written as one word as well: of "whistle-blowing" it is "whistleblowing". */
export function joinedIn(text: string): Word[] {
  const tokens = tokensOf(text);
  return tokens.flatMap(({ text: word, end }, at) => {
    const next = tokens[at + 1];
    return next?.start === end + 1 && /[-\u2010\u2011]/.test(text[end]!) ? wordsOf(word + next.text) : [];
  });
}

/** Longer ones are no words. */
const LONGEST_WORD = 40;
/** Texts say the same words again and again: what was made of so many is kept, some 10 MB. */
const kept = new LRUCache<string, Word>({ max: 50_000 });

/** What stands in a text as one word; undefined where it has nothing but marks. */
function wordIn(found: string): Word | undefined {
  const known = kept.get(found);
  if (known || found.length > LONGEST_WORD) return known;
  const plain = found.replace(UNSEEN_MARKS, '').replace(SECTION, 's').replace('+', '&');
  const isPlain = !/[&./\-\s]/.test(plain);
  const typed = isPlain ? plain : plain.replace(/[./-]/g, '');
  const text = normaliseLabel(typed).replace(MARKS_INSIDE, '');
  if (text === '') return undefined;
  const word = { text, stem: stemOf(text), typed };
  kept.set(found, word);
  return word;
}

const isLetter = (words: Word[], at: number): boolean =>
  words[at]?.text.length === 1 && LETTERED.has(words[at - 1]?.stem ?? '');

/** Is this word part of a name such as "Baby T"? That is somebody's, and nothing of what a review is about. */
export const isOfLetteredName = (words: Word[], at: number): boolean =>
  isLetter(words, at) || isLetter(words, at + 1);

/** The words of a name, or of a sentence that may say one: without those that only join. */
export const tellingWords = <Read extends Word>(words: Read[]): Read[] =>
  words.filter(({ text }, at) => !JOINING_WORDS.has(text) || isLetter(words, at));

/** How a word follows the one before it: at once, after words that join ("care at home"), or in a list. */
export type Gap = 'at once' | 'joined' | 'and';

/** What stands between the words of a text, from the first to the last. */
export const gapsIn = (text: string, words: Token[]): Gap[] =>
  words.slice(1).map(({ start }, at) => {
    const between = text.slice(words[at]!.end, start);
    if (/[,/&]|\b(?:and|or)\b/i.test(between)) return 'and';
    return /\p{L}/u.test(between) ? 'joined' : 'at once';
  });

/** The words that carry meaning; all of them where none does ("what is it"). */
export function contentWords(words: Word[]): Word[] {
  const content = words.filter(({ text }, at) => !isFiller(text) || isLetter(words, at));
  return content.length > 0 ? content : words;
}
