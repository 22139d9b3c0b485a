import { AGE_GROUPS, type AgeGroup } from '../search-kinds.js';

const NUMBERS =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen'.split(
    ' ',
  );
const NUMBER = `(\\d{1,3}|${NUMBERS.join('|')})`;
const IN_YEARS = new RegExp(
  `\\b${NUMBER}[- ]?years?[- ]old\\b|\\baged ${NUMBER}\\b(?! (?:days|weeks|months))`,
  'gi',
);
const IN_MONTHS = new RegExp(
  `\\b${NUMBER}[- ]?(?:day|week|month)s?[- ]old\\b|\\baged ${NUMBER} (?:days|weeks|months)\\b`,
  'gi',
);
const INFANT = /\b(?:infants?|bab(?:y|ies)|newborns?)\b/i;

/** The oldest age of each group, in years. */
const UP_TO = [0, 4, 11, 17, 64, 130];

/**
 * The age groups that a text speaks of: "a 15-year-old", "aged 67", "a seven-week-old baby". Only what is said in so many
 * words; a text that names no age belongs to no group.
 */
export function agesIn(text: string): AgeGroup[] {
  const years = [...text.matchAll(IN_YEARS)].map((match) => asNumber(match[1] ?? match[2]!));
  const months = [...text.matchAll(IN_MONTHS)].map((match) => (asNumber(match[1] ?? match[2]!) > 24 ? 3 : 0));
  const ages = [...years, ...months, ...(INFANT.test(text) ? [0] : [])];
  const groups = ages.map((age) => AGE_GROUPS[UP_TO.findIndex((most) => age <= most)]);
  return AGE_GROUPS.filter((group) => groups.includes(group));
}

const asNumber = (text: string): number => {
  const word = NUMBERS.indexOf(text.toLowerCase());
  return word >= 0 ? word + 1 : Number(text);
};
