import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { summary } from '../../src/imports/summary.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import {
  clear,
  everything,
  forgetJobs,
  importAccepting,
  importRecords,
  problemsOfRecords,
  queued,
} from './library.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
beforeEach(async () => await clear(database.owner));
afterAll(async () => await database.close());

const all = async <Row>(query: string): Promise<Row[]> => await database.dataSource.query<Row[]>(query);
const add = async (...records: object[]): ReturnType<typeof importRecords> =>
  await importRecords(database.dataSource, ...records);

const review = (more: object): object => ({
  kind: 'review',
  publisher: 'Anytown',
  label: 'Child K',
  ...more,
});
const asking = (...recommendations: object[]): object => review({ recommendations });

const TRAIN = 'All staff who work with infants should be trained to recognise parental depression';
const TRAIN_BETTER = 'All staff who work with infants and toddlers should be trained to recognise depression';
const TRAIN_HALF =
  'All staff who work with infants should be trained in safe sleeping and in talking with parents';
const VISIT = 'The council must publish the number of homes that its inspectors have visited each year';

interface Row {
  id: string;
  number: string | null;
  text: string;
  left: boolean;
}
const recommendations = async (): Promise<Row[]> =>
  await all<Row>(
    `select id, number, text, left_source_at is not null as left from recommendation order by left_source_at nulls first, position`,
  );
const idOf = async (text: string): Promise<string | undefined> =>
  (await recommendations()).find((one) => one.text === text)?.id;

describe('a recommendation', () => {
  it('keeps its id under another number and in another place', async () => {
    await add(asking({ number: '1', text: TRAIN }, { number: '2', text: VISIT }));
    const [train, visit] = [await idOf(TRAIN), await idOf(VISIT)];
    await add(asking({ number: '1', text: VISIT }, { number: '2', text: `${TRAIN.toUpperCase()}.` }));
    expect(await recommendations()).toEqual([
      { id: visit, number: '1', text: VISIT, left: false },
      { id: train, number: '2', text: `${TRAIN.toUpperCase()}.`, left: false },
    ]);
  });

  it('that is reworded keeps its id, and what it said on any day can be read back', async () => {
    await add(asking({ number: '1', text: TRAIN }));
    const id = await idOf(TRAIN);
    await all(`update recommendation set worded_at = '2024-01-01'`);
    const { parts } = await add(asking({ number: '1', text: TRAIN_BETTER }));
    expect(parts.recommendation).toEqual({ reworded: 1, left: 0, returned: 0 });
    expect(await recommendations()).toEqual([{ id, number: '1', text: TRAIN_BETTER, left: false }]);
    const said = await all<{ text: string }>(
      `select text from (select since, text from recommendation_version
         union all select worded_at, text from recommendation) as said
        where since <= '2024-06-01' order by since desc limit 1`,
    );
    expect(said).toEqual([{ text: TRAIN }]);
    await add(asking({ number: '1', text: TRAIN }));
    expect(await idOf(TRAIN)).toBe(id);
  });

  it('never gives its id to another text that takes its place', async () => {
    await add(asking({ number: '1', text: TRAIN }));
    const id = await idOf(TRAIN);
    const result = await add(asking({ number: '1', text: VISIT }));
    expect(await recommendations()).toEqual([
      { id: expect.not.stringMatching(id!), number: '1', text: VISIT, left: false },
      { id, number: '1', text: TRAIN, left: true },
    ]);
    expect(summary(result)).toContain('1 recommendation is no longer in the source (kept, not shown).');
  });

  it('that was left out and comes back is the same one again', async () => {
    await add(asking({ number: '1', text: TRAIN, themes: ['Depression'] }, { number: '2', text: VISIT }));
    const id = await idOf(TRAIN);
    const left = await add(review({ recommendations: [] }));
    expect(summary(left)).toContain('2 recommendations are no longer in the source (kept, not shown).');
    expect((await recommendations()).map((one) => one.left)).toEqual([true, true]);
    const back = await add(asking({ number: '9', text: TRAIN, themes: ['Depression'] }));
    expect(summary(back)).toContain('1 recommendation is in the source again.');
    expect((await recommendations())[0]).toEqual({ id, number: '9', text: TRAIN, left: false });
  });

  it('that can be read in two ways is asked about by line, and nothing is guessed', async () => {
    await add(asking({ number: '1', text: TRAIN }));
    const before = await everything(database.dataSource);
    const changed = asking({ number: '1', text: TRAIN_HALF });
    const [problem, ...others] = await problemsOfRecords(
      database.dataSource,
      { kind: 'theme', label: 'T' },
      changed,
    );
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ line: 2, field: 'recommendations[0]' });
    expect(problem!.message).toContain('recommendations[0] can be read in more than one way');
    expect(problem!.message).toMatch(
      /it is recommendation 1, reworded \(\d\d % alike\): “All staff who work/,
    );
    expect(await everything(database.dataSource)).toEqual(before);
  });

  it.each([
    ['the same one', 'same', [[TRAIN_HALF, false]]],
    [
      'a new one',
      'new',
      [
        [TRAIN_HALF, false],
        [TRAIN, true],
      ],
    ],
  ])('is %s where a person says so', async (_, reading, expected) => {
    await add(asking({ number: '1', text: TRAIN }));
    const id = await idOf(TRAIN);
    const changed = asking({ number: '1', text: TRAIN_HALF });
    const [problem] = await problemsOfRecords(database.dataSource, changed);
    const code = new RegExp(`--accept (r1-${reading}-\\w+)`).exec(problem!.message)![1]!;
    const result = await importAccepting(database.dataSource, [code, 'r9-new-000000'], changed);
    expect((await recommendations()).map(({ text, left }) => [text, left])).toEqual(expected);
    expect((await idOf(TRAIN_HALF)) === id).toBe(reading === 'same');
    expect(result.unusedCodes).toEqual(['r9-new-000000']);
    expect(summary(result)).toContain('--accept r9-new-000000 was not needed');
  });

  it('has its review made searchable anew when it leaves the source', async () => {
    await add(asking({ number: '1', text: TRAIN }));
    await forgetJobs(database.dataSource);
    await add(review({}));
    expect((await queued(database.dataSource)).review).toEqual([
      (await all<{ id: string }>('select id from review'))[0]!.id,
    ]);
  });
});

