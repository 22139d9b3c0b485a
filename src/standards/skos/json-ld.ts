import type { ThemeConcept } from '../../themes/concept.js';
import { conceptAddress, DCTERMS, isTop, OWL, SCHEME, schemeAddress, SKOS, XSD } from './scheme.js';

const link = (term: string): object => ({ '@id': term, '@type': '@id' });
const english = (term: string): object => ({ '@id': term, '@language': 'en' });

const CONTEXT = {
  skos: SKOS,
  dcterms: DCTERMS,
  owl: OWL,
  xsd: XSD,
  prefLabel: english('skos:prefLabel'),
  altLabel: english('skos:altLabel'),
  definition: english('skos:definition'),
  title: english('dcterms:title'),
  description: english('dcterms:description'),
  broader: link('skos:broader'),
  narrower: link('skos:narrower'),
  related: link('skos:related'),
  inScheme: link('skos:inScheme'),
  topConceptOf: link('skos:topConceptOf'),
  hasTopConcept: link('skos:hasTopConcept'),
  isReplacedBy: link('dcterms:isReplacedBy'),
  deprecated: { '@id': 'owl:deprecated', '@type': 'xsd:boolean' },
  modified: { '@id': 'dcterms:modified', '@type': 'xsd:dateTime' },
};

/** Concepts as JSON-LD, with what is said of the thesaurus where that is asked for. */
export function jsonLdOf(concepts: readonly ThemeConcept[], origin: string, withScheme: boolean): object {
  const scheme = {
    '@id': schemeAddress(origin),
    '@type': 'skos:ConceptScheme',
    ...SCHEME,
    hasTopConcept: concepts.filter(isTop).map(({ slug }) => conceptAddress(origin, slug)),
  };
  const nodes = concepts.map((concept) => nodeOf(concept, origin));
  return { '@context': CONTEXT, '@graph': withScheme ? [scheme, ...nodes] : nodes };
}

function nodeOf(concept: ThemeConcept, origin: string): object {
  const at = (slug: string): string => conceptAddress(origin, slug);
  const { label, altLabels, definition, broader, narrower, related, replacedBy, updatedAt } = concept;
  return {
    '@id': at(concept.slug),
    '@type': 'skos:Concept',
    inScheme: schemeAddress(origin),
    ...(isTop(concept) && { topConceptOf: schemeAddress(origin) }),
    prefLabel: label,
    altLabel: altLabels,
    ...(definition !== null && { definition }),
    ...(broader !== null && { broader: at(broader) }),
    narrower: narrower.map(at),
    related: related.map(at),
    ...(replacedBy !== null && { isReplacedBy: at(replacedBy) }),
    ...(concept.isReplaced && { deprecated: true }),
    ...(updatedAt !== null && { modified: updatedAt }),
  };
}
