import type { PublicKind } from './public-kinds.js';

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

/** Where the API says what a record is, or that it was withdrawn; by its id where its address may change. */
export const apiPath = ({ kind, id, slug }: { kind: PublicKind; id: string; slug: string }): string =>
  `/api/v1/${NOUNS[kind]}/${kind === 'learning-point' || kind === 'recommendation' ? id : slug}`;

/** Which kind of record has its place below a path: `/learning/…`. */
export const kindBelow = (noun: string): PublicKind | undefined =>
  (Object.keys(NOUNS) as PublicKind[]).find((kind) => NOUNS[kind] === noun);
