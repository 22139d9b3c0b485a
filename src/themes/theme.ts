/** `proposed`: a name that a bundle used and the thesaurus does not know, waiting for an editor to merge it. */
export const THEME_STATUSES = ['accepted', 'proposed'] as const;
export type ThemeStatus = (typeof THEME_STATUSES)[number];

/** `hidden` labels are matched, never displayed (SKOS hiddenLabel): outdated, contested or everyday words. */
export const LABEL_KINDS = ['preferred', 'alternative', 'abbreviation', 'hidden'] as const;
export type LabelKind = (typeof LABEL_KINDS)[number];

/** What is said of the guidance of every theme, on pages, in print and in the API. */
export const GUIDANCE_NOTE =
  'Written for this library. These are not the words of a review. Follow your local procedures.';
