/**
 * Abbreviations that are also everyday words, letters or something else: in small letters they count only alone ("Dash the
 * hopes" is not the risk checklist, a "dna test" no missed appointment). Origin: the abbreviations of the thesaurus.
 */
export const EVERYDAY = new Set(
  'ace aces ce cic da dash dna dv fm icon it mash pc pp tip taf caf send pip is sh sn'.split(' '),
);

/** Of whom a query speaks, as stems. Origin: the words of the judged queries that may be tuned on. */
export const CHILD_WORDS = new Set(
  'child babi infant toddler teenag girl boy school nurseri newborn pupil kid adolesc youth'.split(' '),
);
export const ADULT_WORDS = new Set('adult elderli old carer dementia'.split(' '));
