import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { summary } from '../../src/imports/summary.js';
import { originOf } from '../../src/publishing/edits.js';
import { Briefing } from '../../src/briefings/briefing.entity.js';
import { BriefingService } from '../../src/briefings/briefing.service.js';
import { RecommendationService } from '../../src/recommendations/recommendation.service.js';
import { Resource } from '../../src/resources/resource.entity.js';
import { ResourceService } from '../../src/resources/resource.service.js';
import { Review } from '../../src/reviews/review.entity.js';
import { ReviewService } from '../../src/reviews/review.service.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { clear, everything, forgetJobs, importRecords, queued } from './library.js';

let database: TestDatabase;
let reviews: ReviewService;
let recommendations: RecommendationService;
beforeAll(async () => {
  database = await freshDatabase();
  reviews = new ReviewService(database.dataSource);
  recommendations = new RecommendationService(database.dataSource);
});
beforeEach(async () => await clear(database.owner));
afterAll(async () => await database.close());

const all = async <Row>(query: string): Promise<Row[]> => await database.dataSource.query<Row[]>(query);
const add = async (more: object): ReturnType<typeof importRecords> =>
  await importRecords(database.dataSource, {
    ...{ kind: 'review', publisher: 'Anytown', label: 'Child K', summary: 'As imported', title: 'Child K' },
    ...more,
  });
const only = async (): Promise<Review> => await database.dataSource.getRepository(Review).findOneByOrFail({});
const proposed = async (): Promise<object[]> =>
  await all(`select kind, field, value from proposed_change order by field`);

