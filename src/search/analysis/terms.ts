import { isEnglish } from '../../platform/text/spelling.js';
import type { Thesaurus } from './thesaurus.js';
import { formOf, stemOf, widerStem, type Word } from './words.js';

/** What a library says, as far as reading a query needs it. */
export interface SpokenWords {
  /** Does it say this word, in any form? */
  knows(stem: string, word: string): boolean;
  /** The word that one which it hardly ever says may have been meant to be; null for most. */
  rather(stem: string, word: string): string | null;
  /** The word of it that a misspelt one was meant to be. */
  nearest(word: string): { word: string; slips: number } | null;
  /** Is one of its records called by this word, or does one say all of these? */
  calls(stems: ReadonlySet<string>): boolean;
}

/** A word of the query that carries meaning. */
export interface Term {
  /** As it was typed. */
  word: Word;
  /** The same in small letters; or, where it was misspelt, the word that is meant. */
  text: string;
  /** What it is compared by. Two where it and its neighbour may be written as one ("step dad"). */
  stems: string[];
  /** What names of themes may have for it: the same, or a wider word. */
  senses: string[];
  /** What tells it from other words with its stem; null where the stem does (see `formOf`). */
  form: string | null;
  corrected: boolean;
  /** The stem of what may have been meant by a word that the library hardly ever says: looked for beside it. */
  rather: string | null;
  /** Of an abbreviation: the stems of what it stands for, all of which say it as well. */
  inFull: { theme: string; stems: readonly string[] } | null;
}

/** Reads words as they are meant: misspelt ones put right, unless there is no library to compare them with. */
export function readTerms(words: Word[], thesaurus: Thesaurus, spoken: SpokenWords | null): Term[] {
  const read = words.map((word) => readTerm(word, thesaurus, spoken));
  const stemsRead = new Set(read.flatMap(({ stems }) => stems));
  // "Phillip and Lorraine" are names that others write in another way.
  const isCalled = read.length > 0 && read.every(({ corrected }) => corrected) && spoken?.calls(stemsRead);
  return words.map((word, at) => {
    const beside = [words[at - 1], words[at + 1]];
    let term = read[at]!;
    // "Heath visitor" is a slip, and "staying overnight" none.
    if (
      term.corrected &&
      isEnglish(word.text) &&
      !isCalled &&
      !isNamed(term, [read[at - 1], read[at + 1]], thesaurus)
    )
      term = asTyped(word);
    // "step dad", "intra-familial": the names may write as one what was typed as two.
    const joined = beside.flatMap((other, side) => {
      const one = other && (side === 0 ? other.text + word.text : word.text + other.text);
      const stem = one && stemOf(one);
      // "Child S" is somebody, and "childs" no other word.
      const isAnother = stem !== word.stem && stem !== other?.stem;
      return stem && isAnother && thesaurus.namesWith(stem).length > 0 ? [stem] : [];
    });
    const stems = [...new Set([...term.stems, ...joined])];
    const senses = [...stems, ...stems.flatMap((stem) => widerStem(stem) ?? [])];
    return { ...term, word, stems, senses, form: formOf(term.text), inFull: null };
  });
}

type ReadWord = Pick<Term, 'text' | 'stems' | 'rather' | 'corrected'>;

const asTyped = ({ text, stem }: Word): ReadWord => ({ text, stems: [stem], rather: null, corrected: false });

function readTerm(word: Word, thesaurus: Thesaurus, spoken: SpokenWords | null): ReadWord {
  const { text, stem, typed } = word;
  if (!spoken || thesaurus.knows(stem, text)) return asTyped(word);
  if (spoken.knows(stem, text)) {
    const rather = spoken.rather(stem, text);
    // It is said as it is typed, so that it is not put right; what was meant is looked for beside it.
    return { ...asTyped(word), rather: rather && stemOf(rather) };
  }
  // Capitals and marks are an abbreviation or a name, and a number is a number: none is a slip of anything.
  if (/[^\p{L}\p{M}'’‘]/u.test(typed) || (typed.length < 6 && typed === typed.toUpperCase()))
    return asTyped(word);
  const meant = thesaurus.spelling.nearest(text);
  const inLibrary = spoken.nearest(text);
  const right = inLibrary && (!meant || inLibrary.slips < meant.slips) ? inLibrary : meant;
  return right
    ? { text: right.word, stems: [stemOf(right.word)], rather: null, corrected: true }
    : asTyped(word);
}

/** Has a theme a name in which a word stands beside one of these, or alone where there are none? */
function isNamed(
  { stems: [stem] }: ReadWord,
  beside: (ReadWord | undefined)[],
  thesaurus: Thesaurus,
): boolean {
  const [before, after] = beside.map((word) => word?.stems[0]);
  return thesaurus.namesWith(stem!).some(({ ordered }) => {
    if (before === undefined && after === undefined) return ordered.length === 1;
    const at = ordered.indexOf(stem!);
    return (at > 0 && ordered[at - 1] === before) || (after !== undefined && ordered[at + 1] === after);
  });
}
