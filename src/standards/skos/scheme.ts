import type { ThemeConcept } from '../../themes/concept.js';

export const SKOS = 'http://www.w3.org/2004/02/skos/core#';
export const DCTERMS = 'http://purl.org/dc/terms/';
export const OWL = 'http://www.w3.org/2002/07/owl#';
export const XSD = 'http://www.w3.org/2001/XMLSchema#';

/** What the thesaurus as a whole is called, and whose it is. */
export const SCHEME = {
  title: 'Themes of the practice review library',
  description:
    'What reviews of safeguarding practice teach about, as practitioners name it. Definitions are written for the library.',
} as const;

/** The address of the thesaurus: that of the page of all themes. */
export const schemeAddress = (origin: string): string => `${origin}/themes`;

/** The address of a concept: that of its page. */
export const conceptAddress = (origin: string, slug: string): string =>
  new URL(`/themes/${encodeURIComponent(slug)}`, origin).href;

export const isTop = ({ broader, isReplaced }: ThemeConcept): boolean => broader === null && !isReplaced;
