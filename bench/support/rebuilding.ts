import { setTimeout as wait } from 'node:timers/promises';
import { startProgram } from './application.ts';
import { built } from './built.ts';
import { median, send } from './load.ts';
import type { MeasuredLibrary } from './measured-library.ts';

const { INDEXED, INDEX_SETTINGS } = await built<typeof import('../../src/search/index/meili-index.ts')>(
  'search/index/meili-index.js',
);

/** As in src/search/index/meili-index.ts. */
const BATCH = 500;

interface Task {
  uid: number;
  type: string;
  status: string;
  enqueuedAt: string;
  finishedAt: string | null;
}

export interface RebuildFigures {
  /** Seconds: making the documents anew from the records. */
  making: number;
  /** Seconds from the first document that was sent to the last that was taken. */
  filling: number;
  /** Seconds: Meilisearch alone, the same documents and settings. */
  raw: number;
  documentsPerSecond: number;
  rawDocumentsPerSecond: number;
  /** How much of the speed of raw ingestion the filling has: 1 is as fast. */
  share: number;
  peakMegabytes: number | null;
  runs: { making: number; filling: number; raw: number }[];
}

/** `npm run reindex` with no library running, and raw ingestion of the same documents, in turns. */
export async function measureRebuild(library: MeasuredLibrary, turns: number): Promise<RebuildFigures> {
  const runs: RebuildFigures['runs'] = [];
  let peak: number | null = null;
  for (let turn = 0; turn < turns; turn += 1) {
    const rebuilt = await rebuild(library);
    peak = rebuilt.peakMegabytes === null ? peak : Math.max(peak ?? 0, rebuilt.peakMegabytes);
    runs.push({ ...rebuilt.seconds, raw: await ingest(library) });
  }
  const filling = median(runs.map((run) => run.filling));
  const raw = median(runs.map((run) => run.raw));
  return {
    ...{ making: median(runs.map((run) => run.making)), filling, raw },
    documentsPerSecond: library.documents / filling,
    rawDocumentsPerSecond: library.documents / raw,
    share: median(runs.map((run) => run.raw / run.filling)),
    ...{ peakMegabytes: peak, runs },
  };
}

/** What Meilisearch notes of its own work tells from outside when the filling began and ended. */
async function rebuild(
  library: MeasuredLibrary,
): Promise<{ seconds: { making: number; filling: number }; peakMegabytes: number | null }> {
  const before = (await tasks(library, 'limit=1'))[0]?.uid ?? 0;
  const program = startProgram('reindex.command.js', library.environment);
  let began: number | null = null;
  while (began === null) {
    if (program.said().includes('Rebuilding')) began = Date.now();
    else await Promise.race([wait(20), program.ended().then(() => (began ??= Date.now()))]);
  }
  await program.ended();
  const done = (await tasks(library, 'limit=1000')).filter(({ uid }) => uid > before);
  // The latest first.
  const sent = done.filter(({ type }) => type === 'documentAdditionOrUpdate');
  const [last, first] = [sent.at(0)!, sent.at(-1)!];
  return {
    seconds: {
      making: (Date.parse(first.enqueuedAt) - began) / 1000,
      filling: seconds(first.enqueuedAt, last.finishedAt),
    },
    peakMegabytes: program.peakMegabytes(),
  };
}

/** The documents as they are, in batches of the same size, sent one after the other without waiting for any but the last. */
async function ingest(library: MeasuredLibrary): Promise<number> {
  const uid = `${library.index}_raw`;
  const documents = await library.source.query<{ body: string }[]>(
    `select (${INDEXED})::text as body from search_document d where body is not null order by id`,
  );
  const batches = Array.from(
    { length: Math.ceil(documents.length / BATCH) },
    (_, at) =>
      `[${documents
        .slice(at * BATCH, (at + 1) * BATCH)
        .map(({ body }) => body)
        .join(',')}]`,
  );
  const began = performance.now();
  await done(library, await ask(library, 'POST', '/indexes', JSON.stringify({ uid, primaryKey: 'id' })));
  await done(
    library,
    await ask(library, 'PATCH', `/indexes/${uid}/settings`, JSON.stringify(INDEX_SETTINGS)),
  );
  let last: unknown;
  for (const batch of batches) last = await ask(library, 'POST', `/indexes/${uid}/documents`, batch);
  await done(library, last);
  const took = (performance.now() - began) / 1000;
  await done(library, await ask(library, 'DELETE', `/indexes/${uid}`));
  return took;
}

async function done(library: MeasuredLibrary, enqueued: unknown): Promise<void> {
  const { taskUid } = enqueued as { taskUid: number };
  for (;;) {
    const task = (await ask(library, 'GET', `/tasks/${taskUid}`)) as Task;
    if (task.status === 'succeeded') return;
    if (task.status === 'failed' || task.status === 'canceled')
      throw new Error(`${task.type} ${task.status}: ${JSON.stringify(task)}`);
    await wait(20);
  }
}

async function tasks(library: MeasuredLibrary, query: string): Promise<Task[]> {
  return ((await ask(library, 'GET', `/tasks?${query}`)) as { results: Task[] }).results;
}

async function ask(
  { meili }: MeasuredLibrary,
  method: string,
  path: string,
  body?: string,
): Promise<unknown> {
  const headers = { authorization: `Bearer ${meili.key}`, 'content-type': 'application/json' };
  const answer = await send({ method, url: meili.url + path, headers, body });
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.body.toString()}`);
  return JSON.parse(answer.body.toString());
}

const seconds = (from: string, to: string | null): number => (Date.parse(to ?? '') - Date.parse(from)) / 1000;
