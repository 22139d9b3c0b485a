import type { ClosedList } from '../../platform/text/closed-list.js';
import { DATES } from './dates.js';
import { placeIn, unhiddenText, type UnhiddenText } from './unhidden-text.js';
import { wordsOfTerm, wordsIn } from './terms.js';

/** What in a text may identify somebody. */
export const IDENTIFYING_WORDS = {
  'protected-term': 'A term that the review protects',
  'nhs-number': 'An NHS number',
  'national-insurance-number': 'A National Insurance number',
  'date-of-birth': 'A date of birth',
  'date-of-death': 'A date of death',
  address: 'An address',
  postcode: 'A postcode',
  telephone: 'A telephone number',
  email: 'An email address',
} as const satisfies ClosedList;
export type IdentifyingKind = keyof typeof IDENTIFYING_WORDS;

/** Where in a text something may identify somebody: counted in UTF-16 units, as programs count. */
export interface IdentifyingHit {
  kind: IdentifyingKind;
  start: number;
  length: number;
}

/**
 * Everything in a text that may identify somebody, in the order of the text. It is meant to find too much rather than too
 * little: people clear what is harmless, and nobody takes back what was published.
 * @param terms that the review protects: names, places and whatever else must not be said, as their list has them
 */
export function findIdentifying(text: string, terms: readonly string[] = []): IdentifyingHit[] {
  const plain = unhiddenText(text);
  const found = [...PATTERNS.flatMap((find) => find(plain)), ...protectedTerms(plain, terms)];
  return found.toSorted((one, other) => one.start - other.start || one.kind.localeCompare(other.kind));
}

type Find = (plain: UnhiddenText) => IdentifyingHit[];

/** Every place at which a pattern fits; patterns that capture something mean that part alone. */
const matching =
  (kind: IdentifyingKind, pattern: RegExp, holds: (match: string) => boolean = () => true): Find =>
  (plain) =>
    [...plain.text.matchAll(pattern)].flatMap((match) => {
      const [start, end] = match.indices![1] ?? match.indices![0]!;
      return holds(plain.text.slice(start, end)) ? [{ kind, ...placeIn(plain, start, end) }] : [];
    });

const digitsOf = (text: string): number[] => [...text.replace(/\D/g, '')].map(Number);

/** By its check digit: NHS Data Dictionary, NHS NUMBER, modulus 11. */
export function isNhsNumber(text: string): boolean {
  const digits = digitsOf(text);
  if (digits.length !== 10) return false;
  const sum = digits.slice(0, 9).reduce((total, digit, place) => total + digit * (10 - place), 0);
  const check = 11 - (sum % 11);
  return check !== 10 && (check === 11 ? 0 : check) === digits[9];
}

/** Looked for at every digit that begins a number, for an earlier number may stand right before it. */
const NHS_NUMBER = /(?<![\d])(?=(\d{3}[ ./_·-]{0,5}\d{3}[ ./_·-]{0,5}\d{4})(?!\d))/dg;
/** Where it is called so, in whatever groups it is written. */
const CALLED_NHS = /\bNHS\D{0,40}?(\d(?:[ ./_·-]{0,5}\d){9})(?!\d)/dgi;

/** HMRC, National Insurance Manual NIM39110: letters that are not used, and prefixes that are not given out. */
const NI_PREFIX = '(?!BG|GB|KN|NK|NT|TN|ZZ)[ABCEGHJ-PRSTW-Z][ABCEGHJ-NPRSTW-Z]';
const NI_DIGITS = '[ .-]{0,3}\\d{2}[ .-]{0,3}\\d{2}[ .-]{0,3}\\d{2}';
const NI_NUMBER = new RegExp(
  `(?<![\\p{L}\\p{N}])${NI_PREFIX}${NI_DIGITS}[ .-]{0,3}[A-D](?![\\p{L}\\p{N}])`,
  'dgiu',
);
/** Its last letter is often left out; in small letters “at 12 34 56” would be one then. */
const NI_WITHOUT_SUFFIX = new RegExp(
  `(?<![\\p{L}\\p{N}])${NI_PREFIX}${NI_DIGITS}(?![ .-]{0,3}[A-D](?![\\p{L}\\p{N}])|[\\p{L}\\p{N}])`,
  'dgu',
);

/** The areas of the United Kingdom’s postcodes, with the Crown dependencies. */
const POSTCODE_AREAS =
  'AB AL B BA BB BD BF BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G GL GU ' +
  'GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE ' +
  'PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE';
