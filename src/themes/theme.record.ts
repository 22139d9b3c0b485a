import { column, links, partialDateColumns, type FieldMap } from '../platform/bundle/field-map.js';
import {
  Items,
  LongText,
  LongTexts,
  PartialDay,
  Text,
  ThemeName,
  ThemeNames,
} from '../platform/bundle/fields.js';
import { SourceRecord } from '../publishing/source.record.js';

export class ThemeRecord {
  @ThemeName({ required: true })
  label: string;

  @ThemeNames(200)
  altLabels: string[] = [];

  @ThemeNames(200)
  hiddenLabels: string[] = [];

  @ThemeNames(50)
  abbreviations: string[] = [];

  @ThemeName()
  broader?: string;

  @ThemeNames(200)
  related: string[] = [];

  /** The theme to use instead of this one. Ours: the format as it came has no field for it. */
  @ThemeName()
  replacedBy?: string;

  @LongText(5000)
  definition?: string;

  /** What is an emergency, each with whom to call. */
  @LongTexts(50, 1000)
  emergency: string[] = [];

  @LongTexts(50, 1000)
  lookFor: string[] = [];

  /** Questions to say aloud to others. */
  @LongTexts(50, 1000)
  ask: string[] = [];

  @LongTexts(50, 1000)
  askYourself: string[] = [];

  @LongTexts(50, 1000)
  do: string[] = [];

  /** The named professional who has reviewed what the theme says, and when. */
  @Text()
  guidanceReviewedBy?: string;

  @PartialDay()
  guidanceReviewedOn?: string;

  @Items(() => SourceRecord, 100)
  sources: SourceRecord[] = [];
}

export const THEME_FIELDS: FieldMap<ThemeRecord> = {
  label: column('label'),
  altLabels: links('names of the theme'),
  hiddenLabels: links('names of the theme'),
  abbreviations: links('names of the theme'),
  broader: links('broader_id'),
  related: links('related themes, both ways'),
  replacedBy: links('replaced_by_id'),
  definition: column('definition'),
  emergency: column('emergency', 'text[]'),
  lookFor: column('look_for', 'text[]'),
  ask: column('ask', 'text[]'),
  askYourself: column('ask_yourself', 'text[]'),
  do: column('to_do', 'text[]'),
  guidanceReviewedBy: column('guidance_reviewed_by'),
  guidanceReviewedOn: partialDateColumns('guidance_reviewed'),
  sources: column('sources', 'jsonb'),
};
