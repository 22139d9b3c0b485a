import { column, links, type FieldMap } from '../platform/bundle/field-map.js';
import { LongText, OneOf, ThemeName, WholeNumbers } from '../platform/bundle/fields.js';
import { LEARNING_KINDS, type LearningKind } from './review.js';

export class LearningRecord {
  @ThemeName({ required: true })
  theme: string;

  @OneOf(LEARNING_KINDS)
  kind?: LearningKind;

  /** Without it the source only names the theme. */
  @LongText(10_000)
  statement?: string;

  @WholeNumbers(500, 1, 9999)
  pages: number[] = [];
}

export const LEARNING_FIELDS: FieldMap<LearningRecord> = {
  theme: links('theme_id and phrase'),
  kind: column('kind'),
  statement: column('statement'),
  pages: column('pages', 'smallint[]'),
};
