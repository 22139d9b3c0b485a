import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Problem } from '../../src/platform/http/errors/problem.model.js';
import type { RecommendationDetail } from '../../src/recommendations/recommendation.model.js';
import { contentRevision } from '../../src/publishing/content-revision.js';
import { restore, withdraw } from '../../src/publishing/withdraw.js';
import { WITHDRAWABLE_NOUNS } from '../../src/withdrawable.js';
import { publicAddresses } from '../support/public-routes.js';
import { signedIn, tokenIn, type Visitor } from '../support/visitor.js';
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
    const cleared = [{ kind: 'protected-term', reason: 'A street of that name.' }];
    expect((await approve(approver, { cleared })).status).toBe(201);
    // What was cleared is one word; that a longer name begins there is new.
    await write('Zebulon Wade has a plan.', { cleared });
    await lead.post(terms, { term: 'Zebulon Wade' });
    expect((await approve()).body).toMatchObject({ code: 'identifies', hits: [{ start: 0, length: 12 }] });
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

  it('is withdrawn and redacted also while its review is not public, and does not come again with it', async () => {
    await fennmere.library.add([
      {
        ...{ kind: 'review', publisher: 'Fennmere Safeguarding Children Partnership', label: 'Child T' },
        ...{ title: 'Child T', type: 'lcspr', about: 'children', publishedOn: '2024-03' },
      },
    ]);
    const [review] = await fennmere.library.source.query<[{ slug: string }]>(
      `select slug from review where label = 'Child T'`,
    );
    const at = `/reviews/${review.slug}/progress-report`;
    const stowe = await fennmere.library.source.query<[{ id: string }]>(
      `select id from partnership where name = 'Stowe Safeguarding Partnership'`,
    );
    const other = await fennmere.program('approver', undefined, stowe[0].id);
    const words = { title: 'Progress on Child T', introduction: 'Words that must go.' };
    const written = async (): Promise<number> =>
      (
        await fennmere.library.source.query<object[]>(
          `select 1 from audit_words where content like '%Words that must go%'`,
        )
      ).length;
    for (const [deed, by] of [
      ['withdrawal', approver],
      ['redaction', administrator],
    ] as const) {
      await lead.post(at, words);
      expect((await approver.post(`${at}/approve`)).status).toBe(200);
      await withdraw(fennmere.library.source, WITHDRAWABLE_NOUNS, `/reviews/${review.slug}`, 'other');
      expect((await lead.post(at, words)).status).toBe(404);
      for (const told of [await other.get(at), await other.post(`${at}/withdrawal`, { reason: 'Not ours.' })])
        expect([told.status, JSON.stringify(told.body)]).toEqual([
          404,
          expect.not.stringContaining('Child T'),
        ]);
      const { status, body } = await by.post<object>(`${at}/${deed}`, { reason: 'It names somebody.' });
      expect([status, body]).toEqual([200, expect.objectContaining({ releasedOn: null, isWaiting: false })]);
      await restore(fennmere.library.source, WITHDRAWABLE_NOUNS, `/reviews/${review.slug}`);
      expect((await fetch(`${fennmere.library.url}/reviews/${review.slug}`)).status).toBe(200);
      expect((await fetch(`${fennmere.library.url}/reviews/${review.slug}/progress`)).status).toBe(404);
    }
    expect(await written()).toBe(0);
  });
});

/** Stand for what must not be public; each place has its own, so that no place hides behind another. */
const MARKER = 'Quokkan';

/** Another review of Fennmere, on a theme, with two recommendations. */
const ADULT = {
  ...{ kind: 'review', publisher: 'Fennmere Safeguarding Children Partnership', label: 'Adult N' },
  ...{ title: 'Adult N', type: 'sar', about: 'adults', publishedOn: '2024-06' },
  recommendations: [
    {
      number: '1',
      text: 'Homes ask who visits.',
      addressees: ['Fennmere Council'],
      themes: ['Open front doors'],
    },
    {
      number: '2',
      text: 'Visits are written down.',
      addressees: ['Fennmere Council'],
      themes: ['Open front doors'],
    },
  ],
};

