/**
 * How good the search is: imports the judged collection into a fresh library, asks every judged query over the public
 * API, and prints the figures by kind of query, beside two baselines on the same reviews.
 *
 *   npm run eval:search [-- --misses] [--explain QUERY] [--collection FILE --queries FILE]
 *
 * --misses lists the queries that score lowest, of those that may be tuned on. Then come the paraphrases of themes, for
 * which only the theme that is meant is judged.
 */
import { mkdtemp, readFile, rm, chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import 'reflect-metadata';
import { meilisearchBaseline, postgresBaseline, type Ask, type ReviewText } from './support/baselines.ts';
import { ndcg, precision, recall } from './support/measures.ts';
import { startLibrary } from './support/library.ts';

interface Judged {
  q: string;
  kind: string;
  theme?: string | null;
  relevant: Record<string, number>;
  not?: string[];
  held?: boolean;
}

/** A theme as somebody would put it who does not know its name. */
interface Paraphrase {
  q: string;
  theme: string;
  held: boolean;
}

interface Score {
  judged: Judged;
  ndcg: number;
  recall: number;
  precision: number;
  /** Results of any kind that are listed. */
  shown: number;
  found: number;
  theme: string | null;
  themeFirst: boolean | null;
  wrong: string[];
}

const { values: options } = parseArgs({
  options: {
    misses: { type: 'boolean' },
    explain: { type: 'string', multiple: true },
    collection: { type: 'string' },
    queries: { type: 'string' },
  },
});
const here = (file: string): string => fileURLToPath(new URL(`../test/relevance/${file}`, import.meta.url));
const collection = options.collection ?? here('collection.jsonl');
const queries = JSON.parse(await readFile(options.queries ?? here('queries.json'), 'utf8')) as Judged[];
const reviews = (await readFile(collection, 'utf8'))
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => JSON.parse(line) as ReviewText);

const folder = await mkdtemp(join(tmpdir(), 'eval-'));
await chmod(folder, 0o755);
const library = await startLibrary(folder, [collection]);
try {
  const ours: Ask = async (q) => {
    const address = `${library.url}/api/v1/search?q=${encodeURIComponent(q)}&limit=50`;
    const answer = (await (await fetch(address)).json()) as {
      total: number;
      themes: { slug: string }[];
      items: { review: { reference: string | null } | null }[];
    };
    const references = answer.items
      .map(({ review }) => review?.reference)
      .filter((one) => typeof one === 'string');
    return {
      references: [...new Set(references)],
      theme: answer.themes[0]?.slug ?? null,
      shown: answer.total,
    };
  };
  const engines: [string, Ask][] = [
    ['this library', ours],
    ['Meilisearch, default settings', await meilisearchBaseline(library.servers, reviews)],
    ['PostgreSQL full text, any word', await postgresBaseline(library.servers, reviews)],
  ];
  if (options.explain) {
    for (const q of options.explain) await explain(q);
    process.exitCode = 0;
  }
  console.log(`${reviews.length} reviews, ${queries.length} judged queries`);
  for (const [name, ask] of engines) {
    const scores: Score[] = [];
    for (const judged of queries) scores.push(await score(judged, ask));
    report(name, scores);
    if (options.misses && ask === ours) listMisses(scores);
  }
  await reportParaphrases(ours);
} finally {
  await library.stop();
  await rm(folder, { recursive: true, force: true });
}

/** Why the first results of a query rank where they do, beside what was judged. */
async function explain(q: string): Promise<void> {
  const address = `${library.url}/api/v1/search?explain=true&limit=14&q=${encodeURIComponent(q)}`;
  const answer = (await (await fetch(address)).json()) as {
    total: number;
    themes: { slug: string }[];
    help: { nearest: { slug: string }[] };
    items: {
      kind: string;
      title: string;
      review: { reference: string | null } | null;
      explanation: { score: number; reasons: { because: string; score: number }[] } | null;
    }[];
  };
  const grades = queries.find((judged) => judged.q === q)?.relevant ?? {};
  const slugs = (themes: { slug: string }[]): string => themes.map(({ slug }) => slug).join(', ');
  console.log(
    `\n“${q}”: ${answer.total} results; ${slugs(answer.themes)}; near: ${slugs(answer.help.nearest)}`,
  );
  for (const { kind, title, review, explanation } of answer.items) {
    const reasons = explanation?.reasons
      .map(({ because, score: part }) => `${because} ${part.toFixed(1)}`)
      .join(', ');
    const grade = grades[review?.reference ?? ''] ?? '-';
    console.log(
      `  ${grade} ${explanation?.score.toFixed(2)} ${review?.reference ?? `${kind} ${title}`}: ${reasons}`,
    );
  }
  console.log(`  judged: ${JSON.stringify(grades)}`);
}

