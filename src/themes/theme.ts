/** `proposed`: a name that a bundle used and the thesaurus does not know, waiting for an editor to merge it. */
export const THEME_STATUSES = ['accepted', 'proposed'] as const;
export type ThemeStatus = (typeof THEME_STATUSES)[number];

/** `hidden` labels are matched, never displayed (SKOS hiddenLabel): outdated, contested or everyday words. */
export const LABEL_KINDS = ['preferred', 'alternative', 'abbreviation', 'hidden'] as const;
export type LabelKind = (typeof LABEL_KINDS)[number];
