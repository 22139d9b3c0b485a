import { Items, LongText, LongTexts, PartialDay, Text, ThemeName, ThemeNames } from './fields.js';
import { SourceRecord } from './source.record.js';

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