describe('what everybody reads', () => {
  let slug: string;
  let first: { id: string; url: string; path: string };
  let addresses: string[];

  /** All that anybody can ask for, and the answers that repeat a marker; what was asked for may be repeated. */
  const leaks = async (marker: string): Promise<string[]> => {
    const ask = async (address: string, question: string): Promise<string[]> => {
      const text = await textOf(address + question);
      const said = question ? text.replaceAll(new RegExp(`${marker}(?![a-z])`, 'g'), '') : text;
      return said.includes(marker) ? [address + question] : [];
    };
    const asked = addresses.flatMap((address) => [ask(address, ''), ask(address, `?q=${marker}`)]);
    return (await Promise.all(asked)).flat();
  };

  beforeAll(async () => {
    await fennmere.library.add([ADULT]);
    const { items } = JSON.parse(await textOf('/api/v1/recommendations?limit=100&year=2024')) as {
      items: RecommendationDetail[];
    };
    const [one] = items.filter(({ review, number }) => review.label === 'Adult N' && number === '1');
    slug = one!.review.slug;
    const followed = await lead.post('/items', {
      recommendation: one!.id,
      on: '2025-01-10',
      addressees: [police],
    });
    first = { id: followed.body.id, url: one!.url, path: `/items/${followed.body.id}` };
    await lead.post(`/reviews/${slug}/progress-report`, {
      ...{ title: 'Progress on Adult N', introduction: 'How far it is.' },
    });
    await approver.post(`/reviews/${slug}/progress-report/approve`);
    const { body } = await lead.post<{ url: string }>('/calendars', { agency: police });
    const theme = one!.themes[0]!.slug;
    addresses = publicAddresses(fennmere.library, {
      ...{ 'themes/:slug': [theme], 'reviews/:slug': [slug], 'recommendations/:id': [one!.id] },
      'recommendations/:review': [one!.url.replace('/recommendations/', '')],
      ...{
        'partnerships/:slug': [fennmere.partnership.slug],
        'feeds/all.:format': ['rss', 'atom', 'json'],
        'feeds/search.:format': ['rss'],
        'feeds/themes/:slug.:format': [`${theme}.atom`],
        'publishers/:slug': [`${fennmere.partnership.slug}.json`],
        'kinds/:kind': ['review.rss', 'recommendation.rss'],
        'embed/publishers/:slug': [fennmere.partnership.slug],
        'api/v1/embed/publishers/:slug': [fennmere.partnership.slug],
        'embed/search': ['/embed/search?q=adult&limit=10'],
        'api/v1/embed/search': ['/api/v1/embed/search?q=adult&limit=10'],
        oembed: [`/oembed?url=https://library.example/reviews/${slug}`],
        'briefings/:slug': ['none'],
        'resources/:slug': ['none'],
        'docs/:group': ['none'],
      },
      ...{
        'problems/:code': ['gone'],
        'link/:token': ['none'],
        'sign-in/link/:token': ['none'],
        'updates/:token': ['none'],
      },
      'export/:file': ['recommendation.jsonl', 'review.csv'],
      ...{ 'learning/:id': ['none'], 'agencies/:slug': one!.addressees.map((agency) => agency.slug) },
      'calendar/:token': [body.url.split('/').at(-1)!.replace('.ics', '')],
    });
  });

  it('is the released line alone, from its release to its withdrawal or redaction, on every page and in every answer', async () => {
    const internal = `${MARKER}inside`;
    const says = (what: string): string => `${internal} ${what}`;
    const action = await lead.post(`${first.path}/actions`, {
      ...{ text: says('action'), agency: police, due: { on: '2025-09-01' } },
      owner: { name: says('owner'), email: `${internal}@example.org` },
    });
    await lead.post(`/actions/${action.body.id}/updates`, {
      text: says('update'),
      evidence: says('evidence'),
    });
    await lead.upload(`/actions/${action.body.id}/evidence`, {
      name: `${internal}.txt`,
      bytes: Buffer.from('Seen.'),
    });
    await lead.post(`${first.path}/notes`, { text: says('note') });
    await lead.post(`${first.path}/responses`, {
      agency: police,
      response: 'not-accepted',
      reason: says('refusal'),
    });
    await lead.post(`${first.path}/impact`, {
      level: 'outcome',
      text: says('impact'),
      source: says('source'),
    });
    await lead.post(`${first.path}/judgements`, { to: 'open-unacceptable', reason: says('judgement') });
    await lead.post(`/reviews/${slug}/protected-terms`, { term: `${internal}place` });
    const [line, other] = [`${MARKER}one`, `${MARKER}two`];
    const withReason = { cleared: [{ kind: 'telephone', reason: says('cleared') }] };
    await write(`${line} Ring 01325 406252.`, withReason, first.id);
    expect(await leaks(MARKER)).toEqual([]);

    await approver.post(`${first.path}/public-line/approve`);
    await lead.post(`/reviews/${slug}/progress-report`, {
      title: says('title'),
      introduction: says('introduction'),
    });
    await write(other, {}, first.id);
    const shown = await leaks(line);
    for (const place of [
      ...[
        `/reviews/${slug}`,
        `/reviews/${slug}/progress`,
        first.url,
        '/recommendations',
        `/api/v1/reviews/${slug}`,
      ],
      ...['/themes/open-front-doors', '/api/v1/recommendations'],
    ])
      expect(shown).toContain(place);
    expect(
      [await leaks(internal), await leaks(other), await leaks('406252')].map((all) => all.length > 0),
    ).toEqual([...[false, false, true]]);
    const page = wordsOf(await textOf(first.url));
    expect(page).toMatch(
      /1 agency asked: 1 does not accept it\. Action: not started\. Judgement of the partnership: open – unacceptable\. Evidence of impact: outcome for people\./,
    );
    expect(wordsOf(await textOf(`/reviews/${slug}`))).toMatch(
      /Progress on Adult N .*Visits are written down\..* No published response\./,
    );
    expect(wordsOf(await textOf(`/reviews/${slug}/progress`))).toMatch(/Quokkanone.*No published response\./);

    await approver.post(`${first.path}/public-line/withdrawal`, { reason: says('withdrawal') });
    expect(await leaks(MARKER)).toEqual([]);
    const again = await write(`${line} anew`, {}, first.id);
    await approver.post(`${first.path}/public-line/approve`);
    expect((await leaks(line)).length).toBeGreaterThan(3);
    await administrator.post(`/entries/${again.body.entry!.id}/redaction`, { reason: says('redaction') });
    expect(await leaks(MARKER)).toEqual([]);
  });

  it('says once and quietly where nothing is published', async () => {
    const review = wordsOf(await textOf(`/reviews/${slug}`));
    expect(review.match(/No published response/g)).toHaveLength(1);
    expect(wordsOf(await textOf(first.url))).toMatch(/Response No published response/);
    expect(wordsOf(await textOf('/recommendations'))).not.toContain('No published response');
  });

  it('is nothing of a partnership that was withdrawn', async () => {
    await write('It was done.', {}, first.id);
    await approver.post(`${first.path}/public-line/approve`);
    const seen = async (): Promise<number[]> => {
      const { body } = {
        body: JSON.parse(await textOf(`/api/v1/reviews/${slug}`)) as {
          recommendations: { progress: object[] }[];
          progressReports: object[];
        },
      };
      return [body.recommendations[0]!.progress.length, body.progressReports.length];
    };
    expect(await seen()).toEqual([1, 1]);
    const away = `update partnership set withdrawn_at = $2 where id = $1`;
    await fennmere.library.source.query(away, [fennmere.partnership.id, new Date()]);
    expect(await seen()).toEqual([0, 0]);
    await fennmere.library.source.query(away, [fennmere.partnership.id, null]);
    expect(await seen()).toEqual([1, 1]);
  });
});

