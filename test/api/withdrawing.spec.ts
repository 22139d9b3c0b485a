import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request, { type Response } from 'supertest';
import { restore, withdraw, type Withdrawal } from '../../src/publishing/withdraw.js';
import { WITHDRAWAL_REASONS, type WithdrawalReason } from '../../src/publishing/withdrawal-reasons.js';
import { WITHDRAWABLE_NOUNS } from '../../src/withdrawable.js';
import { startLibrary, type TestLibrary } from '../support/app.js';

const PUBLISHER = 'Marfield Safeguarding Children Partnership';

/** One record of each kind, with words that nothing else has. */
const BUNDLE = [
  { kind: 'partnership', name: PUBLISHER, type: 'children-partnership', website: 'https://marfield.example' },
  { kind: 'partnership', name: 'Lonely Board', type: 'adults-board' },
  { kind: 'theme', label: 'Quillwort harm', definition: 'Harm by quillworts' },
  { kind: 'theme', label: 'Other harm' },
  {
    ...{
      kind: 'review',
      publisher: PUBLISHER,
      label: 'Child Zeta',
      title: 'Child Zeta: a review',
      type: 'lcspr',
    },
    ...{ publishedOn: '2024-05', summary: 'About zetaword.' },
    learning: [
      { theme: 'Quillwort harm', kind: 'finding', statement: 'First pointword.' },
      { theme: 'Quillwort harm', kind: 'finding', statement: 'Second statement.' },
    ],
    recommendations: [
      { number: '1', text: 'Do the asterword thing.', themes: ['Other harm'] },
      { number: '2', text: 'Do something else.', themes: ['Other harm'] },
    ],
  },
  { kind: 'briefing', publisher: PUBLISHER, title: 'Briefing on larkword', themes: ['Other harm'] },
  {
    kind: 'resource',
    publisher: PUBLISHER,
    title: 'Training in fernword',
    type: 'training',
    themes: ['Other harm'],
  },
];

interface Dated {
  updatedAt: string;
}
/** Without when it and what it names have changed: that is moved by being withdrawn, and by being restored. */
const undated = (answer: object): unknown =>
  JSON.parse(JSON.stringify(answer, (name, value: unknown) => (name === 'updatedAt' ? undefined : value)));

