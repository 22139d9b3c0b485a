import type { LabelKind } from '../../themes/theme.js';

/** A theme with its names, as the search reads it. */
export interface ThesaurusTheme {
  id: string;
  slug: string;
  label: string;
  accepted: boolean;
  definition: string | null;
  hasGuidance: boolean;
  broaderId: string | null;
  labels: { text: string; kind: LabelKind }[];
}
