import { column, links, parts, type FieldMap } from '../platform/bundle/field-map.js';
import { Items, LongText, OneOf, Text, Texts, ThemeNames } from '../platform/bundle/fields.js';
import { RECOMMENDATION_SCOPES, type RecommendationScope } from './recommendation.js';

export class RecommendationRecord {
  @Text(40)
  number?: string;

  @LongText(10_000, { required: true })
  text: string;

  @Texts(100, 300)
  addressees: string[] = [];

  @ThemeNames(100)
  themes: string[] = [];

  @OneOf(RECOMMENDATION_SCOPES)
  scope?: RecommendationScope;
}

export const RECOMMENDATION_FIELDS: FieldMap<RecommendationRecord> = {
  number: column('number'),
  text: column('text'),
  addressees: links('agencies'),
  themes: links('themes'),
  scope: column('scope'),
};

/** What a review's record has besides that this room keeps. */
export interface Recommending {
  recommendations: RecommendationRecord[];
}

export const recommendationsField = (): PropertyDecorator => Items(() => RecommendationRecord, 500);

export const RECOMMENDING_FIELDS: FieldMap<Recommending> = { recommendations: parts(RECOMMENDATION_FIELDS) };
