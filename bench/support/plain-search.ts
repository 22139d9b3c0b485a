import { built } from './built.ts';
import { send, type HttpRequest } from './load.ts';

const { FILTER_NAMES } =
  await built<typeof import('../../src/search/search-filters.ts')>('search/search-filters.js');
interface Library {
  index: string;
  meili: { url: string; key: string };
  source: { query<Rows>(statement: string): Promise<Rows> };
}

/** The documents of a library as one would give them to Meilisearch without any search of one's own. */
const DOCUMENTS = `
  select jsonb_build_object('id', d.id, 'title', d.body->'title', 'words', array_to_string(d.terms, ' ')) ||
    (select jsonb_object_agg(filter, lists->0) from jsonb_each(d.body->'values') as of(filter, lists)) as document
  from search_document d where d.body is not null order by d.id`;
const AT_ONCE = 1000;

/** An index of the same documents and the same facets beside the library's own. @returns its name */
export async function fillPlainIndex(library: Library): Promise<string> {
  const uid = `${library.index}_plain`;
  const { post, done } = writer(library);
  await done(await post('POST', '/indexes', { uid, primaryKey: 'id' }));
  await done(
    await post('PATCH', `/indexes/${uid}/settings`, {
      searchableAttributes: ['title', 'words', 'publisher'],
      filterableAttributes: FILTER_NAMES,
    }),
  );
  const rows = await library.source.query<{ document: unknown }[]>(DOCUMENTS);
  let last: unknown;
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    const documents = rows.slice(at, at + AT_ONCE).map(({ document }) => document);
    last = await post('POST', `/indexes/${uid}/documents`, documents);
  }
  await done(last);
  return uid;
}

/** What a page of results with its filters takes at least: one search as Meilisearch does it, with the same facets. */
export function plainSearch({ meili }: Library, uid: string, query: string): HttpRequest {
  const asked = new URLSearchParams(query);
  const filter = FILTER_NAMES.flatMap((name) => {
    const values = asked.getAll(name);
    return values.length > 0 ? [values.map((value) => `${name} = ${JSON.stringify(value)}`)] : [];
  });
  return {
    method: 'POST',
    url: `${meili.url}/indexes/${uid}/search`,
    headers: headersOf(meili.key),
    body: JSON.stringify({
      ...{ q: asked.get('q') ?? '', facets: FILTER_NAMES, filter, limit: 20, attributesToRetrieve: ['id'] },
    }),
  };
}

const headersOf = (key: string): Record<string, string> => ({
  authorization: `Bearer ${key}`,
  'content-type': 'application/json',
});

function writer({ meili }: Library): {
  post: (method: string, path: string, body: unknown) => Promise<unknown>;
  done: (task: unknown) => Promise<void>;
} {
  const ask = async (method: string, path: string, body?: string): Promise<unknown> => {
    const answer = await send({ method, url: meili.url + path, headers: headersOf(meili.key), body });
    if (answer.status >= 300)
      throw new Error(`${method} ${path}: ${answer.status} ${answer.body.toString()}`);
    return JSON.parse(answer.body.toString());
  };
  return {
    post: (method, path, body) => ask(method, path, JSON.stringify(body)),
    done: async (task) => {
      for (;;) {
        const { status } = (await ask('GET', `/tasks/${(task as { taskUid: number }).taskUid}`)) as {
          status: string;
        };
        if (status === 'succeeded') return;
        if (status === 'failed' || status === 'canceled') throw new Error(`A write to Meilisearch ${status}`);
        await new Promise((next) => setTimeout(next, 50));
      }
    },
  };
}