describe('a learning point', () => {
  const teaching = (...learning: object[]): object => review({ learning });
  const points = async (): Promise<{ id: string; statement: string; left: boolean }[]> =>
    await all(
      `select id, statement, left_source_at is not null as left from learning_point order by left_source_at nulls first, position`,
    );

  it('keeps its id by its statement, in another place and under another theme', async () => {
    await add(teaching({ theme: 'A', statement: TRAIN }, { theme: 'A', statement: VISIT }));
    const before = await points();
    await add(teaching({ theme: 'A', statement: VISIT }, { theme: 'B', statement: TRAIN }));
    expect((await points()).map(({ id }) => id)).toEqual([before[1]!.id, before[0]!.id]);
  });

  it('that is reworded under its theme is the same one; another statement is another one', async () => {
    await add(teaching({ theme: 'A', statement: TRAIN }));
    const [before] = await points();
    await add(teaching({ theme: 'a', statement: TRAIN_BETTER }));
    expect(await points()).toEqual([{ id: before!.id, statement: TRAIN_BETTER, left: false }]);
    await add(teaching({ theme: 'A', statement: VISIT }));
    expect((await points()).map(({ statement, left }) => [statement, left])).toEqual([
      [VISIT, false],
      [TRAIN_BETTER, true],
    ]);
  });

  it('that only named its theme is the same one when it says what was taught', async () => {
    await add(teaching({ theme: 'A' }));
    const [before] = await points();
    await add(teaching({ theme: 'A', statement: TRAIN }));
    expect(await points()).toEqual([{ id: before!.id, statement: TRAIN, left: false }]);
  });

  it('is asked about where it could be either', async () => {
    await add(teaching({ theme: 'A', statement: TRAIN }));
    const [problem] = await problemsOfRecords(
      database.dataSource,
      teaching({ theme: 'A', statement: TRAIN_HALF }),
    );
    expect(problem).toMatchObject({ line: 1, field: 'learning[0]' });
    expect(problem!.message).toMatch(/--accept l1-same-\w{6} {2}it is the point on “A”, reworded/);
  });
});

