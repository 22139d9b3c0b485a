import { DataFactory, Writer, type NamedNode, type Quad_Object } from 'n3';
import type { ThemeConcept } from '../../themes/concept.js';
import { conceptAddress, DCTERMS, isTop, OWL, SCHEME, schemeAddress, SKOS, XSD } from './scheme.js';

const literal = (text: string, languageOrType: string | NamedNode): Quad_Object =>
  DataFactory.literal(text, languageOrType);
const namedNode = (address: string): NamedNode => DataFactory.namedNode(address);
const RDF_TYPE = namedNode('http://www.w3.org/1999/02/22-rdf-syntax-ns#type');
const english = (text: string): Quad_Object => literal(text, 'en');

/**
 * Concepts as Turtle.
 * @param withScheme whether all that is said of the thesaurus stands before them
 */
export function writeTurtle(
  concepts: readonly ThemeConcept[],
  origin: string,
  withScheme: boolean,
): Promise<string> {
  const writer = new Writer({ prefixes: { skos: SKOS, dcterms: DCTERMS, owl: OWL, xsd: XSD } });
  const scheme = namedNode(schemeAddress(origin));
  const at = (slug: string): NamedNode => namedNode(conceptAddress(origin, slug));
  const say = (subject: NamedNode, predicate: string, objects: readonly Quad_Object[]): void => {
    for (const object of objects) writer.addQuad(subject, namedNode(predicate), object);
  };
  if (withScheme) {
    writer.addQuad(scheme, RDF_TYPE, namedNode(`${SKOS}ConceptScheme`));
    say(scheme, `${DCTERMS}title`, [english(SCHEME.title)]);
    say(scheme, `${DCTERMS}description`, [english(SCHEME.description)]);
    say(
      scheme,
      `${SKOS}hasTopConcept`,
      concepts.filter(isTop).map(({ slug }) => at(slug)),
    );
  }
  for (const concept of concepts) {
    const subject = at(concept.slug);
    writer.addQuad(subject, RDF_TYPE, namedNode(`${SKOS}Concept`));
    say(subject, `${SKOS}inScheme`, [scheme]);
    if (isTop(concept)) say(subject, `${SKOS}topConceptOf`, [scheme]);
    say(subject, `${SKOS}prefLabel`, [english(concept.label)]);
    say(subject, `${SKOS}altLabel`, concept.altLabels.map(english));
    if (concept.definition !== null) say(subject, `${SKOS}definition`, [english(concept.definition)]);
    if (concept.broader !== null) say(subject, `${SKOS}broader`, [at(concept.broader)]);
    say(subject, `${SKOS}narrower`, concept.narrower.map(at));
    say(subject, `${SKOS}related`, concept.related.map(at));
    if (concept.replacedBy !== null) say(subject, `${DCTERMS}isReplacedBy`, [at(concept.replacedBy)]);
    if (concept.isReplaced) say(subject, `${OWL}deprecated`, [literal('true', namedNode(`${XSD}boolean`))]);
    if (concept.updatedAt !== null)
      say(subject, `${DCTERMS}modified`, [literal(concept.updatedAt, namedNode(`${XSD}dateTime`))]);
  }
  return new Promise((done, fail) => {
    writer.end((error: Error | null, text: string) => (error ? fail(error) : done(text)));
  });
}
