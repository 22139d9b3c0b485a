import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { EXAMPLES } from './examples.js';
import { clear, everything, forgetJobs, importRecords, problemsOfRecords, queued, sizes } from './library.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
beforeEach(async () => await clear(database.owner));
afterAll(async () => await database.close());

const all = async <Row>(query: string): Promise<Row[]> => await database.dataSource.query<Row[]>(query);

const review = (more: object): object => ({
  kind: 'review',
  publisher: 'Anytown',
  label: 'Child K',
  ...more,
});
describe('a changed record', () => {
  it('updates its row in place', async () => {
    await importRecords(database.dataSource, ...EXAMPLES);
    await all(`update review set state = 'withdrawn'`);
    const before = await all<Record<string, unknown>>(`select * from review`);
    const records = EXAMPLES.map((record) =>
      'summary' in record ? { ...record, summary: 'Another', title: 'New', type: undefined } : record,
    );
    const { counts } = await importRecords(database.dataSource, ...records);
    expect(counts.review).toEqual({ created: 0, updated: 1, unchanged: 0 });
    const [after] = await all<Record<string, unknown>>(`select * from review`);
    const { id, slug, created_at, state } = before[0]!;
    expect(after).toMatchObject({
      id,
      slug,
      created_at,
      state,
      summary: 'Another',
      title: 'New',
      type: null,
    });
    expect(after!.updated_at).not.toEqual(before[0]!.updated_at);
  });

  it.each([
    ['partnership', { website: 'https://example.org/', contacts: [] }, 'partnership,contact_line', []],
    ['theme', { definition: 'Other words' }, 'theme', ['theme']],
    ['review', { summary: 'Other words' }, 'review', ['briefing', 'review']],
    ['briefing', { sections: [{ body: 'Other words' }] }, 'briefing', ['briefing']],
    ['resource', { description: 'Other words' }, 'resource', ['resource']],
    ['document-text', { text: 'Other words' }, 'document_page', ['review']],
  ])(
    'of the kind %s touches its own table alone, and has search updated',
    async (kind, change, table, searched) => {
      await importRecords(database.dataSource, ...EXAMPLES);
      await forgetJobs(database.dataSource);
      const before = await everything(database.dataSource);
      const last = (records: object[]): object[] => {
        const place = records.findLastIndex((record) => (record as { kind: string }).kind === kind);
        return records.with(place, { ...records[place], ...change });
      };
      const { counts } = await importRecords(database.dataSource, ...last(EXAMPLES));
      expect(counts[kind as 'theme'].updated).toBe(1);
      expect(Object.values(counts).reduce((sum, { created, updated }) => sum + created + updated, 0)).toBe(1);
      expect(Object.keys(await queued(database.dataSource)).toSorted()).toEqual(searched);
      await forgetJobs(database.dataSource);
      const after = await everything(database.dataSource);
      expect(
        Object.keys(after)
          .filter((name) => after[name]?.join() !== before[name]?.join())
          .join(),
      ).toBe(table);
    },
  );

  it('shows no more what it no longer has, and keeps it', async () => {
    await importRecords(database.dataSource, ...EXAMPLES);
    const before = await sizes(database.dataSource);
    const bare = {
      kind: 'review',
      publisher: 'Darlington Safeguarding Partnership',
      label: 'Child J',
      publishedOn: '2025',
    };
    const { parts } = await importRecords(database.dataSource, bare);
    expect(parts).toEqual({
      recommendation: { reworded: 0, left: 1, returned: 0 },
      'learning-point': { reworded: 0, left: 2, returned: 0 },
      document: { reworded: 0, left: 1, returned: 0 },
    });
    await forgetJobs(database.dataSource);
    expect({ ...(await sizes(database.dataSource)), 'graphile_worker._private_jobs': 0 }).toEqual({
      ...{ ...before, 'graphile_worker._private_jobs': 0 },
    });
    for (const view of ['public_recommendation', 'public_learning_point', 'public_document_page'])
      expect(await all(`select * from ${view}`)).toEqual([]);
  });

  it('keeps the pages of its documents when these change places', async () => {
    const [report, summary] = [{ kind: 'full-report' }, { kind: 'executive-summary' }];
    const text = {
      kind: 'document-text',
      review: { publisher: 'Anytown', label: 'Child K' },
      document: 'full-report',
      page: 1,
      text: 'x',
    };
    await importRecords(database.dataSource, review({ documents: [report, summary] }), text);
    await importRecords(database.dataSource, review({ documents: [summary, report] }));
    expect(
      await all(
        `select d.kind, d.position from document_page p join review_document d on d.id = p.document_id`,
      ),
    ).toEqual([{ kind: 'full-report', position: 1 }]);
  });

  it('is known by its reference when its label or date becomes known', async () => {
    await importRecords(database.dataSource, review({ reference: 'ref-1' }));
    const [before] = await all<{ id: string; slug: string }>(`select id, slug from review`);
    const { counts } = await importRecords(
      database.dataSource,
      review({ reference: 'ref-1', label: 'Child Kay', publishedOn: '2024' }),
    );
    expect(counts.review.updated).toBe(1);
    expect(await all(`select id, slug, label, year from review`)).toEqual([
      { ...before, label: 'Child Kay', year: 2024 },
    ]);
  });

  it('is the same one when a date of publication is taken back or added in the year in which it was relayed', async () => {
    const known = { publishedOn: '2025-02', relayedOn: '2025-02' };
    await importRecords(database.dataSource, review(known));
    const columns = `id, slug, year, identity_year as "identityYear"`;
    const [before] = await all<{ id: string; slug: string }>(`select ${columns} from review`);
    expect(before).toMatchObject({ slug: 'anytown-child-k-2025', year: 2025, identityYear: 2025 });

    const back = await importRecords(database.dataSource, review({ relayedOn: '2025-02' }));
    expect(back.counts.review).toEqual({ created: 0, updated: 1, unchanged: 0 });
    expect(await all(`select ${columns} from review`)).toEqual([{ ...before, year: null }]);

    const again = await importRecords(
      database.dataSource,
      review({ ...known, publishedOn: '2025-01-31' }),
      // Others name it by that year, whichever of the two dates it is of.
      {
        kind: 'briefing',
        title: 'About it',
        publisher: 'Anytown',
        reviews: [{ label: 'Child K', year: 2025 }],
      },
    );
    expect(again.counts.review).toEqual({ created: 0, updated: 1, unchanged: 0 });
    expect(await all(`select ${columns} from review`)).toEqual([before]);
    expect(await all(`select review_id as id from briefing_review`)).toEqual([{ id: before!.id }]);
  });

  it('has the year in which it was relayed in its address alone, where no other is known', async () => {
    await importRecords(
      database.dataSource,
      review({ relayedOn: '2024-03-25' }),
      review({ label: 'Child L' }),
      // Another one of that label, relayed in another year, is another review.
      review({ relayedOn: '2019' }),
    );
    expect(await all(`select slug, year from review order by slug`)).toEqual([
      { slug: 'anytown-child-k-2019', year: null },
      { slug: 'anytown-child-k-2024', year: null },
      { slug: 'anytown-child-l', year: null },
    ]);
  });

  it('may hand its reference or its name on to another', async () => {
    await importRecords(database.dataSource, review({ label: 'A', reference: 'a' }), review({ label: 'B' }));
    await importRecords(database.dataSource, review({ label: 'A' }), review({ label: 'B', summary: 'x' }));
    await importRecords(
      database.dataSource,
      review({ label: 'B', reference: 'a' }),
      review({ label: 'A', summary: 'x' }),
    );
    expect(await all(`select label, reference from review order by label`)).toEqual([
      { label: 'A', reference: null },
      { label: 'B', reference: 'a' },
    ]);
  });

  it('is refused when its reference and its name are those of two reviews', async () => {
    await importRecords(
      database.dataSource,
      review({ label: 'A', reference: 'a' }),
      review({ label: 'B', reference: 'b' }),
      review({ label: 'C' }),
    );
    expect(
      (await problemsOfRecords(database.dataSource, review({ label: 'C', reference: 'a' })))[0],
    ).toMatchObject({
      field: 'label',
      message: 'label and year are those of another review than the reference: “a” belongs to “A”',
    });
    expect(
      (await problemsOfRecords(database.dataSource, review({ label: 'B', reference: 'new' })))[0],
    ).toMatchObject({
      field: 'reference',
      message: expect.stringContaining('has the reference “b”'),
    });
    const both = await problemsOfRecords(
      database.dataSource,
      review({ label: 'Z', reference: 'a' }),
      review({ label: 'A' }),
    );
    expect(both).toMatchObject([{ line: 2, field: 'label' }]);
  });
});
