import type { ThesaurusTheme } from '../../src/search/analysis/thesaurus.js';
import type { LabelKind } from '../../src/themes/theme.js';

/** A theme as the search reads it, with its other names by their kind; its address is its label. */
export const aTheme = (
  label: string,
  names: Partial<Record<LabelKind, string[]>> = {},
  accepted = true,
): ThesaurusTheme => ({
  ...{ id: label, slug: label, label, accepted },
  ...{ definition: null, hasGuidance: false, broaderId: null },
  labels: Object.entries({ preferred: [label], ...names }).flatMap(([kind, texts]) =>
    texts.map((text) => ({ text, kind: kind as LabelKind })),
  ),
});
