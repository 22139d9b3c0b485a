import { Items, LongText, LongTexts, ThemeName, ThemeNames } from './fields.js';
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

  @LongTexts(50, 1000)
  lookFor: string[] = [];

  @LongTexts(50, 1000)
  ask: string[] = [];

  @LongTexts(50, 1000)
  do: string[] = [];

  @Items(() => SourceRecord, 100)
  sources: SourceRecord[] = [];
}
