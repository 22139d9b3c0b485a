import { RECOMMENDATION_SCOPES, type RecommendationScope } from '../../recommendations/recommendation.js';
import { LEARNING_KINDS, REVIEW_CODES, type LearningKind, type ReviewCodes } from '../../reviews/review.js';
import {
  Items,
  Keyword,
  LongText,
  OneOf,
  PartialDay,
  Text,
  Texts,
  ThemeName,
  ThemeNames,
  WebAddress,
  WholeNumbers,
} from './fields.js';
import { Plain, withCodes } from '../../platform/text/coded-fields.js';
import { SourceRecord } from './source.record.js';

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

export class DocumentRecord {
  /** A document of no known kind is simply a `document`. */
  @Keyword()
  kind?: string;

  @Text(500)
  title?: string;

  @WebAddress()
  url?: string;
}

const Coded = withCodes<
  Partial<{ [Name in keyof ReviewCodes]: NonNullable<ReviewCodes[Name]> }>,
  typeof Plain
>(REVIEW_CODES, Plain, (_, codes) => OneOf(codes));

export class ReviewRecord extends Coded {
  @Text(undefined, { required: true })
  publisher: string;

  @Text(undefined, { required: true })
  label: string;

  @Text(500)
  title?: string;

  @PartialDay()
  publishedOn?: string;

  @PartialDay()
  relayedOn?: string;

  @Text(200)
  reference?: string;

  @LongText(20_000)
  summary?: string;

  @Items(() => LearningRecord, 500)
  learning: LearningRecord[] = [];

  @Items(() => RecommendationRecord, 500)
  recommendations: RecommendationRecord[] = [];

  @Items(() => DocumentRecord, 100)
  documents: DocumentRecord[] = [];

  @Texts(200, 200)
  keywords: string[] = [];

  @Items(() => SourceRecord, 100)
  sources: SourceRecord[] = [];
}