const POSTCODE = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:GIR ?0AA|(?:${POSTCODE_AREAS.replaceAll(' ', '|')})\\d[A-Z\\d]?[ -]{0,3}\\d[ABD-HJLNP-UW-Z]{2})(?![\\p{L}\\p{N}])`,
  'dgiu',
);

/** With the code of the area; a day in figures is none, nor are short public numbers such as 999. */
const TELEPHONE =
  /(?<![\d.,])(?!\(?\d{1,2}[ .-]\d{1,2}[ .-](?:19|20)\d\d(?!\d)|(?:0[1-9]|[12]\d|3[01])\.(?:0[1-9]|1[0-2])\.\d\d(?!\d))(?:(?:\+|\b00) ?44[ ().-]{0,3}(?:\(?0\)?[ ().-]{0,2})?|\(?0)(?:[ ().-]{0,3}\d){9,10}(?!\d)/dg;
const TELEPHONE_ABROAD = /\+(?!44)\d(?:[ ().-]{0,3}\d){8,13}(?!\d)/dg;

const EMAIL = /[\p{L}\p{N}_.+%'-]{1,64} {0,2}@ {0,2}[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,9}/dgu;

const STREET =
  'street|st|road|rd|avenue|ave|lane|ln|close|drive|crescent|terrace|place|court|gardens|grove|way|walk|row|square|mews|hill|parade|rise';
/** A number and one to three names before the word for a street: “12 High Street”, “Flat 3, 4b Mill Lane”. */
const ADDRESS = new RegExp(
  `(?<![\\p{L}\\p{N}])\\d{1,4}[a-z]?,? {1,2}(?:[A-Z][\\p{L}'-]+ {1,2}){1,3}(?:${STREET.replaceAll(/\b[a-z]/g, (letter) => letter.toUpperCase())}|${STREET})(?![\\p{L}])`,
  'dgu',
);

/** How far a word may stand from the day that it makes one of birth or of death. */
const NEAR = 40;
const BIRTH =
  /(?<![\p{L}])(?:born|birth|birthday|birthdate|births?|newborn|d\.? ?o\.? ?b\.?|b\.(?= ?\d))(?![\p{L}])/giu;
const DEATH =
  /(?<![\p{L}])(?:died|dies|dying|death|deaths|dead|deceased|killed|murdered|stillborn|passed away|suicide|d\.? ?o\.? ?d\.?|d\.(?= ?\d))(?![\p{L}])/giu;

const datesNear =
  (kind: IdentifyingKind, words: RegExp): Find =>
  (plain) => {
    const near = [...plain.text.matchAll(words)].map(
      ({ index, 0: word }) => [index, index + word.length] as const,
    );
    if (near.length === 0) return [];
    return [...plain.text.matchAll(DATES)].flatMap(({ index, 0: date }) => {
      const end = index + date.length;
      const isNear = near.some(([from, to]) => to + NEAR >= index && from - NEAR <= end);
      return isNear ? [{ kind, ...placeIn(plain, index, end) }] : [];
    });
  };

const PATTERNS: readonly Find[] = [
  matching('nhs-number', NHS_NUMBER, isNhsNumber),
  (plain) => {
    const strict = matching('nhs-number', NHS_NUMBER, isNhsNumber)(plain);
    const called = matching('nhs-number', CALLED_NHS, isNhsNumber)(plain);
    return called.filter(({ start }) => strict.every((one) => one.start !== start));
  },
  matching('national-insurance-number', NI_NUMBER),
  matching('national-insurance-number', NI_WITHOUT_SUFFIX),
  matching('postcode', POSTCODE),
  matching('telephone', TELEPHONE),
  matching('telephone', TELEPHONE_ABROAD),
  matching('email', EMAIL),
  matching('address', ADDRESS),
  datesNear('date-of-birth', BIRTH),
  datesNear('date-of-death', DEATH),
];

/** By whole words, whatever their case, accents, apostrophes and hyphens. */
function protectedTerms(plain: UnhiddenText, terms: readonly string[]): IdentifyingHit[] {
  const words = wordsIn(plain.text);
  return [...new Set(terms.map((term) => wordsOfTerm(term).join(' ')))].flatMap((key) => {
    const wanted = key.split(' ').filter(Boolean);
    if (wanted.length === 0) return [];
    return words.flatMap((_, first) => {
      const end = endOf(words, first, wanted);
      return end === null
        ? []
        : [{ kind: 'protected-term' as const, ...placeIn(plain, words[first]!.start, end) }];
    });
  });
}

/** Where a term ends that begins with a word; null where it does not stand there. */
function endOf(words: ReturnType<typeof wordsIn>, first: number, wanted: readonly string[]): number | null {
  // “O’Brien-Smith”, “OBrien Smith” and “O Brien Smith” are one name: letters count, and where words begin and end.
  const letters = wanted.join('');
  let read = '';
  for (const { key, end } of words.slice(first)) {
    read += key;
    if (!letters.startsWith(read)) return null;
    if (read === letters) return end;
  }
  return null;
}
