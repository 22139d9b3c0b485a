/** What stands in the place of a parameter of an address: the first that fits the path and the name. */
export interface PathParameter {
  at: RegExp;
  name: string;
  description: string;
  /** One that is in the library's own first content, so that every example can be tried. */
  example?: string;
  format?: 'uuid';
}

const slug = (noun: string, example: string, description: string): PathParameter => ({
  ...{ at: new RegExp(`^/api/v1/${noun}/`), name: 'slug', description, example },
});

const id = (path: string, description: string, example?: string): PathParameter => ({
  ...{ at: new RegExp(`^/api/v1/${path}`), name: 'id', description, format: 'uuid' },
  ...(example !== undefined && { example }),
});

/** Ids are made from what identifies a record: these are in every library with the first content. */
const LEARNING_POINT = '31446dd8-f588-526d-afbe-4bd6f6e817e7';
const RECOMMENDATION = '3844d786-5d30-5cf9-9a99-0aad7a821467';

export const PATH_PARAMETERS: readonly PathParameter[] = [
  {
    at: /^\/api\/v1\/export\//,
    name: 'file',
    description: 'A kind of record, and `jsonl` for a line each or `csv` for a table.',
    example: 'review.jsonl',
  },
  slug('partnerships', 'darlington-safeguarding-partnership', 'Slug of the partnership.'),
  slug('themes', 'parental-mental-health', 'Slug of the theme.'),
  slug('reviews', 'darlington-child-j-2025', 'Slug of the review.'),
  slug('briefings', 'safe-sleeping-messages', 'Slug of the briefing.'),
  slug('resources', 'childline', 'Slug of the resource.'),
  slug('agencies', 'home-office', 'Slug of the agency.'),
  slug('embed/themes', 'parental-mental-health', 'Slug of the theme.'),
  slug('embed/publishers', 'darlington-safeguarding-partnership', 'Slug of the publisher.'),
  slug('embed/reviews', 'darlington-child-j-2025', 'Slug of the review.'),
  slug('embed/briefings', 'safe-sleeping-messages', 'Slug of the briefing.'),
  slug('embed/resources', 'childline', 'Slug of the resource.'),
  {
    at: /^\/api\/v1\/recommendations\//,
    name: 'review',
    description: 'Slug of the review.',
    example: 'home-office-prevent-learning-review-sir-david-amess-attack-2025',
  },
  {
    at: /^\/api\/v1\/recommendations\//,
    name: 'number',
    description: 'The recommendation’s number in the review, as the review writes it.',
    example: '1',
  },
  id('learning/', 'Id of the learning point.', LEARNING_POINT),
  id('recommendations/', 'Id of the recommendation.', RECOMMENDATION),
  {
    at: /^\/api\/v1\/tracking\/actions\/\{id\}\/due-requests\//,
    name: 'number',
    description: 'Number of the request among those of the action.',
  },
  id('tracking/items/', 'Id of the item.'),
  id('tracking/actions/', 'Id of the action.'),
  {
    at: /^\/api\/v1\/tracking\/entries\//,
    name: 'id',
    description: 'Id of the entry, as the history of the item has it.',
  },
  id('tracking/owners/', 'Id of the person, as the directory has it.'),
  id('tracking/agencies/', 'Id of the agency.'),
  id('tracking/imports/', 'Id of the spreadsheet that was sent.'),
  id('tracking/evidence/', 'Id of the piece of evidence.'),
  id('tracking/snapshots/', 'Id of the snapshot.'),
  id('tracking/uses/', 'Id of the use.'),
  id('tracking/calendars/', 'Id of the calendar’s address.'),
  id('tracking/rounds/', 'Id of the round.'),
  id('tracking/reviews/\\{slug\\}/protected-terms/', 'Id of the protected term.'),
  { at: /^\/api\/v1\/tracking\/reviews\//, name: 'slug', description: 'Slug of the review.' },
  { at: /^\/api\/v1\/tracking\/calendar\//, name: 'token', description: 'The right to read the calendar.' },
  {
    at: /^\/api\/v1\/tracking\/reports\//,
    name: 'kind',
    description: 'Which report: `review`, `agency`, `theme`, `yearly` or `board`.',
  },
  {
    at: /^\/api\/v1\/tracking\/reports\//,
    name: 'format',
    description: 'As what: `json`, `html`, `csv`, `xlsx` or `docx`.',
  },
];

export const pathParameter = (path: string, parameter: string): PathParameter | undefined =>
  PATH_PARAMETERS.find(({ at, name }) => name === parameter && at.test(path));
