const MONTH =
  '(?:jan(?:uary)?|feb(?:r?uary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?(?![a-z])';
const TENS = '(?:twenty|thirtieth|thirty)';
const ORDINAL = `(?:${TENS}[ -])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|tenth|eleventh|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth|thirtieth`;
const DAY = `(?:(?:0?[1-9]|[12]\\d|3[01])(?: ?(?:st|nd|rd|th))?|${ORDINAL})`;
const YEAR = `(?:'?\\d{2}|(?:19|20)\\d{2})`;
const BY = '[ ,/.-]{0,3}';

/**
 * Days as people write them: “3 May 2010”, “3rd of May”, “May 3rd, 2010”, “03/05/10”, “2010-05-03”, “3.5.2010”, “03052010”;
 * and months with their year. A year alone is none.
 */
export const DATES = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${[
    `${DAY}${BY}(?:(?:day )?of (?:the )?)?${MONTH}(?:${BY}${YEAR})?`,
    `${MONTH}${BY}(?:the )?${DAY}(?![\\d])(?:${BY}${YEAR})?`,
    `${MONTH}${BY}(?:19|20)\\d{2}`,
    `\\d{1,2} ?[/.-] ?\\d{1,2} ?[/.-] ?(?:\\d{4}|\\d{2})`,
    `\\d{1,2} \\d{1,2} (?:19|20)\\d{2}`,
    `(?:19|20)\\d{2} ?[/.-] ?\\d{1,2} ?[/.-] ?\\d{1,2}`,
    `(?:0[1-9]|[12]\\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\\d{2}`,
    `(?:19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])`,
  ].join('|')})(?![\\p{L}\\p{N}])`,
  'giu',
);
