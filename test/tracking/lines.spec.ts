import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Problem } from '../../src/platform/http/errors/problem.model.js';
import type { RecommendationDetail } from '../../src/recommendations/recommendation.model.js';
import { contentRevision } from '../../src/publishing/content-revision.js';
import { withdraw } from '../../src/publishing/withdraw.js';
import { WITHDRAWABLE_NOUNS } from '../../src/withdrawable.js';
import { startFollowing, type Changed, type FollowingLibrary, type Program, type Told } from './library.js';

let fennmere: FollowingLibrary;
let lead: Program;
let approver: Program;
let administrator: Program;
let police: string;
/** Follows the first recommendation. */
let item: string;

beforeAll(async () => {
  fennmere = await startFollowing({
    CLOCK_STARTS_AT: '2025-06-09T09:00:00Z',
    PUBLIC_URL: 'https://library.example',
  });
  ({ lead } = fennmere);
  approver = await fennmere.program('approver');
  administrator = await fennmere.program('administrator');
  police = await fennmere.agency('Marsh Police');
  const followed = await lead.post('/items', {
    ...{ recommendation: fennmere.recommendations[0], on: '2025-01-10', addressees: [police] },
  });
  item = followed.body.id;
});
afterAll(() => fennmere?.library.close());

const textOf = async (path: string): Promise<string> =>
  await (await fetch(fennmere.library.url + path, { headers: { accept: 'text/html,*/*' } })).text();
const publicly = async (place = 0): Promise<RecommendationDetail> =>
  JSON.parse(
    await textOf(`/api/v1/recommendations/${fennmere.recommendations[place]}`),
  ) as RecommendationDetail;
const write = async (text: string, more: object = {}, at = item): Promise<Told<Changed>> =>
  await lead.post(`/items/${at}/public-line`, { text, ...more });
const approve = async (who = approver, more: object = {}): Promise<Told<Changed>> =>
  await who.post(`/items/${item}/public-line/approve`, more);
const revision = (): Promise<string> => contentRevision(fennmere.library.source);

