/** What the public sees has one of these kinds, each with an id that stays. */
export const PUBLIC_KINDS = [
  'partnership',
  'theme',
  'agency',
  'review',
  'learning-point',
  'recommendation',
  'briefing',
  'resource',
] as const;
export type PublicKind = (typeof PUBLIC_KINDS)[number];

/** What feeds bring: each has a page of its own, and a second of its own in which this library published it. */
export const FEED_KINDS = ['review', 'briefing', 'resource'] as const satisfies PublicKind[];

/** What has a feed of its own kind: recommendations too, of which one review brings more than other feeds should have. */
export const OWN_FEED_KINDS = [...FEED_KINDS, 'recommendation'] as const satisfies PublicKind[];
export type FeedKind = (typeof OWN_FEED_KINDS)[number];
