import { AGE_GROUPS, type AgeGroup } from '../search-kinds.js';
import { ADULT_WORDS, CHILD_WORDS } from '../tuning/words.js';
import { wordsOf } from './words.js';

const NUMBERS =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen'.split(
    ' ',
  );
const NUMBER = `(\\d{1,3}|${NUMBERS.join('|')})`;
const UNIT = '(year|yr|month|week|day)s?';
const AGE = new RegExp(`\\b${NUMBER}[- ]?${UNIT}[- ]old\\b|\\baged ${NUMBER}\\b(?: ${UNIT}\\b)?`, 'gi');
const INFANT = /\b(?:infants?|bab(?:y|ies)|newborns?)\b/i;

/** The oldest age of each group, in years. */
const UP_TO = [0, 4, 11, 17, 64, 130];

/**
 * The age groups that a text speaks of: "a 15-year-old", "aged 67", "a seven-week-old baby". Only what is said in so many
 * words; a text that names no age belongs to no group.
 */
export function agesIn(text: string): AgeGroup[] {
  const said = [...text.matchAll(AGE)].map(([, old, oldIn, aged, agedIn]) => {
    const age = asNumber(old ?? aged!);
    return /^y/i.test(oldIn ?? agedIn ?? 'years') ? age : age > 24 ? 3 : 0;
  });
  const ages = [...said, ...(INFANT.test(text) ? [0] : [])];
  const groups = ages.map((age) => AGE_GROUPS[UP_TO.findIndex((most) => age <= most)]);
  return AGE_GROUPS.filter((group) => groups.includes(group));
}

const asNumber = (text: string): number => {
  const word = NUMBERS.indexOf(text.toLowerCase());
  return word >= 0 ? word + 1 : Number(text);
};

/** The text without the ages that it says: "carrying a knife" of "11 year old carrying a knife". */
export const withoutAges = (text: string): string => text.replace(AGE, ' ');

/** Of whom something speaks, where it speaks of children or of adults alone. */
export type Whom = 'children' | 'adults';

/** Of whom a query or a name speaks, by its words and the ages that it says; null where it tells neither, or both. */
export function whomIn(text: string): Whom | null {
  const groups = agesIn(text);
  const stems = wordsOf(withoutAges(text)).map(({ stem }) => stem);
  const child = stems.some((stem) => CHILD_WORDS.has(stem)) || groups.some(isOfChildren);
  const adult = stems.some((stem) => ADULT_WORDS.has(stem)) || !groups.every(isOfChildren);
  return child === adult ? null : child ? 'children' : 'adults';
}

const isOfChildren = (group: AgeGroup): boolean => AGE_GROUPS.indexOf(group) < AGE_GROUPS.indexOf('18-to-64');

/** Is a record about adults alone where children are meant, or the other way round? */
export const isOfOthers = (about: string | null, whom: Whom | null): boolean =>
  (whom === 'children' && about === 'adults') || (whom === 'adults' && about === 'children');
