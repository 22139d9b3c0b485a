import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { importBundles } from '../../src/imports/import.service.js';
import { bundleFile } from '../support/bundles.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { EXAMPLES } from './examples.js';
import { clear, everything, importRecords, rawBundle, sizes } from './library.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
beforeEach(async () => await clear(database.owner));
afterAll(async () => await database.close());

const one = async <Row>(query: string): Promise<Row> => {
  const [row] = await database.dataSource.query<Row[]>(query);
  return row!;
};

describe('a bundle', () => {
  it('brings in one record of every kind', async () => {
    const { counts, named } = await importRecords(database.dataSource, ...EXAMPLES);
    expect(Object.values(counts).map(({ created }) => created)).toEqual([1, 2, 1, 1, 1, 1, 1]);
    expect(named).toEqual({ partnerships: 1, agencies: 1, themes: 1 });
    expect(
      await one(
        `select slug, year, title, published_on::text, published_precision, relayed_precision from review`,
      ),
    ).toEqual({
      slug: 'darlington-child-j-2025',
      year: 2025,
      title: 'Child J: local child safeguarding practice review',
      published_on: '2025-02-01',
      published_precision: 'month',
      relayed_precision: 'month',
    });
    expect(await one(`select about, audience, team, phone from contact_line`)).toEqual({
      about: 'child',
      audience: 'professionals',
      team: 'Children’s Initial Advice Team',
      phone: '01325 406252',
    });
    expect(
      await one(`select t.label, b.label as broader from theme t join theme b on b.id = t.broader_id`),
    ).toEqual({
      label: 'Parental mental health',
      broader: 'Parent and carer factors',
    });
    expect(
      await one(`select p.page, p.text from document_page p join review_document d on d.id = p.document_id`),
    ).toEqual({
      page: 12,
      text: 'What the twelfth page says',
    });
    expect(await one(`select starts_on, ends_on, relayed_on::text from resource`)).toEqual({
      starts_on: '2026-03-03T10:00',
      ends_on: '2026-03-03T12:00',
      relayed_on: '2026-01-01',
    });
    expect((await sizes(database.dataSource)).briefing_review).toBe(1);
  });

  it.each([
    ['JSON Lines', (records: object[]) => records.map((record) => JSON.stringify(record)).join('\n')],
    [
      'lines with CR LF, a BOM and blank lines',
      (records: object[]) =>
        `\uFEFF\r\n${records.map((record) => JSON.stringify(record)).join('\r\n\r\n')}\r\n`,
    ],
    ['one array', (records: object[]) => JSON.stringify(records)],
    ['an array over many lines', (records: object[]) => `\n ${JSON.stringify(records, null, 2)}\n\n`],
  ])('may be %s', async (_, written) => {
    await importBundles(database.dataSource, [await rawBundle(written(EXAMPLES))]);
    const first = await sizes(database.dataSource);
    // The same content in another form is the same content.
    const again = await importBundles(database.dataSource, [await bundleFile(EXAMPLES)]);
    expect(Object.values(again.counts).map(({ unchanged }) => unchanged)).toEqual([1, 2, 1, 1, 1, 1, 1]);
    expect(await sizes(database.dataSource)).toEqual(first);
  });

  it('changes nothing when it is imported again', async () => {
    await importRecords(database.dataSource, ...EXAMPLES);
    const before = await everything(database.dataSource);
    const { counts, named } = await importRecords(database.dataSource, ...EXAMPLES);
    expect(await everything(database.dataSource)).toEqual(before);
    expect(named).toEqual({ partnerships: 0, agencies: 0, themes: 0 });
    expect(Object.values(counts).every(({ created, updated }) => created + updated === 0)).toBe(true);
  });

  it('may name things before it brings them, in any of its files', async () => {
    const [partnership, ...others] = EXAMPLES.toReversed();
    const files = [await bundleFile(others), await bundleFile([partnership!])];
    await importBundles(database.dataSource, files);
    const { named } = await importRecords(database.dataSource, ...EXAMPLES);
    expect(named.partnerships).toBe(0);
    expect((await sizes(database.dataSource)).briefing_review).toBe(1);
  });

  it('has learning points that teach, and themes that are only named', async () => {
    const learning = [
      { theme: 'A', statement: 'It was not asked about.' },
      { theme: 'B', kind: 'key-lesson', statement: 'Ask.' },
      { theme: 'C' },
      // Whatever a catalogue calls it: without a statement it teaches nothing.
      { theme: 'D', kind: 'finding', pages: [3] },
    ];
    await importRecords(database.dataSource, {
      kind: 'review',
      publisher: 'Anytown',
      label: 'Child K',
      learning,
    });
    expect(
      await database.dataSource.query(`select kind, statement, pages from learning_point order by position`),
    ).toEqual([
      { kind: 'finding', statement: 'It was not asked about.', pages: [] },
      { kind: 'key-lesson', statement: 'Ask.', pages: [] },
      { kind: 'theme-named', statement: null, pages: [] },
      { kind: 'theme-named', statement: null, pages: [3] },
    ]);
  });

  it('says of the guidance of a theme what is an emergency, whom to ask what, and who has reviewed it', async () => {
    await importRecords(database.dataSource, ...EXAMPLES);
    expect(
      await one(
        `select emergency, look_for, ask, ask_yourself, to_do, guidance_reviewed_by, guidance_reviewed_on::text,
           guidance_reviewed_precision from theme where label = 'Parental mental health'`,
      ),
    ).toEqual({
      emergency: ['Call 999 if someone is in immediate danger.'],
      look_for: ['Low mood'],
      ask: ['How do you feel?'],
      ask_yourself: ['What have I seen?'],
      to_do: ['Tell the GP'],
      guidance_reviewed_by: 'Jo Bloggs, named nurse',
      guidance_reviewed_on: '2026-05-01',
      guidance_reviewed_precision: 'month',
    });
  });

  it('keeps what looks like HTML as the text it is', async () => {
    const summary = '<script>alert(1)</script> & <b>bold</b>';
    await importRecords(database.dataSource, {
      kind: 'review',
      publisher: 'Anytown',
      label: 'Child <i>K</i>',
      summary,
    });
    expect(await one(`select label, summary, slug from review`)).toEqual({
      label: 'Child <i>K</i>',
      summary,
      slug: 'anytown-child-i-k-i',
    });
  });

  it('takes null and empty text for left out', async () => {
    const record = { kind: 'review', publisher: 'Anytown', label: 'Child K' };
    await importRecords(database.dataSource, record);
    const { counts } = await importRecords(database.dataSource, {
      ...record,
      ...{
        title: null,
        type: null,
        publishedOn: null,
        summary: '',
        learning: null,
        recommendations: [],
        sources: null,
      },
    });
    expect(counts.review).toEqual({ created: 0, updated: 0, unchanged: 1 });
  });

  it('takes the names of files where catalogues have no address', async () => {
    const sources = [{ url: 'reviews/2019 list.pdf' }, { title: 'A list' }];
    await importRecords(database.dataSource, {
      kind: 'review',
      publisher: 'Anytown',
      label: 'Child K',
      sources,
    });
    expect((await one<{ sources: object[] }>(`select sources from review`)).sources).toEqual(sources);
  });

  it('knows publishers and agencies again whatever their capitals', async () => {
    await importRecords(
      database.dataSource,
      {
        kind: 'review',
        publisher: 'Anytown Children’s Board',
        label: 'A',
        recommendations: [{ text: 'Act', addressees: ['The Police', 'the  police'] }],
      },
      {
        kind: 'review',
        publisher: "ANYTOWN Children's board",
        label: 'B',
        recommendations: [{ text: 'Act', addressees: ['THE POLICE'] }],
      },
    );
    expect(await sizes(database.dataSource)).toMatchObject({
      partnership: 1,
      agency: 1,
      recommendation_addressee: 2,
    });
  });

  it('gives reviews of one address the numbers 2, 3 …', async () => {
    const review = { kind: 'review', publisher: 'Anytown', publishedOn: '2020' };
    await importRecords(
      database.dataSource,
      { ...review, label: 'Child A' },
      { ...review, label: 'Child A!' },
    );
    await importRecords(database.dataSource, { ...review, label: 'Child (A)' });
    const slugs = await database.dataSource.query<{ slug: string }[]>(
      `select slug from review order by slug`,
    );
    expect(slugs.map(({ slug }) => slug)).toEqual([
      'anytown-child-a-2020',
      'anytown-child-a-2020-2',
      'anytown-child-a-2020-3',
    ]);
  });
});

describe('two imports at once', () => {
  it('wait for each other', async () => {
    const reviews = (title: string): object[] =>
      Array.from({ length: 300 }, (_, number) => ({
        ...{ kind: 'review', publisher: 'Anytown', label: `Child ${number}`, title },
        learning: [{ theme: `Theme ${number % 7}` }],
      }));
    const bundles = [
      await bundleFile(reviews('One')),
      await bundleFile(reviews('Two')),
      await bundleFile(EXAMPLES),
    ];
    const results = await Promise.all(bundles.map((file) => importBundles(database.dataSource, [file])));
    const created = results.map(({ counts }) => counts.review.created).toSorted((a, b) => a - b);
    expect(created).toEqual([0, 1, 300]);
    const titles = await database.dataSource.query<unknown[]>(
      `select distinct title from review where label <> 'Child J'`,
    );
    expect(titles).toHaveLength(1);
    expect(await sizes(database.dataSource)).toMatchObject({ review: 301, learning_point: 302 });
  });
});
