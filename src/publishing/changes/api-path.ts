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

/**
 * Which record an address names, as pages have it or the API below its prefix: by its slug or its id. A part of a page is a learning
 * point: `/reviews/…#…`.
 */
export function recordAt(address: string): { kind: PublicKind; name: string } | undefined {
  const [, noun = '', name = ''] = /^\/([a-z]+)\/(.+)$/.exec(address) ?? [];
  const kinds = Object.keys(NOUNS) as PublicKind[];
  const kind = name.includes('#') ? 'learning-point' : kinds.find((each) => NOUNS[each] === noun);
  return kind && { kind, name };
}