const wordsOf = (page: string): string => page.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

describe('the pages of the audit lead and the approver', () => {
  it('lead from the line to the public, with what the check finds marked and cleared on the way', async () => {
    const of = { partnershipId: fennmere.partnership.id, agencyId: null };
    const { visitor: writer, accountId } = await signedIn(fennmere.library, { role: 'audit-lead', ...of });
    const { visitor: reader } = await signedIn(fennmere.library, { role: 'approver', ...of });
    const second = await lead.post('/items', {
      recommendation: fennmere.recommendations[1],
      on: '2025-01-10',
    });
    const path = `/tracking/items/${second.body.id}`;
    const page = async (visitor: Visitor, address: string): Promise<string> =>
      await (await visitor.get(address)).text();
    const form = await page(writer, `${path}/public-line`);
    const text = 'Every referral says so. Ring 01325 406252.';
    const sent = { _csrf: tokenIn(form), text };
    const refused = await writer.post(`${path}/public-line`, sent);
    const marked = await refused.text();
    expect([refused.status, marked.includes('<mark>01325 406252')]).toEqual([422, true]);
    expect(marked).toContain('name="clear-telephone-29"');
    const saved = await writer.post(`${path}/public-line`, {
      ...sent,
      'clear-telephone-29': 'Our own line.',
    });
    expect([saved.status, saved.headers.get('location')]).toEqual([303, `${path}?done=written#public-line`]);
    expect(wordsOf(await page(writer, path))).toMatch(
      /Waiting for approval\..*Our own line\..*You wrote this line/,
    );
    expect(await page(writer, path)).not.toContain('public-line/approve');
    // Nor by a key that they made.
    const making = `update api_key set made_by = $1 where role = 'approver' and partnership_id = $2`;
    await fennmere.library.source.query(making, [accountId, of.partnershipId]);
    const byKey = await approver.post(`/items/${second.body.id}/public-line/approve`);
    expect([byKey.status, byKey.body.code]).toEqual([403, 'own-words']);
    // Nor one key of theirs what the other has written.
    const keysBy = `update api_key set made_by = $1 where role in ('audit-lead', 'approver') and partnership_id = $2`;
    await fennmere.library.source.query(keysBy, [accountId, of.partnershipId]);
    await lead.post(`/items/${second.body.id}/public-line`, { text: 'Every referral says so now.' });
    const byOther = await approver.post(`/items/${second.body.id}/public-line/approve`);
    expect([byOther.status, byOther.body.code]).toEqual([403, 'own-words']);
    await fennmere.library.source.query(keysBy, [null, of.partnershipId]);
    await writer.post(`${path}/public-line`, { ...sent, 'clear-telephone-29': 'Our own line.' });

    expect(wordsOf(await page(reader, '/tracking'))).toMatch(
      /Public lines waiting for approval \(\d+\).*Read and release/,
    );
    const waiting = await page(reader, path);
    const released = await reader.post(`${path}/public-line/approve`, { _csrf: tokenIn(waiting) });
    expect(released.headers.get('location')).toBe(`${path}?done=released#public-line`);
    expect((await publicly(1)).progress[0]!.publicLine).toBe(text);
    await lead.post(`/items/${second.body.id}/impact`, { level: 'activity', text: 'Seen.' });
    expect(wordsOf(await page(reader, path))).toMatch(/What is public is out of date\..*Release it again/);
    expect(wordsOf(await page(reader, '/tracking/public'))).toMatch(/Out of date \(1\)/);
    const ask = await page(reader, `${path}/public-line/withdrawal`);
    const without = await reader.post(`${path}/public-line/withdrawal`, { _csrf: tokenIn(ask), reason: '' });
    expect(without.status).toBe(400);
    await reader.post(`${path}/public-line/withdrawal`, { _csrf: tokenIn(ask), reason: 'Put badly.' });
    expect((await publicly(1)).progress).toEqual([]);

    const { review } = await publicly(1);
    const report = `/tracking/public/${review.slug}`;
    const words = {
      _csrf: tokenIn(await page(writer, report)),
      title: 'Progress',
      introduction: 'How far it is.',
    };
    const identifying = await writer.post(report, { ...words, title: 'Ring 01325 406252' });
    expect([identifying.status, (await identifying.text()).includes('name="clear-telephone-5"')]).toEqual([
      422,
      true,
    ]);
    expect((await writer.post(report, words)).status).toBe(303);
    const toRead = await page(reader, report);
    expect(wordsOf(toRead)).toMatch(/Waiting for approval.*Progress How far it is\..*Publish this report/);
    expect((await reader.post(`${report}/approve`, { _csrf: tokenIn(toRead) })).headers.get('location')).toBe(
      `${report}?done=released`,
    );
    expect(await textOf(`/reviews/${review.slug}/progress`)).toContain('How far it is.');
    const leave = { _csrf: tokenIn(await page(reader, `${report}/withdrawal`)), reason: 'Too early.' };
    expect((await reader.post(`${report}/withdrawal`, leave)).status).toBe(303);
    expect((await fetch(`${fennmere.library.url}/reviews/${review.slug}/progress`)).status).toBe(404);

    const list = await page(writer, `${report}/protected`);
    expect((await writer.post(`${report}/protected`, { _csrf: tokenIn(list), term: ' ' })).status).toBe(400);
    await writer.post(`${report}/protected`, { _csrf: tokenIn(list), term: 'Fen Lodge' });
    const kept = await page(writer, `${report}/protected`);
    const [, removal] = /Fen Lodge[^]*?action="([^"]*\/removal)"/.exec(kept)!;
    await writer.post(removal!, { _csrf: tokenIn(kept) });
    expect(await page(writer, `${report}/protected`)).not.toContain('Fen Lodge');
    expect((await reader.get(`${report}/protected`)).status).toBe(403);
    const { visitor: editor } = await signedIn(fennmere.library, { role: 'editor', ...of });
    expect((await editor.get(`${report}/protected`)).status).toBe(200);
    expect((await editor.get(report)).status).toBe(403);
  });
});
