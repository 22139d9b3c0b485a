/** Of whom a query or the name of a theme speaks, as stems. Origin: the judged queries that may be tuned on, and those names. */
export const CHILD_WORDS = new Set(
  'child babi infant toddler teenag girl boy school nurseri newborn pupil kid adolesc youth young parent'.split(
    ' ',
  ),
);
export const ADULT_WORDS = new Set('adult elderli old carer dementia'.split(' '));

/** Whom reviews call by a letter, as stems: "Child A" has no stop word in it. Origin: the titles of the catalogues. */
export const LETTERED = new Set('child baby babi adult famili mr mrs ms miss young case'.split(' '));
