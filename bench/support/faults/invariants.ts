import { setTimeout as delay } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import pg from 'pg';
import { built } from '../built.ts';
import type { Stage } from './stage.ts';
import { wordOf, type Bundle } from './works.ts';

/** What was cut off must have been taken up again by then. */
const HEALED_WITHIN_MS = 60_000;
const INDEX = 'library';

/** A document as Meilisearch holds it. */
type Indexed = Record<string, unknown> & { id: string };

/**
 * What must hold when a fault is over: the library is ready by itself, every bundle is there whole or not at all, and
 * the index holds what the database holds.
 * @returns how long it took, in milliseconds
 * @throws with what does not hold
 */
export async function check(stage: Stage, bundles: Bundle[]): Promise<number> {
  const began = Date.now();
  const left = (): number => HEALED_WITHIN_MS - (Date.now() - began);
  await eventually(left, async () => await ready(stage));
  const { databaseUrl, meili } = await stage.holder();
  const client = await connected(left, databaseUrl);
  try {
    const readyAfter = Date.now() - began;
    await eventually(left, async () => await settled(client)).catch((error: Error) => {
      throw new Error(`${error.message}; ready after ${readyAfter} ms`);
    });
    for (const bundle of bundles) await isWhole(client, bundle);
    await isIndexed(client, meili);
    await eventually(left, async () => await isFound(stage, bundles));
    return Date.now() - began;
  } finally {
    await client.end();
  }
}

/** A server that was killed a moment ago may have answered once more before. */
async function connected(left: () => number, connectionString: string): Promise<pg.Client> {
  let client: pg.Client;
  await eventually(left, async () => {
    client = new pg.Client({ connectionString });
    client.on('error', () => undefined);
    await client.connect();
    return null;
  });
  return client!;
}

/** Asks until the answer is null; otherwise it says what is not right yet. */
async function eventually(left: () => number, ask: () => Promise<string | null>): Promise<void> {
  for (;;) {
    const wrong = await ask().catch((error: unknown) => String(error));
    if (wrong === null) return;
    if (left() < 0) throw new Error(`not in time: ${wrong}`);
    await delay(100);
  }
}

async function ready(stage: Stage): Promise<string | null> {
  if (!stage.library?.runs) throw new Error('the library ended');
  const answer = await fetch(`${stage.address}/health/ready`, { signal: AbortSignal.timeout(5000) });
  const text = await answer.text();
  return (JSON.parse(text) as { status: string }).status === 'ready' ? null : text;
}

/** One that another has taken the place of while it ran has no attempts left: it is not waited for. */
async function settled(client: pg.Client): Promise<string | null> {
  const { rows } = await client.query<{ jobs: object[]; waiting: number }>(
    `select (select coalesce(json_agg(json_build_object('task', t.identifier, 'attempts', j.attempts, 'error', j.last_error,
                'in', extract(epoch from j.run_at - now())::int, 'by', j.locked_by, 'queue', q.queue_name, 'queueBy', q.locked_by)), '[]')
               from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
               left join graphile_worker._private_job_queues q on q.id = j.job_queue_id
              where j.attempts < j.max_attempts) as jobs,
            (select count(*) from search_document where not pushed)::int as waiting`,
  );
  const { jobs, waiting } = rows[0]!;
  return jobs.length + waiting === 0 ? null : `${waiting} documents wait, and ${JSON.stringify(jobs)}`;
}

async function isWhole(client: pg.Client, bundle: Bundle): Promise<void> {
  const { rows } = await client.query<{
    summary: string;
    reviews: number;
    points: number;
    recommendations: number;
  }>(
    `select r.summary, count(*)::int as reviews,
            (sum((select count(*) from learning_point l where l.review_id = r.id)))::int as points,
            (sum((select count(*) from recommendation c where c.review_id = r.id)))::int as recommendations
       from review r where r.label like $1 group by r.summary`,
    [`${bundle.name} %`],
  );
  const held = rows.length === 0 ? null : rows[0]!;
  const allowed = bundle.wordings.map((wording) =>
    wording === null ? null : `A ${wordOf(bundle, wording)} was mentioned.`,
  );
  const { reviews } = bundle;
  const isWhole =
    held === null ||
    (held.reviews === reviews && held.points === reviews && held.recommendations === reviews);
  if (rows.length > 1 || !isWhole || !allowed.includes(held?.summary ?? null)) {
    throw new Error(
      `${bundle.name} should be ${reviews} of ${allowed.join(' or ')}, and is ${JSON.stringify(rows)}`,
    );
  }
  // What it is now it stays, until the next import of it.
  bundle.wordings = [bundle.wordings[allowed.indexOf(held?.summary ?? null)]!];
}

async function isIndexed(client: pg.Client, meili: { url: string; key: string }): Promise<void> {
  const { INDEXED } = await built<typeof import('../../../src/search/index/meili-index.ts')>(
    'search/index/meili-index.js',
  );
  const { rows } = await client.query<{ document: Indexed }>(
    `select ${INDEXED} as document from search_document d where body is not null order by id`,
  );
  const headers = { authorization: `Bearer ${meili.key}`, 'content-type': 'application/json' };
  const answer = await fetch(`${meili.url}/indexes/${INDEX}/documents/fetch`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ limit: 1_000_000 }),
  });
  const { results } = (await answer.json()) as { results: Indexed[] };
  const held = new Map(results.map((document) => [document.id, document]));
  const differing = rows.filter(({ document }) => !isDeepStrictEqual(held.get(document.id), document));
  if (differing.length > 0 || held.size !== rows.length) {
    throw new Error(
      `the index holds ${held.size} documents of ${rows.length}; ${differing.length} are not the same`,
    );
  }
  const { rows: counts } = await client.query<{ records: number; documents: number }>(
    `select (select count(*) from review where state = 'published')::int as records,
            (select count(*) from search_document where kind = 'review')::int as documents`,
  );
  if (counts[0]!.records !== counts[0]!.documents)
    throw new Error(`not all are projected: ${JSON.stringify(counts)}`);
  const indexes = await (await fetch(`${meili.url}/indexes?limit=100`, { headers })).json();
  const uids = (indexes as { results: { uid: string }[] }).results.map(({ uid }) => uid);
  if (uids.length !== 1) throw new Error(`there are leftover indexes: ${uids.join(', ')}`);
}

/** The newest bundle is found by its word. */
async function isFound(stage: Stage, bundles: Bundle[]): Promise<string | null> {
  const bundle = bundles.at(-1);
  const wording = bundle?.wordings[0];
  if (!bundle || wording === null || wording === undefined) return null;
  const answer = await fetch(`${stage.address}/api/v1/search?q=${wordOf(bundle, wording)}`);
  const { total, degraded } = (await answer.json()) as { total: number; degraded: boolean };
  if (total === bundle.reviews && !degraded) return null;
  return `${total} of ${bundle.reviews} reviews are found${degraded ? ', by the simpler search' : ''}`;
}