describe('a public line', () => {
  it('is public once somebody else than who wrote it has released it, with how the item stood', async () => {
    await lead.post(`/items/${item}/responses`, { agency: police, response: 'accepted' });
    const written = await write('Every assessment now asks what a day is like.');
    expect([written.status, written.body.publicLine]).toEqual([
      201,
      {
        ...{ text: 'Every assessment now asks what a day is like.', clearedWhy: null, isWaiting: true },
        ...{ writtenBy: 'audit-lead of tests', released: null, hasMoved: false },
      },
    ]);
    expect((await publicly()).progress).toEqual([]);
    expect((await approve(lead)).body.code).toBe('own-words');
    expect((await approve(administrator)).status).toBe(403);
    const before = await revision();
    expect((await approve()).body.publicLine).toMatchObject({ isWaiting: false, hasMoved: false });
    expect(await revision()).not.toBe(before);
    expect((await publicly()).progress).toEqual([
      {
        ...{
          partnership: fennmere.partnership.slug,
          partnershipName: 'Fennmere Safeguarding Children Partnership',
        },
        publicLine: 'Every assessment now asks what a day is like.',
        responses: {
          ...{
            asked: 1,
            answered: 1,
            accepted: 1,
            acceptedInPart: 0,
            notAccepted: 0,
            disputed: 0,
            awaiting: 0,
          },
        },
        ...{
          delivery: 'none',
          judgement: 'open',
          impact: 'none',
          impactClaimed: false,
          updatedOn: '2025-06-09',
        },
      },
    ]);
  });

  it('stays as it was released, whatever is recorded later, also about an earlier day, until it is released anew', async () => {
    const [before, unmoved] = [await publicly(), await revision()];
    const { body } = await lead.post(`/items/${item}/actions`, {
      text: 'Train everybody.',
      agency: police,
      on: '2025-02-01',
    });
    await lead.post(`/actions/${body.id}/delivery`, { to: 'completed', on: '2025-03-01' });
    await lead.post(`/items/${item}/responses`, {
      agency: police,
      response: 'disputed',
      reason: 'Not us.',
      on: '2025-01-20',
    });
    await lead.post(`/items/${item}/impact`, {
      level: 'practice',
      text: 'Seen in audits.',
      on: '2025-05-01',
    });
    const other = await write('Another line, not released.');
    expect(other.body.publicLine).toMatchObject({ isWaiting: true, hasMoved: true });
    expect(await publicly()).toEqual(before);
    // What is kept for the public is not emptied by what is not public.
    expect(await revision()).toBe(unmoved);
    await approve();
    expect((await publicly()).progress).toMatchObject([
      {
        ...{ publicLine: 'Another line, not released.', delivery: 'completed', impact: 'practice' },
        impactClaimed: true,
      },
    ]);
    await lead.post(`/items/${item}/judgements`, { to: 'open-acceptable' });
    expect((await publicly()).progress[0]!.judgement).toBe('open');
    expect((await approve()).body.publicLine).toMatchObject({ hasMoved: false });
    expect((await publicly()).progress[0]!.judgement).toBe('open-acceptable');
  });

  it('is gone the moment it is withdrawn, with a reason', async () => {
    expect((await approver.post(`/items/${item}/public-line/withdrawal`)).body.code).toBe('reason-required');
    const before = await revision();
    await approver.post(`/items/${item}/public-line/withdrawal`, { reason: 'It was put badly.' });
    expect(await revision()).not.toBe(before);
    expect((await publicly()).progress).toEqual([]);
    expect((await lead.get(`/items/${item}`)).body.publicLine).toBeNull();
    expect((await approve()).body.code).toBe('nothing-written');
    const again = await approver.post(`/items/${item}/public-line/withdrawal`, { reason: 'Again.' });
    expect(again.body.code).toBe('nothing-written');
  });

  it('is gone with its words, when these are taken out', async () => {
    const { body } = await write('The words to be taken out.');
    await approve();
    await write('The words to be taken out.');
    expect((await publicly()).progress).toHaveLength(1);
    const before = await revision();
    await administrator.post(`/entries/${body.entry!.id}/redaction`, { reason: 'They name somebody.' });
    expect((await publicly()).progress).toEqual([]);
    expect(await revision()).not.toBe(before);
    expect((await lead.get(`/items/${item}`)).body.publicLine).toBeNull();
  });

  it('is not corrected, done twice or by who was overtaken', async () => {
    const { body, headers } = await write('One more line.');
    expect((await lead.post(`/entries/${body.entry!.id}/correction`, { reason: 'Oh.' })).status).toBe(403);
    const stale = { 'If-Match': `"${body.version - 1}"` };
    expect((await approver.post(`/items/${item}/public-line/approve`, {}, stale)).body.code).toBe(
      'overtaken',
    );
    const once = { 'If-Match': headers.get('etag')!, 'Idempotency-Key': 'release-once' };
    const released = await approver.post(`/items/${item}/public-line/approve`, {}, once);
    const again = await approver.post(`/items/${item}/public-line/approve`, {}, once);
    expect([released.status, again.status]).toEqual([201, 201]);
    expect(again.body.entry).toEqual(released.body.entry);
  });

  it('is written of nothing but a recommendation that everybody sees', async () => {
    const own = await lead.post('/items', {
      source: { origin: 'audit' },
      text: 'An audit asks for more.',
      on: '2025-01-10',
    });
    expect((await write('No.', {}, own.body.id)).body.code).toBe('not-public');
    const third = await lead.post('/items', {
      recommendation: fennmere.recommendations[2],
      on: '2025-01-10',
    });
    expect((await write('Adults are met.', {}, third.body.id)).status).toBe(201);
    await approver.post(`/items/${third.body.id}/public-line/approve`);
    const { url, progress } = await publicly(2);
    expect(progress).toHaveLength(1);
    await withdraw(fennmere.library.source, WITHDRAWABLE_NOUNS, url, 'other');
    expect((await write('Adults are met.', {}, third.body.id)).body.code).toBe('not-public');
    const rows = await fennmere.library.source.query<object[]>(
      `select 1 from public_progress where recommendation_id = $1`,
      [fennmere.recommendations[2]],
    );
    expect(rows).toEqual([]);
  });

  it('is checked for what may identify somebody, and each hit is cleared with a reason', async () => {
    const text = 'Born on 3 May 2010. Call 01325 406252.';
    const refused = await write(text);
    const { hits } = refused.body as unknown as { hits: { kind: string; start: number; length: number }[] };
    expect([refused.status, refused.body.code]).toEqual([422, 'identifies']);
    expect(hits.map(({ kind, start, length }) => [kind, text.slice(start, start + length)])).toEqual([
      ['date-of-birth', '3 May 2010'],
      ['telephone', '01325 406252'],
    ]);
    const line = { kind: 'telephone', reason: 'The partnership’s own line.' };
    expect((await write(text, { cleared: [line] })).body.code).toBe('identifies');
    const cleared = [line, { kind: 'date-of-birth', reason: 'An invented one.' }];
    const written = await write(text, { cleared });
    expect(written.body.publicLine!.clearedWhy).toContain('The partnership’s own line.');
    expect((await approve()).status).toBe(201);
    expect((await publicly()).progress[0]!.publicLine).toBe(text);
  });

  it('says no term that the review protects, also when that is added while it waits', async () => {
    const { review } = await publicly();
    const terms = `/reviews/${review.slug}/protected-terms`;
    await write('Zebulon’s school has a plan.');
    const { body } = await lead.post<{ items: { id: string; term: string }[] }>(terms, { term: 'Zébulon' });
    expect(body.items.map(({ term }) => term)).toEqual(['Zébulon']);
    expect((await approver.get(terms)).status).toBe(403);
    const refused = (await approve()).body as unknown as Problem & { hits: object[] };
    expect(refused.hits).toEqual([
      { kind: 'protected-term', start: 0, length: 7, words: expect.any(String) },
    ]);
    const log = await fennmere.library.source.query<object[]>(
      `select 1 from audit_words where content ilike '%zébulon%' union all select 1 from audit_entry where "to"::text ilike '%zébulon%'`,
    );
    expect(log).toEqual([]);
    expect(
      (await approve(approver, { cleared: [{ kind: 'protected-term', reason: 'A street of that name.' }] }))
        .status,
    ).toBe(201);
  });
});

