/** Who reads: each sees the library through relations of its own. Editors who preview a draft will be another one. */
export type Audience = 'public';

/** What can be seen, each with what is left out for those who may not see it. The views are made in `migrations/`. */
const RELATIONS = {
  partnership: 'partnership',
  /** The partnership of a record that is seen, by its name alone: without asking what else makes it public. */
  publisher: 'publisher',
  theme: 'theme',
  /** Themes of the thesaurus: without the names that only records use. */
  acceptedTheme: 'accepted_theme',
  /** The names of these, without hidden ones. */
  themeName: 'theme_name',
  /** Every use of a theme: `theme_id` with its `slug` and `label`, `noun`, `record_id`, and `review_id` where it is of one. */
  themeTag: 'theme_tag',
  review: 'review',
  learningPoint: 'learning_point',
  document: 'review_document',
  documentPage: 'document_page',
  recommendation: 'recommendation',
  addressee: 'recommendation_addressee',
  /** Agencies that something public asks for something. */
  agency: 'agency',
  /** What partnerships have released about what came of recommendations. */
  progress: 'progress',
  /** What they have released about how far a review's recommendations are as a whole. */
  reviewProgress: 'review_progress',
  briefing: 'briefing',
  resource: 'resource',
  /** Each of these by `kind` and `record_id`: where it stands, when it was published, and when it last changed. */
  record: 'record',
} as const;

export type Seen = Record<keyof typeof RELATIONS, string>;

/** The relations that an audience reads, by what they hold: for SQL. A query that takes them serves every audience. */
export const seenBy = (audience: Audience): Seen =>
  Object.fromEntries(
    Object.entries(RELATIONS).map(([name, table]) => [name, `${audience}_${table}`]),
  ) as Seen;

export const PUBLIC = seenBy('public');
