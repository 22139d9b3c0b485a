import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { meilisearchBaseline, postgresBaseline, type Ask, type ReviewText } from '../support/baselines.ts';
import { startLibrary, type MeasuredLibrary } from '../support/library.ts';
import { asking, explain } from './asking.ts';
import { fromProject, readJson, readLines } from './files.ts';
import { isAnswerable, scoreAll, type Judged, type Paraphrase, type Score } from './judged.ts';
import { HEAD, keptAside, kinds, line, misses, tunable } from './report.ts';
import { countNames, firstThesaurus, unlearned } from './thesauri.ts';
import type { ThemeRecord } from './thesaurus.ts';

export interface Wanted {
  collection?: string | undefined;
  queries?: string | undefined;
  misses?: boolean | undefined;
  explain?: string[] | undefined;
}

/** What nothing answers may show so many results. */
const MOST_WITHOUT_ANSWER = 5;
const CATALOGUE = {
  collection: fromProject('fixtures/catalogue/reviews.jsonl'),
  queries: fromProject('test/relevance/catalogue-queries.json'),
};
const COLLECTION = {
  collection: fromProject('test/relevance/collection.jsonl'),
  queries: fromProject('test/relevance/queries.json'),
};

/** One library of a collection, by the thesaurus that it ships or by another. */
async function withLibrary<Result>(
  collection: string,
  themes: ThemeRecord[] | null,
  use: (library: MeasuredLibrary) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'eval-'));
  await chmod(folder, 0o755);
  const bundle = join(folder, 'themes.json');
  if (themes) await writeFile(bundle, JSON.stringify(themes));
  const library = await startLibrary(
    folder,
    themes ? [bundle, collection] : [collection],
    themes ? 'empty' : 'core',
  );
  try {
    return await use(library);
  } finally {
    await library.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** @returns whether all checks hold */
export async function measure(wanted: Wanted): Promise<boolean> {
  if (wanted.collection || wanted.queries) {
    const { collection, queries } = { ...COLLECTION, ...wanted };
    return await measureOne({ collection, queries }, wanted);
  }
  const fresh = await scoresOf(CATALOGUE, null, wanted);
  const judged = await readJson<Judged[]>(COLLECTION.queries);
  const first = await firstThesaurus();
  const { themes, taken } = await unlearned(COLLECTION.collection);
  const byFirst = await scoresOf(COLLECTION, first);
  const without = await scoresOf(COLLECTION, themes);
  const own = await withLibrary(COLLECTION.collection, null, async (library) => {
    const ask = asking(library.url);
    await explainAll(library, judged, wanted);
    return {
      scores: await scoreAll(judged, ask),
      others: await baselines(library, COLLECTION.collection, judged),
      paraphrases: await paraphrasesFirst(ask, wanted),
    };
  });
  const both = (name: string, scores: Score[]): string[] => [
    line(`${name}: tuned on`, tunable(scores)),
    line(`${name}: kept aside`, keptAside(scores)),
  ];
  console.log('What the vocabulary of the library cannot flatter');
  console.log(HEAD);
  console.log(both('Fresh queries on the catalogue', fresh).join('\n'));
  console.log(kinds(fresh));
  console.log(both(`By the first ${countNames(first)} names`, byFirst).join('\n'));
  console.log(both(`Its own ${taken} phrases unlearned`, without).join('\n'));
  console.log('\nThe 250 queries of the judged collection, by all names');
  console.log(HEAD);
  console.log(both('This library', own.scores).join('\n'));
  console.log(kinds(own.scores));
  console.log(own.others.join('\n'));
  console.log(own.paraphrases);
  const wrong = own.scores.filter((score) => score.wrong.length > 0);
  for (const {
    judged: { q },
    wrong: bad,
  } of wrong)
    console.log(`  must not match “${q}”: ${bad.join(', ')}`);
  if (wanted.misses) console.log(`\nLowest\n${misses(fresh)}\n\nLowest of the 250\n${misses(own.scores)}`);
  return checkUnanswered([...fresh, ...own.scores]);
}

async function measureOne(set: { collection: string; queries: string }, wanted: Wanted): Promise<boolean> {
  const scores = await scoresOf(set, null, wanted);
  console.log(
    [HEAD, line('tuned on', tunable(scores)), line('kept aside', keptAside(scores)), kinds(scores)].join(
      '\n',
    ),
  );
  if (wanted.misses) console.log(misses(scores));
  return checkUnanswered(scores);
}

async function scoresOf(
  { collection, queries }: { collection: string; queries: string },
  themes: ThemeRecord[] | null,
  wanted: Wanted = {},
): Promise<Score[]> {
  const judged = await readJson<Judged[]>(queries);
  return await withLibrary(collection, themes, async (library) => {
    await explainAll(library, judged, wanted);
    return await scoreAll(judged, asking(library.url));
  });
}

async function explainAll({ url }: MeasuredLibrary, judged: Judged[], wanted: Wanted): Promise<void> {
  for (const q of wanted.explain ?? [])
    await explain(url, q, judged.find((one) => one.q === q)?.relevant ?? {});
}

async function baselines(
  { servers }: MeasuredLibrary,
  collection: string,
  judged: Judged[],
): Promise<string[]> {
  const reviews = await readLines<ReviewText>(collection);
  return [
    line(
      'Meilisearch, default settings',
      await scoreAll(judged, await meilisearchBaseline(servers, reviews)),
    ),
    line('PostgreSQL full text, any word', await scoreAll(judged, await postgresBaseline(servers, reviews))),
  ];
}

async function paraphrasesFirst(ask: Ask, wanted: Wanted): Promise<string> {
  const paraphrases = await readJson<Paraphrase[]>(fromProject('test/relevance/paraphrases.json'));
  const asked: (Paraphrase & { first: string | null })[] = [];
  for (const one of paraphrases) asked.push({ ...one, first: (await ask(one.q)).theme });
  const share = (held: boolean): string => {
    const some = asked.filter((one) => one.held === held);
    const right = some.filter(({ theme, first }) => theme === first).length;
    return `${((100 * right) / some.length).toFixed(1)} % of ${some.length}`;
  };
  const not = asked
    .filter((one) => wanted.misses && !one.held && one.first !== one.theme)
    .map(({ q, theme, first }) => `\n  theme not first: ${q} (${theme}, first was ${first})`);
  return `Paraphrases whose theme is first: ${share(false)}; kept aside: ${share(true)}${not.join('')}`;
}

/** Nothing answers these: at most a handful of results may be shown. */
function checkUnanswered(scores: Score[]): boolean {
  const unanswered = scores.filter((score) => !isAnswerable(score));
  const most = Math.max(0, ...unanswered.map(({ shown }) => shown));
  const holds = most <= MOST_WITHOUT_ANSWER;
  const each = tunable(unanswered).map(({ judged: { q }, shown }) => `“${q}” ${shown}`);
  console.log(
    `\n${holds ? 'holds' : 'FAILS'}: of ${unanswered.length} queries without an answer none shows more than ${MOST_WITHOUT_ANSWER} results (most ${most}; ${each.join(', ')})`,
  );
  return holds;
}