describe('a progress report', () => {
  it('is published beside its review by somebody else, and withdrawn', async () => {
    const { review } = await publicly();
    const at = `/reviews/${review.slug}/progress-report`;
    const words = { title: 'Progress on Child R7', introduction: 'What came of the recommendations.' };
    expect((await lead.post<Problem>(at, { ...words, title: 'Call 01325 406252' })).body.code).toBe(
      'identifies',
    );
    expect((await lead.post(at, words)).status).toBe(201);
    const released = async (): Promise<object[]> =>
      await fennmere.library.source.query(`select title, introduction from public_review_progress`);
    expect(await released()).toEqual([]);
    expect((await lead.post(`${at}/approve`)).body.code).toBe('own-words');
    expect((await approver.post(`${at}/approve`)).body).toMatchObject({
      isWaiting: false,
      releasedOn: '2025-06-09',
    });
    expect(await released()).toEqual([words]);
    await lead.post(at, { ...words, title: 'Not released' });
    expect(await released()).toEqual([words]);
    await approver.post(`${at}/withdrawal`, { reason: 'Too early.' });
    expect(await released()).toEqual([]);
    await lead.post(at, words);
    await approver.post(`${at}/approve`);
    await administrator.post(`${at}/redaction`, { reason: 'A name.' });
    expect(await released()).toEqual([]);
  });
});