describe('a document', () => {
  const URL = 'https://example.org/report.pdf';
  const having = (...documents: object[]): object => review({ documents });
  const page = (document: string): object => ({
    ...{ kind: 'document-text', review: { publisher: 'Anytown', label: 'Child K' } },
    ...{ document, page: 1, text: 'What the page says' },
  });
  const documents = async (): Promise<{ id: string; title: string; left: boolean; pages: number }[]> =>
    await all(
      `select d.id, d.title, d.left_source_at is not null as left,
              (select count(*)::int from document_page p where p.document_id = d.id) as pages
         from review_document d order by d.left_source_at nulls first, d.position`,
    );

  it('keeps its id and pages by its address or title, also of another kind', async () => {
    await add(having({ kind: 'full-report', title: 'Report', url: URL }), page('full-report'));
    const [before] = await documents();
    await add(having({ kind: 'full-report', title: 'Report' }));
    await add(having({ kind: 'full-report', title: 'report', url: URL }));
    await add(having({ kind: 'overview-report', title: 'The overview report', url: URL }));
    expect(await documents()).toEqual([
      { id: before!.id, title: 'The overview report', left: false, pages: 1 },
    ]);
  });

  it('never gives its pages to another one of its kind', async () => {
    await add(having({ kind: 'full-report', title: 'Child K', url: URL }), page('full-report'));
    const result = await add(
      having({ kind: 'full-report', title: 'Something else', url: 'https://example.org/other.pdf' }),
      page('full-report'),
    );
    expect((await documents()).map(({ title, left, pages }) => [title, left, pages])).toEqual([
      ['Something else', false, 1],
      ['Child K', true, 1],
    ]);
    expect(summary(result)).toContain('1 document is no longer in the source (kept, not shown).');
  });
});

describe('a review without a date beside one of its label that has the year of its relaying', () => {
  const undated = (summary: string): object => review({ relayedOn: '2024-05', summary });
  const slugs = async (): Promise<Record<string, string | null>> => {
    const rows = await all<{ slug: string; summary: string | null }>('select slug, summary from review');
    return Object.fromEntries(rows.map(({ slug, summary }) => [slug, summary]));
  };
  beforeEach(async () => {
    await add(undated('Of no date.'));
    // As a library of version 0.1.0 has it: the other took the year.
    await database.dataSource.query(`update review set slug = 'no-date', identity_year = null`);
    await add(review({ publishedOn: '2024-02', summary: 'Of February.' }));
    await database.dataSource.query(`update review set slug = 'dated' where identity_year = 2024`);
  });

  it('is known again by saying the same', async () => {
    await add(undated('Of no date.'));
    expect(await slugs()).toEqual({ 'no-date': 'Of no date.', dated: 'Of February.' });
  });

  it('is asked about when it says something else, and each answer holds', async () => {
    const changed = undated('Something else.');
    const [problem] = await problemsOfRecords(database.dataSource, changed);
    const { message } = problem!;
    const [dated, noDate] = [...message.matchAll(/--accept (\S+)/g)].map(([, code]) => code!);
    expect(message).toContain('/reviews/no-date');
    await importAccepting(database.dataSource, [noDate!], changed);
    expect(await slugs()).toEqual({ 'no-date': 'Something else.', dated: 'Of February.' });
    await add(changed);
    await importAccepting(database.dataSource, [dated!], undated('Something else again.'));
    expect(await slugs()).toEqual({ 'no-date': 'Something else.', dated: 'Something else again.' });
  });
});
