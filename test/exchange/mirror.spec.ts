import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { importBundles } from '../../src/imports/import.service.js';
import { restore, withdraw } from '../../src/publishing/withdraw.js';
import { WITHDRAWAL_REASONS } from '../../src/publishing/withdrawal-reasons.js';
import { WITHDRAWABLE_NOUNS } from '../../src/withdrawable.js';
import { startLibrary, type TestLibrary } from '../support/app.js';
import { bundleFile } from '../support/bundles.js';
import { randomFrom } from '../support/random.js';
import { whatLibraryShows } from '../support/what-library-shows.js';

/** `MIRROR_SEEDS=20 MIRROR_SECONDS=120 npm test -- exchange/mirror` takes forty minutes. */
const SEEDS = Number(process.env.MIRROR_SEEDS ?? 1);
const SECONDS = Number(process.env.MIRROR_SECONDS ?? 5);
const WRITERS = 3;

const THEMES = ['Neglect', 'Cold homes', 'Unseen adults', 'Moving often', 'Locked doors'];
/** By how an address has it. */
const FOLLOWED = 'neglect';
const KINDS_ON_THEMES = ['review', 'recommendation', 'learning-point', 'briefing', 'resource'];
const PUBLISHERS = ['Marfield Partnership', 'Ostwell Board', 'Nordale Partnership'];

interface Item {
  id: string;
  kind: string;
}
interface Changes {
  items: (Item & { event: string; record: Item | null })[];
  cursor: string;
  more: boolean;
}

describe('a mirror that reads changes while the library is written', () => {
  let library: TestLibrary;
  beforeAll(async () => {
    library = await startLibrary('empty', null, { API_LIMIT: '0' });
  });
  afterAll(async () => await library.close());

  it.each(Array.from({ length: SEEDS }, (_, n) => n + 1))(
    'has what the library has in the end: seed %i',
    async (seed) => {
      const mirrors = [new Mirror(library.url), new Mirror(library.url, FOLLOWED)];
      const until = Date.now() + SECONDS * 1000;
      const isOver = (): boolean => Date.now() >= until;
      const writing = Promise.all(
        Array.from({ length: WRITERS }, async (_, n) => await write(library, seed * WRITERS + n, isOver)),
      );
      while (!isOver()) for (const mirror of mirrors) await mirror.read();
      const done = await writing;
      for (const mirror of mirrors) while (await mirror.read());
      expect(new Set(done.flat()).size).toBeGreaterThan(4);
      expect(mirrors.map(({ records }) => records)).toEqual([
        await whatLibraryShows(library.url),
        await whatLibraryShows(library.url, FOLLOWED),
      ]);
    },
    SECONDS * 1000 + 120_000,
  );
});

/** Keeps what it is told of, as any client would. */
class Mirror {
  records: Record<string, object> = {};
  private cursor: string | undefined;

  /** @param theme all that it follows; left out, it follows everything */
  constructor(
    private readonly url: string,
    private readonly theme?: string,
  ) {}

  /** @returns whether there is more to read */
  async read(): Promise<boolean> {
    const query = new URLSearchParams({
      ...{ limit: '40', ...(this.cursor && { cursor: this.cursor }) },
      ...(this.theme !== undefined && { theme: this.theme }),
    });
    for (const kind of this.theme === undefined ? [] : KINDS_ON_THEMES) query.append('kind', kind);
    const answer = await fetch(`${this.url}/api/v1/changes?${query.toString()}`);
    if (this.theme !== undefined && answer.status === 410) {
      // Its theme is not what it was: there is one by now, there is none any more, or another takes its place.
      [this.records, this.cursor] = [{}, undefined];
      return true;
    }
    expect(answer.status).toBe(200);
    const { items, cursor, more } = (await answer.json()) as Changes;
    expect(new Set(items.map(({ id, kind }) => `${kind} ${id}`)).size).toBe(items.length);
    for (const { id, kind, event, record } of items) {
      if (event === 'withdrawn' || event === 'merged') delete this.records[`${kind} ${id}`];
      else if (record) this.records[`${kind} ${id}`] = record;
      else expect(`${kind} ${id} was ${event}, and withdrawn in this moment`).toContain('withdrawn');
    }
    this.cursor = cursor;
    return more;
  }
}

