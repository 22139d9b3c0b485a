/**
 * The one rule of what the public may see, as an SQL condition. Every query that reads a review, a briefing or a resource
 * says it of each of them, also where it only counts.
 * @param alias the table's alias in the query
 */
export const published = (alias: string): string => `${alias}.state = 'published'`;