describe('withdrawing', () => {
  let library: TestLibrary;
  let recommendation: string;
  const review = '/reviews/marfield-child-zeta-2024';

  const get = async (path: string): Promise<Response> => await request(library.url).get(path);
  const page = async (path: string): Promise<Response> =>
    await request(library.url).get(path).set('accept', 'text/html');
  const take = async (address: string, reason: WithdrawalReason): Promise<Withdrawal> =>
    await withdraw(library.source, WITHDRAWABLE_NOUNS, address, reason);
  const bringBack = async (address: string): Promise<Withdrawal> =>
    await restore(library.source, WITHDRAWABLE_NOUNS, address);
  const found = async (q: string): Promise<number> =>
    ((await get(`/api/v1/search?q=${q}`)).body as { total: number }).total;

  beforeAll(async () => {
    library = await startLibrary('empty');
    await library.add(BUNDLE);
    const { recommendations } = (await get(`/api/v1${review}`)).body as {
      recommendations: { url: string }[];
    };
    recommendation = recommendations[0]!.url;
  });
  afterAll(async () => await library.close());

  const KINDS: [string, () => string, string, string][] = [
    ['a review', () => review, 'zetaword', 'Child Zeta'],
    ['a recommendation', () => recommendation, 'asterword', 'Child Zeta: recommendation 1'],
    ['a briefing', () => '/briefings/briefing-on-larkword', 'larkword', 'Briefing on larkword'],
    ['a resource', () => '/resources/training-in-fernword', 'fernword', 'Training in fernword'],
    ['a theme', () => '/themes/quillwort-harm', 'quillworts', 'Quillwort harm'],
  ];

  it.each(KINDS)(
    'takes %s out of the next answers and brings it back as it was',
    async (_, at, word, label) => {
      const address = at();
      const before = (await get(`/api/v1${address}`)).body as Dated;
      expect(await found(word)).toBeGreaterThan(0);
      expect(await take(`https://library.example/api/v1${address}?utm=1`, 'factual-error')).toMatchObject({
        outcome: 'withdrawn',
      });
      const gone = await get(`/api/v1${address}`);
      expect(gone.status).toBe(410);
      expect(gone.type).toBe('application/problem+json');
      expect(gone.body).toMatchObject({
        type: `${library.url}/problems/gone`,
        tombstone: {
          label,
          reason: 'factual-error',
          withdrawnOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as unknown,
        },
      });
      const text = await page(address);
      expect(text.status).toBe(410);
      expect(text.text).toContain(label);
      expect(text.text).toContain('id="contacts"');
      await library.settled();
      expect(await found(word)).toBe(0);
      expect((await take(address, 'factual-error')).outcome).toBe('was withdrawn already');

      expect(await bringBack(address)).toMatchObject({ outcome: 'restored', isPublic: true });
      const after = (await get(`/api/v1${address}`)).body as Dated;
      expect(undated(after)).toEqual(undated(before));
      expect(after.updatedAt > before.updatedAt).toBe(true);
      await library.settled();
      expect(await found(word)).toBeGreaterThan(0);
      expect((await bringBack(address)).outcome).toBe('was not withdrawn');
    },
  );

  it('finds and counts nothing of a whole record from the next answer on, before any job has run', async () => {
    const { app, source } = library;
    const total = ((await get('/api/v1/search?kind=review')).body as { total: number }).total;
    await source.transaction(async (manager) => {
      await manager.query(`lock table search_document in share row exclusive mode`);
      await take(review, 'other');
      expect(await found('zetaword')).toBe(0);
      expect(((await get('/api/v1/search?kind=review')).body as { total: number }).total).toBe(total - 1);
      expect((await get('/api/v1/suggest?q=zeta')).text).not.toContain('Zeta');
      expect((await get('/api/v1/reviews')).text).not.toContain('Zeta');
    });
    await bringBack(review);
    await library.settled();
    expect(app).toBeDefined();
  });

  it('takes along what hangs on a review, which then tells of the review', async () => {
    const { learning } = (await get(`/api/v1${review}`)).body as { learning: { id: string }[] };
    const point = `/api/v1/learning/${learning[0]!.id}`;
    expect((await get(point)).status).toBe(200);
    // Two recommendations, each at two addresses, and two learning points.
    expect(await take(review, 'publisher-request')).toMatchObject({ others: 6 });
    expect((await get(`/api/v1${recommendation}`)).body).toMatchObject({
      status: 410,
      tombstone: { kind: 'review', label: 'Child Zeta', publisher: PUBLISHER },
    });
    expect((await get(point)).body).toMatchObject({ status: 410, tombstone: { kind: 'review' } });
    await bringBack(review);
    expect((await get(`/api/v1${recommendation}`)).status).toBe(200);
    expect((await get(point)).status).toBe(200);
  });

  it('says nothing that could identify where the reason is that someone could be identified', async () => {
    await take(review, 'identifies-someone');
    for (const path of [review, `/api/v1${review}`, recommendation]) {
      const { status, text } = await page(path);
      expect(status).toBe(410);
      expect(text).not.toMatch(/zeta/i);
    }
    const stored = await library.source.query<object[]>(
      `select label from tombstone where restored_at is null and address = $1`,
      [review],
    );
    expect(stored).toEqual([{ label: null }]);
    expect((await take(review, 'legal')).outcome).toBe('reason changed');
    expect((await page(review)).text).not.toMatch(/zeta/i);
    await bringBack(review);
  });

  it('takes one learning point from its review, and leaves the addresses of the others', async () => {
    const points = async (): Promise<string[]> =>
      ((await get(`/api/v1${review}`)).body as { learning: { anchor: string }[] }).learning.map(
        ({ anchor }) => anchor,
      );
    expect(await points()).toEqual(['quillwort-harm', 'quillwort-harm-2']);
    await take(`${review}#quillwort-harm`, 'factual-error');
    expect(await points()).toEqual(['quillwort-harm-2']);
    expect((await get('/api/v1/themes/quillwort-harm')).body).toMatchObject({
      counts: { learningPoints: 1 },
    });
    await bringBack(`${review}#quillwort-harm`);
    expect(await points()).toEqual(['quillwort-harm', 'quillwort-harm-2']);
  });

  it('takes a learning point by its address in the API, and says there that it is gone', async () => {
    const { learning } = (await get(`/api/v1${review}`)).body as {
      learning: { id: string; apiUrl: string }[];
    };
    const { id, apiUrl } = learning[1]!;
    const point = `/api/v1/learning/${id}`;
    expect((await get(point)).body).toMatchObject({ apiUrl, statement: 'Second statement.' });
    expect(await take(apiUrl, 'factual-error')).toMatchObject({ outcome: 'withdrawn' });
    expect((await get(point)).body).toMatchObject({
      ...{ status: 410, tombstone: { kind: 'learning-point', reason: 'factual-error' } },
      detail: expect.stringMatching(/^This learning point was withdrawn/) as unknown,
    });
    expect((await get(`/api/v1/learning?review=${review.replace('/reviews/', '')}`)).body).toMatchObject({
      ...{ total: 1, items: [{ statement: 'First pointword.' }] },
    });
    expect(await take(`${review}#quillwort-harm-2`, 'factual-error')).toMatchObject({
      outcome: 'was withdrawn already',
    });
    expect(await bringBack(apiUrl)).toMatchObject({ outcome: 'restored', isPublic: true });
    expect((await get(point)).status).toBe(200);
  });

  it('takes a theme out of the records that carry it, with the points that are about it', async () => {
    await take('/themes/quillwort-harm', 'superseded');
    await library.settled();
    for (const path of [
      `/api/v1${review}`,
      '/api/v1/themes',
      '/api/v1/search?q=zetaword',
      '/api/v1/suggest?q=quill',
    ])
      expect((await get(path)).text).not.toMatch(/quillwort/i);
    for (const path of ['/learning', '/statistics'])
      expect((await get(`/api/v1/themes/quillwort-harm${path}`)).status).toBe(410);
    expect((await page('/themes/quillwort-harm/seen-again')).status).toBe(410);
    expect((await get('/api/v1/reviews?theme=quillwort-harm')).body).toMatchObject({ total: 0 });
    await bringBack('/themes/quillwort-harm');
    await library.settled();
  });

  it('keeps a partnership as long as anything that it published can be seen, and names that', async () => {
    const address = '/partnerships/marfield-safeguarding-children-partnership';
    await expect(take(address, 'other')).rejects.toThrow(/Withdraw first:\n.*larkword/);
    expect(await take('/api/v1/partnerships/lonely-board', 'other')).toMatchObject({ outcome: 'withdrawn' });
    expect((await get('/api/v1/partnerships')).text).not.toContain('Lonely');
    expect((await get('/api/v1/partnerships/lonely-board')).status).toBe(410);
    await bringBack('/partnerships/lonely-board');
    expect((await get('/api/v1/partnerships/lonely-board')).status).toBe(200);
  });

  it('is not undone by an import of the same bundle, nor of a changed one', async () => {
    const all = [review, recommendation, '/themes/quillwort-harm', '/briefings/briefing-on-larkword'];
    for (const address of all.toReversed()) await take(address, 'legal');
    await library.add(BUNDLE);
    await library.add(BUNDLE.map((record) => ({ ...record, sources: [{ title: 'A newer bundle' }] })));
    for (const address of all) expect((await get(`/api/v1${address}`)).status).toBe(410);
    expect(await found('zetaword')).toBe(0);
    for (const address of all) await bringBack(address);
    for (const address of all) expect((await get(`/api/v1${address}`)).status).toBe(200);
    await library.settled();
  });

  it('lets what was restored wait for what it hangs on', async () => {
    await take(recommendation, 'other');
    await take(review, 'other');
    expect(await bringBack(recommendation)).toMatchObject({ outcome: 'restored', isPublic: false });
    expect((await get(`/api/v1${recommendation}`)).status).toBe(410);
    await bringBack(review);
    expect((await get(`/api/v1${recommendation}`)).status).toBe(200);
  });

  it.each([
    ['/reviews/no-such-review', 'There is no review at /reviews/no-such-review.'],
    ['/recommendations/7', 'There is no recommendation at /recommendations/7.'],
    ['/about', 'is not the address of a record'],
    ['/reviews/%00', 'is not the address of a record'],
    ['http://[', 'is not the address of a record'],
  ])('says what is wrong with %j', async (address, message) => {
    await expect(take(address, 'other')).rejects.toThrow(message);
    await expect(bringBack(address)).rejects.toThrow(message);
  });

  it('refuses a draft, which being restored would publish', async () => {
    await library.source.query(`update review set state = 'draft' where label = 'Child Zeta'`);
    await expect(take(review, 'other')).rejects.toThrow('is a draft');
    await library.source.query(`update review set state = 'published' where label = 'Child Zeta'`);
  });

  it('leaves nothing half done when it is cut off', async () => {
    await library.owner.query(`create function refuse() returns trigger language plpgsql as
      $$ begin raise exception 'cut off'; end $$`);
    await library.owner.query(`create trigger refuse before insert on tombstone execute function refuse()`);
    await expect(take(review, 'other')).rejects.toThrow('cut off');
    await library.owner.query(`drop function refuse cascade`);
    expect((await get(`/api/v1${review}`)).status).toBe(200);
  });

  it('takes any of its reasons', async () => {
    for (const reason of WITHDRAWAL_REASONS) {
      await take('/briefings/briefing-on-larkword', reason);
      expect((await get('/api/v1/briefings/briefing-on-larkword')).body).toMatchObject({
        tombstone: { reason },
      });
    }
    await bringBack('/briefings/briefing-on-larkword');
  });
});