/** Imports, edits, withdraws, restores, moves and merges at random, some of it in transactions that take long or are undone. */
async function write({ source }: TestLibrary, seed: number, isOver: () => boolean): Promise<string[]> {
  const random = randomFrom(seed);
  const next = (below: number): number => Math.floor(random() * below);
  const pick = <One>(all: readonly One[]): One => all[next(all.length)]!;
  const bundle = (): object[] => Array.from({ length: 1 + next(4) }, () => aRecord(next, pick));
  const path = async (): Promise<string | undefined> => {
    const rows = await source.query<{ path: string }[]>(
      `select path from published_record where kind <> 'partnership' and kind <> 'agency' order by random() limit 1`,
    );
    return rows[0]?.path;
  };
  const slowly = async (statement: string, undone: boolean): Promise<void> => {
    const runner = source.createQueryRunner();
    try {
      await runner.startTransaction();
      await runner.query(statement);
      await runner.query(`select pg_sleep(${next(300) / 1000})`);
      await (undone ? runner.rollbackTransaction() : runner.commitTransaction());
    } catch (error) {
      await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  };
  const works: Record<string, () => Promise<unknown>> = {
    imports: async () => await importBundles(source, [await bundleFile(bundle())], undefined, ['y']),
    withdraws: async () =>
      await withdraw(source, WITHDRAWABLE_NOUNS, (await path()) ?? '', pick(WITHDRAWAL_REASONS)),
    restores: async () => await restore(source, WITHDRAWABLE_NOUNS, (await path()) ?? ''),
    rewords: async () =>
      await source.query<unknown>(
        `update review set summary = $1 where id in (select id from review order by random() limit 2)`,
        [`Summary ${next(1000)}`],
      ),
    renames: async () =>
      await source.query<unknown>(`update theme set label = $1 where slug = $2`, [
        `${pick(THEMES)} ${next(50)}`,
        `theme-${next(9)}`,
      ]),
    merges: async () =>
      await source.query<unknown>(
        `update theme t set replaced_by_id = o.id from theme o
         where t.id = (select id from theme where replaced_by_id is null order by random() limit 1) and o.replaced_by_id is null
           and o.id <> t.id and o.slug = $1`,
        [pick(['neglect', 'cold-homes'])],
      ),
    moves: async () =>
      await source.query<unknown>(
        `update theme t set broader_id = (select o.id from theme o where o.slug < t.slug and $1 order by random() limit 1)
         where t.id = (select id from theme order by random() limit 1)`,
        [next(4) > 0],
      ),
    drafts: async () =>
      await source.query<unknown>(
        `update review set state = case state when 'draft' then 'published' else 'draft' end
         where id in (select id from review where state in ('draft', 'published') order by random() limit 1)`,
      ),
    waits: async () =>
      await slowly(`update briefing set title = title || '.' where length(title) < 60`, next(3) === 0),
  };
  const done: string[] = [];
  while (!isOver()) {
    const name = pick(Object.keys(works));
    // Some are refused: there is nothing to restore, or two writers meet.
    const worked = await works[name]!().then(
      () => true,
      () => false,
    );
    if (worked) done.push(name);
  }
  return done;
}

function aRecord(next: (below: number) => number, pick: <One>(all: readonly One[]) => One): object {
  const publisher = pick(PUBLISHERS);
  const themes = [...new Set([pick(THEMES), pick(THEMES)])];
  switch (next(4)) {
    case 0:
      return {
        kind: 'briefing',
        publisher,
        title: `Briefing ${next(12)}`,
        themes,
        publishedOn: `20${10 + next(15)}`,
      };
    case 1:
      return {
        kind: 'resource',
        title: `Resource ${next(12)}`,
        type: 'guidance',
        themes,
        description: `No. ${next(99)}`,
      };
    default:
      return {
        ...{
          kind: 'review',
          publisher,
          label: `Child ${next(20)}`,
          title: `Child: a review ${next(3)}`,
          type: 'lcspr',
        },
        ...{ publishedOn: '2021-03', summary: `Said ${next(99)}` },
        learning: themes.map((theme) => ({ theme, kind: 'finding', statement: `Statement ${next(9)}` })),
        recommendations: Array.from({ length: next(3) }, (_, n) => ({
          ...{
            number: String(n + 1),
            text: `Do ${pick(['this', 'that', 'both'])} ${n}`,
            themes: [pick(themes)],
          },
          addressees: [pick(['Police', 'Council', 'Health board'])],
        })),
      };
  }
}
