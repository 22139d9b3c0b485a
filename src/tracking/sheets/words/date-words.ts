/**
 * Words of dates. The words for “no date” are those of rule 7 of docs/spreadsheets.md with the spellings that published action
 * plans use for them; “annually” or “end of term” are none of these: they say something, and are asked about.
 */
export const MONTH_NAMES = [
  ...['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october'],
  ...['november', 'december'],
] as const;

/** Other short forms than the first three letters. */
export const OTHER_MONTH_NAMES: Readonly<Record<string, number>> = { sept: 9, janury: 1, febuary: 2 };

export const NO_DATE_WORDS: ReadonlySet<string> = new Set([
  ...['ongoing', 'on-going', 'on going', 'continuous', 'continuing'],
  ...[
    'tbc',
    'tba',
    'tbd',
    't.b.c.',
    'to be confirmed',
    'to be agreed',
    'to be advised',
    'to be decided',
    'to be determined',
  ],
  ...['n/a', 'na', 'n.a.', 'not applicable', 'none', 'nil', '-', '–', '—', '--'],
  ...['not known', 'unknown', 'not yet known', 'not set', 'not yet set', 'no date'],
]);

/** Words before a date that change nothing of its last day. */
export const WORDS_BEFORE_DATES =
  /^(?:due\s*:?\s+)?(?:(?:by|before|on|no later than|not later than)\s+)?(?:the\s+)?/i;
