import { practiceReviews } from '../typescript/src/client.js';

/** What reviews taught on a theme, as lines for a page. @param baseUrl where the library is */
export async function linesOn(theme: string, baseUrl = 'https://reviews.example.gov.uk'): Promise<string[]> {
  const library = practiceReviews({ baseUrl, mailto: 'web@council.example' });
  const { data, error, response } = await library.GET('/api/v1/themes/{slug}/learning', {
    params: { path: { slug: theme }, query: { limit: 5 } },
  });
  if (response.status === 410) return ['This theme was withdrawn.'];
  if (error) throw new Error(`${error.title}: ${error.detail}`);
  return data.items.map(
    ({ statement, theme: { label }, review }) => `${statement ?? label} – ${review.title}`,
  );
}