async function score(judged: Judged, ask: Ask): Promise<Score> {
  const { references, theme, shown } = await ask(judged.q);
  return {
    judged,
    ndcg: ndcg(references, judged.relevant, 10),
    recall: recall(references, judged.relevant, 20),
    precision: precision(references, judged.relevant, 5),
    shown,
    found: references.length,
    theme,
    themeFirst: judged.theme ? theme === judged.theme : null,
    wrong: (judged.not ?? []).filter((reference) => references.slice(0, 10).includes(reference)),
  };
}

async function reportParaphrases(ask: Ask): Promise<void> {
  const paraphrases = JSON.parse(await readFile(here('paraphrases.json'), 'utf8')) as Paraphrase[];
  const asked: (Paraphrase & { first: string | null })[] = [];
  for (const one of paraphrases) asked.push({ ...one, first: (await ask(one.q)).theme });
  const share = (held: boolean): string => {
    const some = asked.filter((one) => one.held === held);
    const right = some.filter(({ theme, first }) => theme === first).length;
    return `${((100 * right) / some.length).toFixed(1)} % of ${some.length}`;
  };
  console.log(`\nParaphrases whose theme is first: ${share(false)}; kept aside: ${share(true)}`);
  if (!options.misses) return;
  for (const { q, theme, first } of asked.filter((one) => !one.held && one.first !== one.theme)) {
    console.log(`  theme not first: ${q} (${theme}, first was ${first})`);
  }
}

function report(name: string, scores: Score[]): void {
  const tuned = scores.filter(({ judged }) => !judged.held);
  const kinds = [...new Set(tuned.map(({ judged }) => judged.kind))].sort();
  console.log(`\n${name}`);
  console.log(
    `${'kind'.padEnd(22)}queries  nDCG@10  recall@20  precision@5  results  theme first  nothing found`,
  );
  for (const kind of kinds)
    line(
      kind,
      tuned.filter(({ judged }) => judged.kind === kind),
    );
  line('all of these', tuned);
  line(
    'kept aside',
    scores.filter(({ judged }) => judged.held),
  );
  line('everything', scores);
  const wrong = scores.filter(({ wrong: bad }) => bad.length > 0);
  for (const { judged, shown } of scores)
    if (Object.keys(judged.relevant).length === 0)
      console.log(`  without an answer “${judged.q}”: ${shown} results`);
  for (const { judged, wrong: bad } of wrong)
    console.log(`  must not match “${judged.q}”: ${bad.join(', ')}`);
}

function line(name: string, all: Score[]): void {
  const answerable = all.filter(({ judged }) => Object.keys(judged.relevant).length > 0);
  const mean = (numbers: number[], digits = 3): string =>
    numbers.length === 0
      ? '–'
      : (numbers.reduce((sum, one) => sum + one, 0) / numbers.length).toFixed(digits);
  const themes = all.map(({ themeFirst }) => themeFirst).filter((first) => first !== null);
  const first =
    themes.length === 0 ? '–' : `${((100 * themes.filter(Boolean).length) / themes.length).toFixed(1)} %`;
  const nothing = answerable.filter(({ found }) => found === 0).length;
  console.log(
    name.padEnd(22) +
      String(answerable.length).padStart(7) +
      mean(answerable.map((one) => one.ndcg)).padStart(9) +
      mean(answerable.map((one) => one.recall)).padStart(11) +
      mean(answerable.map((one) => one.precision)).padStart(13) +
      mean(
        answerable.map((one) => one.shown),
        1,
      ).padStart(9) +
      first.padStart(13) +
      String(nothing).padStart(15),
  );
}

function listMisses(scores: Score[]): void {
  const tuned = scores.filter(({ judged }) => !judged.held && Object.keys(judged.relevant).length > 0);
  for (const one of tuned.toSorted((a, b) => a.ndcg - b.ndcg).slice(0, 60)) {
    console.log(
      `  ${one.ndcg.toFixed(2)}  recall ${one.recall.toFixed(2)}  ${one.judged.kind}: ${one.judged.q}`,
    );
  }
  for (const one of scores.filter(({ judged, themeFirst }) => !judged.held && themeFirst === false)) {
    console.log(`  theme not first: ${one.judged.q} (${one.judged.theme}, first was ${one.theme})`);
  }
}
