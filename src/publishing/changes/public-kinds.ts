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
