/** The states of the publishing workflow; only `published` is ever shown in public. */
export const PUBLICATION_STATES = ['draft', 'in-review', 'scheduled', 'published', 'withdrawn'] as const;
export type PublicationState = (typeof PUBLICATION_STATES)[number];

/** The records that have such a state, as their tables are called. */
export type PublishedKind = 'review' | 'briefing' | 'resource';

/** A list of allowed values as an SQL check expression, so that the database refuses what the code would not write. */
export const oneOf = (column: string, values: readonly string[]): string =>
  `"${column}" in (${values.map((value) => `'${value}'`).join(', ')})`;

/** A date and how much of it is known go together. */
export const datedTogether = (column: string): string =>
  `("${column}_on" is null) = ("${column}_precision" is null)`;