describe('what a person has edited', () => {
  it('is not overwritten by an import, which proposes the change instead', async () => {
    await add({});
    const { id } = await only();
    await reviews.edit(id, { summary: 'As edited' });
    const result = await add({ summary: 'As imported later', title: 'Another title' });
    expect(await only()).toMatchObject({ summary: 'As edited', title: 'Another title' });
    expect(await proposed()).toEqual([
      { kind: 'review', field: 'summary', value: { summary: 'As imported later' } },
    ]);
    expect(summary(result)).toContain('1 field that a person has edited would now read otherwise');
    expect(await all(`select 1 from proposed_change where bundle like '%bundle.json%'`)).toHaveLength(1);
  });

  it('is no matter where the source says what it has always said', async () => {
    await add({});
    await reviews.edit((await only()).id, { summary: 'As edited' });
    const result = await add({ title: 'Another title' });
    expect(await only()).toMatchObject({ summary: 'As edited', title: 'Another title' });
    expect(result.proposedChanges).toBe(0);
    expect(await proposed()).toEqual([]);
  });

  it('follows the source again once that says the same', async () => {
    await add({});
    await reviews.edit((await only()).id, { summary: 'As edited' });
    await add({ summary: 'As imported later' });
    await add({ summary: 'As edited' });
    expect(await proposed()).toEqual([]);
    await add({ summary: 'As imported at last' });
    expect(await only()).toMatchObject({ summary: 'As imported at last' });
  });

  it('has one proposed change a field: what the source said last', async () => {
    await add({});
    await reviews.edit((await only()).id, { summary: 'As edited', title: 'Edited too' });
    await add({ summary: 'As imported later', title: 'Another title' });
    await add({ summary: 'As imported at last', title: 'Another title' });
    expect(await proposed()).toEqual([
      { kind: 'review', field: 'summary', value: { summary: 'As imported at last' } },
      { kind: 'review', field: 'title', value: { title: 'Another title' } },
    ]);
  });

  it('may be of a briefing or a resource', async () => {
    for (const [kind, Service, Entity] of [
      ['briefing', BriefingService, Briefing],
      ['resource', ResourceService, Resource],
    ] as const) {
      await importRecords(database.dataSource, { kind, title: 'A', url: 'https://example.org/a' });
      const paper = async (): Promise<Briefing | Resource> =>
        await database.dataSource.manager.findOneByOrFail<Briefing | Resource>(Entity, {});
      const { id } = await paper();
      await forgetJobs(database.dataSource);
      await new Service(database.dataSource).edit(id, { url: 'https://example.org/b' });
      expect(await queued(database.dataSource)).toEqual({ [kind]: [id] });
      await importRecords(database.dataSource, {
        kind,
        title: 'A',
        type: 'new',
        url: 'https://example.org/c',
      });
      expect(await paper()).toMatchObject({ id, type: 'new', url: 'https://example.org/b' });
    }
  });

  it('settles what was proposed when it is edited again', async () => {
    await add({});
    const { id } = await only();
    await reviews.edit(id, { summary: 'As edited' });
    await add({ summary: 'As imported later' });
    await reviews.edit(id, { summary: 'As edited with care' });
    expect(await proposed()).toEqual([]);
  });

  it('may be lists, dates and codes as well as texts', async () => {
    await add({ keywords: ['a'], relayedOn: '2024-01', sources: [{ title: 'T', url: 'u' }] });
    const { id } = await only();
    await reviews.edit(id, {
      keywords: ['a', 'b'],
      relayedOn: '2024-02-03',
      type: 'scr',
      sources: [{ url: 'v' }],
    });
    await add({ keywords: ['c'], relayedOn: '2024', type: 'sar', sources: [{ title: 'T', url: 'u' }] });
    expect(await only()).toMatchObject({ keywords: ['a', 'b'], relayedOn: '2024-02-03', type: 'scr' });
    expect(await proposed()).toMatchObject([
      { field: 'keywords', value: { keywords: ['c'] } },
      { field: 'relayedOn', value: { relayed_on: '2024-01-01', relayed_precision: 'year' } },
      { field: 'type', value: { type: 'sar' } },
    ]);
  });

  it('shows where the record comes from', async () => {
    await add({});
    expect(originOf(await only())).toBe('imported');
    await reviews.edit((await only()).id, { summary: 'As edited' });
    expect(originOf(await only())).toBe('both');
    expect(originOf({ importedHash: null, editedAt: new Date() })).toBe('edited');
  });

  it('of a recommendation keeps its words of before, and the recommendation is known again', async () => {
    await add({ recommendations: [{ number: '1', text: 'Ask who else lives in the home' }] });
    const [{ id } = { id: '' }] = await all<{ id: string }>(`select id from recommendation`);
    await recommendations.edit(id, { text: 'Quite other words, put by an editor' });
    expect(await all(`select recommendation_id as id, text from recommendation_version`)).toEqual([
      { id, text: 'Ask who else lives in the home' },
    ]);
    const result = await add({
      title: 'Another title',
      recommendations: [{ number: '2', text: 'Ask who else lives in the home' }],
    });
    expect(await all(`select id, number, text from recommendation`)).toEqual([
      { id, number: '2', text: 'Quite other words, put by an editor' },
    ]);
    expect(result.parts.recommendation).toEqual({ reworded: 0, left: 0, returned: 0 });
  });

  it('has the search updated, and nothing is done where nothing changes', async () => {
    await add({});
    await forgetJobs(database.dataSource);
    const before = await everything(database.dataSource);
    await reviews.edit((await only()).id, { summary: 'As imported' });
    expect(await everything(database.dataSource)).toEqual(before);
    await reviews.edit((await only()).id, { summary: 'As edited' });
    expect(await queued(database.dataSource)).toEqual({ review: [(await only()).id] });
  });

  it('is changed together with its job, or not at all', async () => {
    await add({});
    const before = await everything(database.dataSource);
    await database.owner.query(`create function refuse_jobs() returns trigger language plpgsql as
      $$ begin raise exception 'no jobs today'; end $$`);
    await database.owner.query(`create trigger refuse_jobs before insert on graphile_worker._private_jobs
      for each row execute function refuse_jobs()`);
    try {
      await expect(reviews.edit((await only()).id, { summary: 'As edited' })).rejects.toThrow(
        'no jobs today',
      );
      await expect(add({ summary: 'As imported later' })).rejects.toThrow('no jobs today');
    } finally {
      await database.owner.query(`drop trigger refuse_jobs on graphile_worker._private_jobs`);
      await database.owner.query(`drop function refuse_jobs`);
    }
    expect(await everything(database.dataSource)).toEqual(before);
  });

  it('cannot be what is not there', async () => {
    const nobody = '00000000-0000-4000-8000-000000000000';
    await expect(reviews.edit(nobody, { summary: 'x' })).rejects.toMatchObject({ code: 'not-found' });
    await expect(recommendations.edit(nobody, { text: 'x' })).rejects.toMatchObject({ code: 'not-found' });
  });
});
