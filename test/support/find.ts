import request from 'supertest';
import type { SearchAnswer } from '../../src/search/api/search-answer.model.js';
import type { TestLibrary } from './app.js';

/** Asks the search of the API; filters and the rest as parameters. */
export async function find(
  library: TestLibrary,
  q: string,
  more: Record<string, string | number | string[]> = {},
): Promise<SearchAnswer> {
  const answer = await request(library.url)
    .get('/api/v1/search')
    .query({ ...(q !== '' && { q }), ...more })
    .expect(200);
  return answer.body as SearchAnswer;
}

/** The labels of the reviews among the results, in order. */
export const reviewLabels = ({ items }: SearchAnswer): string[] =>
  items.flatMap(({ review }) => review?.label ?? []);

/** A made-up review with a learning point for each pair of theme and statement. */
export const aReview = (
  publisher: string,
  label: string,
  publishedOn: string,
  learning: [theme: string, statement: string][],
): object => ({
  ...{ kind: 'review', publisher, label, title: label, type: 'other', about: 'adults', publishedOn },
  learning: learning.map(([theme, statement]) => ({ theme, statement })),
});
