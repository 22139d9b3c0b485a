/** A theme as other thesauri know one: a concept of SKOS. Others are named by their slugs. */
export interface ThemeConcept {
  slug: string;
  label: string;
  definition: string | null;
  /** Other names and abbreviations; never one that is not for display, nor the label again. */
  altLabels: string[];
  broader: string | null;
  narrower: string[];
  related: string[];
  /** The concept to use instead. One that was replaced has no place in the hierarchy any more. */
  replacedBy: string | null;
  isReplaced: boolean;
  /** When what the public sees of it changed: RFC 3339, UTC. */
  updatedAt: string | null;
}

/** As the tables have it: what a theme says of itself. */
export type ConceptRow = Omit<ThemeConcept, 'narrower'>;

/**
 * What the concepts say of each other, made whole: narrower is the other side of broader, related goes both ways and never
 * along the hierarchy (SKOS S27), nothing is above itself, and what was replaced stands outside of the hierarchy.
 * @returns by slug, in the order of the rows
 */
export function asConcepts(rows: readonly ConceptRow[]): ReadonlyMap<string, ThemeConcept> {
  const concepts = new Map(rows.map((row) => [row.slug, { ...row, narrower: [] as string[] }]));
  const placed = (slug: string | null): boolean => slug !== null && concepts.get(slug)?.isReplaced === false;
  for (const concept of concepts.values()) {
    if (!placed(concept.slug) || !placed(concept.broader)) concept.broader = null;
    const said = new Set([concept.label.toLowerCase()]);
    concept.altLabels = concept.altLabels.filter(
      (name) => !said.has(name.toLowerCase()) && said.add(name.toLowerCase()),
    );
  }
  const above = (slug: string): Set<string> => {
    const found = new Set<string>();
    for (let at = concepts.get(slug)!.broader; at !== null && !found.has(at); at = concepts.get(at)!.broader)
      found.add(at);
    return found;
  };
  for (const concept of concepts.values()) if (above(concept.slug).has(concept.slug)) concept.broader = null;
  for (const concept of concepts.values())
    if (concept.broader !== null) concepts.get(concept.broader)!.narrower.push(concept.slug);
  const said = [...concepts.values()].flatMap(({ slug, related }) => related.map((other) => [slug, other]));
  for (const concept of concepts.values()) concept.related = [];
  for (const [one, other] of said as [string, string][]) {
    if (one === other || !placed(one) || !placed(other)) continue;
    if (above(one).has(other) || above(other).has(one)) continue;
    link(concepts.get(one)!, other);
    link(concepts.get(other)!, one);
  }
  return concepts;
}

function link(concept: ThemeConcept, other: string): void {
  if (!concept.related.includes(other)) concept.related.push(other);
}
