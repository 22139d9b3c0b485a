import type { DataSource } from 'typeorm';
import type { RecordToProject } from '../../src/search/index/records.ts';
import { built } from '../support/built.ts';

/** All that a review says, and the library ranked anew for a query. */
export interface Reference {
  /** References of the reviews that say all words of a query. */
  saying(q: string): Set<string>;
  /** References of the first ten, ranked over every record without a database or an engine. */
  firstTen(q: string): string[];
  /** The same by plain BM25 on the whole text, which knows no themes. */
  plainTen(q: string): string[];
}

const AT_ONCE = 500;
const [SATURATION, LENGTH] = [1.2, 0.75];

/** Reads every published record and ranks it in this process: what the application must not lose anything of. */
export async function referenceOf(source: DataSource): Promise<Reference> {
  const { readForIndex } =
    await built<typeof import('../../src/search/index/records.ts')>('search/index/records.js');
  const { project } =
    await built<typeof import('../../src/search/index/project.ts')>('search/index/project.js');
  const { ThesaurusStore } = await built<typeof import('../../src/search/analysis/thesaurus.store.ts')>(
    'search/analysis/thesaurus.store.js',
  );
  const { understand } = await built<typeof import('../../src/search/analysis/understand.ts')>(
    'search/analysis/understand.js',
  );
  const { LibraryIndex } = await built<typeof import('../../src/search/ranking/library-index.ts')>(
    'search/ranking/library-index.js',
  );
  const { bestOf, rank } =
    await built<typeof import('../../src/search/ranking/rank.ts')>('search/ranking/rank.js');
  const { contentWords, wordsOf } =
    await built<typeof import('../../src/search/analysis/words.ts')>('search/analysis/words.js');
  const thesaurus = await new ThesaurusStore(source).seenBy(source.manager);
  const index = new LibraryIndex();
  const references = new Map<string, string>();
  const texts = new Map<string, string[]>();
  for (const kind of ['review', 'briefing', 'resource', 'theme'] as const) {
    const rows = await source.query<{ id: string; reference: string | null }[]>(
      `select id, ${kind === 'review' ? 'reference' : 'null as reference'} from public_${kind} order by id`,
    );
    for (const { id, reference } of rows) if (reference !== null) references.set(id, reference);
    for (let start = 0; start < rows.length; start += AT_ONCE) {
      const ids = rows.slice(start, start + AT_ONCE).map(({ id }) => id);
      for (const record of await readForIndex(source.manager, kind, ids)) {
        const { body, ...document } = project(record, thesaurus);
        index.put({ ...document, ...body, version: '', isPrinted: false });
        const reference = references.get(record.id);
        if (reference)
          texts.set(
            reference,
            contentWords(wordsOf(textOf(record))).map(({ stem }) => stem),
          );
      }
    }
  }
  const asked = (q: string): string[] => contentWords(wordsOf(q)).map(({ stem }) => stem);
  const plain = plainRanking(texts);
  const sets = new Map([...texts].map(([reference, words]) => [reference, new Set(words)]));
  return {
    saying: (q) => {
      const words = asked(q);
      return new Set(
        [...sets].filter(([, said]) => words.every((word) => said.has(word))).map(([reference]) => reference),
      );
    },
    firstTen: (q) =>
      bestOf(rank(understand(q, thesaurus, index), index), Infinity, index)
        .flatMap((place) => references.get(index.all[place]!.id) ?? [])
        .slice(0, 10),
    plainTen: (q) => plain(asked(q)),
  };
}

const textOf = ({ name, title, called, keywords, texts }: RecordToProject): string =>
  [name, title, ...called.map(({ phrase }) => phrase), ...keywords, ...texts].join('. ');

/** BM25 over one field, thirty lines that know nothing of the library. */
function plainRanking(texts: ReadonlyMap<string, string[]>): (words: string[]) => string[] {
  const counts = [...texts].map(([reference, words]) => {
    const times = new Map<string, number>();
    for (const word of words) times.set(word, (times.get(word) ?? 0) + 1);
    return { reference, times, length: words.length };
  });
  const usual = counts.reduce((sum, { length }) => sum + length, 0) / counts.length;
  return (words) => {
    const rarity = words.map((word) => {
      const having = counts.filter(({ times }) => times.has(word)).length;
      return Math.log(1 + (counts.length - having + 0.5) / (having + 0.5));
    });
    return counts
      .map(({ reference, times, length }) => ({
        reference,
        score: words.reduce((sum, word, at) => {
          const much = times.get(word) ?? 0;
          const norm = SATURATION * (1 - LENGTH + (LENGTH * length) / usual);
          return sum + (rarity[at]! * much * (SATURATION + 1)) / (much + norm);
        }, 0),
      }))
      .filter(({ score }) => score > 0)
      .sort((one, other) => other.score - one.score)
      .slice(0, 10)
      .map(({ reference }) => reference);
  };
}
