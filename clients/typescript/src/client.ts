import createClient, { type Client } from 'openapi-fetch';
import type { components, paths } from './api.js';

/** How a library is asked. */
export interface LibraryOptions {
  /** Where it is: `https://reviews.example.gov.uk`. */
  baseUrl: string;
  /** An API key. What is public needs none; with one, you may ask more often. */
  key?: string;
  /** Your email address, without a key: then you may ask five times as often. It is not kept. */
  mailto?: string;
  /** Another `fetch` than that of the platform. */
  fetch?: (request: Request) => Promise<Response>;
}

export type LibraryClient = Client<paths>;

/** A shape of the API by its name: `Shape<'ReviewSummary'>`. */
export type Shape<Name extends keyof components['schemas']> = components['schemas'][Name];

/** What the API answers where something goes wrong: act on `code`. */
export type LibraryProblem = Shape<'Problem'>;

/**
 * Asks a practice review library. Every address, parameter and answer has its type.
 *
 * ```ts
 * const library = practiceReviews({ baseUrl: 'https://reviews.example.gov.uk' });
 * const { data, error } = await library.GET('/api/v1/search', { params: { query: { q: 'unseen adults' } } });
 * ```
 */
export function practiceReviews({ baseUrl, key, mailto, fetch }: LibraryOptions): LibraryClient {
  const client = createClient<paths>({
    baseUrl: baseUrl.replace(/\/+$/, ''),
    ...(fetch && { fetch }),
    ...(key !== undefined && { headers: { authorization: `Bearer ${key}` } }),
  });
  if (mailto !== undefined)
    client.use({
      onRequest: ({ request }) => {
        const address = new URL(request.url);
        address.searchParams.set('mailto', mailto);
        return new Request(address, request);
      },
    });
  return client;
}

/**
 * Every item of a list, page after page, for lists that hold still. Whoever keeps a copy asks for changes instead, for what
 * is published or withdrawn meanwhile moves the pages.
 * @param read asks for one page
 */
export async function* everyItem<Item>(
  read: (page: number) => Promise<{ data?: { items: Item[]; limit: number }; error?: unknown }>,
): AsyncGenerator<Item> {
  for (let page = 1; ; page += 1) {
    const { data, error } = await read(page);
    if (!data) throw new Error(`Page ${page} was not answered: ${JSON.stringify(error)}`);
    yield* data.items;
    if (data.items.length < data.limit) return;
  }
}
