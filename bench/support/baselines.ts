import { Meilisearch } from 'meilisearch';
import { Client } from 'pg';
import type { ServerAddresses } from '../../src/platform/servers/data-folder.ts';

/** Asks an engine: references of reviews, best first, and the theme it puts on top, if it knows themes. */
export type Ask = (q: string) => Promise<{ references: string[]; theme: string | null; shown: number }>;

/** A review as it stands in the collection. */
export interface ReviewText {
  reference: string;
  title: string;
  summary?: string;
  keywords?: string[];
  learning?: { theme: string; statement?: string }[];
  recommendations?: { text: string }[];
}

const fields = (review: ReviewText): Record<string, unknown> => ({
  id: review.reference.replace(/[^\w-]/g, '_'),
  reference: review.reference,
  title: review.title,
  themes: review.learning?.map(({ theme }) => theme) ?? [],
  learning: review.learning?.map(({ statement }) => statement ?? '') ?? [],
  summary: review.summary ?? '',
  recommendations: review.recommendations?.map(({ text }) => text) ?? [],
  keywords: review.keywords ?? [],
});

/** Meilisearch as it comes: the reviews' fields, no settings. */
export async function meilisearchBaseline(servers: ServerAddresses, reviews: ReviewText[]): Promise<Ask> {
  if (!servers.meili) throw new Error('The baseline needs a Meilisearch');
  const client = new Meilisearch({ host: servers.meili.url, apiKey: servers.meili.key });
  const index = client.index('baseline');
  const task = await index.addDocuments(reviews.map(fields), { primaryKey: 'id' });
  await client.tasks.waitForTask(task.taskUid, { timeout: 120_000 });
  return async (q) => {
    const { hits } = await index.search<{ reference: string }>(q, { limit: 50 });
    return { references: hits.map(({ reference }) => reference), theme: null, shown: 50 };
  };
}

/** PostgreSQL full-text search for any of the words, ranked by ts_rank over weighted fields. */
export async function postgresBaseline(servers: ServerAddresses, reviews: ReviewText[]): Promise<Ask> {
  const client = new Client({ connectionString: servers.databaseUrl });
  client.on('error', () => undefined);
  await client.connect();
  await client.query('create temporary table baseline (reference text, words tsvector)');
  for (const review of reviews) {
    const { title, themes, learning, summary, recommendations, keywords } = fields(review);
    const text = (value: unknown): string => (Array.isArray(value) ? value.join(' ') : String(value));
    await client.query(
      `insert into baseline values ($1, setweight(to_tsvector('english', $2), 'A') || setweight(to_tsvector('english', $3), 'B')
         || setweight(to_tsvector('english', $4), 'C') || setweight(to_tsvector('english', $5), 'D'))`,
      [
        review.reference,
        text(title),
        `${text(themes)} ${text(keywords)}`,
        `${text(summary)} ${text(learning)}`,
        text(recommendations),
      ],
    );
  }
  return async (q) => {
    const { rows } = await client.query<{ reference: string }>(
      `select reference from baseline, (select replace(plainto_tsquery('english', $1)::text, '&', '|')::tsquery as query) asked
       where words @@ query order by ts_rank(words, query) desc, reference limit 50`,
      [q],
    );
    return { references: rows.map(({ reference }) => reference), theme: null, shown: 50 };
  };
}
