import type { PublicKind } from '../publishing/changes/public-kinds.js';

const NOUNS: Record<PublicKind, string> = {
  partnership: 'partnerships',
  theme: 'themes',
  agency: 'agencies',
  review: 'reviews',
  'learning-point': 'learning',
  recommendation: 'recommendations',
  briefing: 'briefings',
  resource: 'resources',
};

/** Where the API says what a record is, or that it was withdrawn. */
export const apiAddress = (publicUrl: string, kind: PublicKind, id: string, slug: string): string =>
  `${publicUrl}/api/v1/${NOUNS[kind]}/${kind === 'learning-point' || kind === 'recommendation' ? id : slug}`;
