import { AGE_GROUPS, type AgeGroup } from '../search-kinds.js';

const NUMBERS =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen'.split(
    ' ',
  );
const NUMBER = `(\\d{1,3}|${NUMBERS.join('|')})`;
const UNIT = '(year|month|week|day)s?';
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
