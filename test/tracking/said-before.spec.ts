import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withdraw } from '../../src/publishing/withdraw.js';
import { viewEnvironment } from '../../src/site/views.js';
import { WITHDRAWABLE_NOUNS } from '../../src/withdrawable.js';
import type { SaidBeforeAnswer } from '../../src/tracking/said-before.model.js';
import { signedIn } from '../support/visitor.js';
import { startFollowing, type FollowingLibrary, type Program } from './library.js';
import { type HistoryAnswer } from '../../src/tracking/history.model.js';

let fennmere: FollowingLibrary;
let lead: Program;
/** Ids of recommendations, by their words. */
let ids: Map<string, string>;

const LATE = 'Before a baby is born, draw up a plan with every agency for a parent who misuses alcohol.';
const EARLY = 'Agencies draw up a plan before the birth where a parent misuses alcohol.';
const SAME_DAY = 'Draw up a plan with every agency before a baby is born to a parent who misuses alcohol.';
const OTHER_THEME = 'Draw up a plan for the winter with every agency before the heating fails.';
const UNDATED = 'Draw up a plan before a baby is born to a parent who misuses alcohol, with agencies.';
const FAR = 'Keep one register of licences.';

/** Fictional. */
const review = (label: string, publishedOn: string | null, text: string, theme: string): object => ({
  ...{ kind: 'review', publisher: 'Stowe Safeguarding Partnership', label, title: label },
  ...{ type: 'lcspr', about: 'children', publishedOn },
  recommendations: [{ number: '1', text, themes: [theme] }],
});

beforeAll(async () => {
  fennmere = await startFollowing({ CLOCK_STARTS_AT: '2025-01-06T09:00:00Z' });
  ({ lead } = fennmere);
  await fennmere.library.add([
    review('Child L', '2024-05', LATE, 'Parental substance misuse'),
    review('Child E', '2019', EARLY, 'Parental substance misuse'),
    review('Child S', '2024-05-20', SAME_DAY, 'Parental substance misuse'),
    review('Child O', '2018', OTHER_THEME, 'Winter'),
    review('Child U', null, UNDATED, 'Parental substance misuse'),
    review('Child F', '2017', FAR, 'Parental substance misuse'),
  ]);
  const rows = await fennmere.library.source.query<{ id: string; text: string }[]>(
    'select id, text from recommendation',
  );
  ids = new Map(rows.map(({ id, text }) => [text, id]));
});
afterAll(() => fennmere?.library.close());

const follow = async (text: string): Promise<string> =>
  (await lead.post('/items', { recommendation: ids.get(text) })).body.id;
const earlierOf = async (item: string, query = ''): Promise<SaidBeforeAnswer> =>
  (await lead.get<SaidBeforeAnswer>(`/items/${item}/earlier${query}`)).body;

describe('what was said before', () => {
  let item: string;

  it('is suggested by a theme and similar words, where the dates say that it was before', async () => {
    item = await follow(LATE);
    const { times, suggested, confirmed } = await earlierOf(item);
    expect(suggested.map(({ text }) => text)).toEqual([EARLY]);
    expect(suggested[0]).toMatchObject({
      ...{ decision: null, followed: null, review: { label: 'Child E' } },
      sharedThemes: [{ label: 'Parental substance misuse' }],
    });
    expect([times, confirmed]).toEqual([1, []]);
  });

  it('is confirmed by the audit lead, with what came of it here, and nowhere else', async () => {
    const [stowe] = await fennmere.library.source.query<{ id: string }[]>(
      `select id from partnership where name = 'Stowe Safeguarding Partnership'`,
    );
    const elsewhere = await fennmere.program('audit-lead', undefined, stowe!.id);
    await elsewhere.post('/items', { recommendation: ids.get(EARLY) });
    const wish = { recommendation: ids.get(EARLY), decision: 'confirmed', reason: 'The same plan.' };
    const at = `/items/${item}/earlier`;
    const told = await lead.post<SaidBeforeAnswer>(at, wish);
    expect(told).toMatchObject({ status: 201, body: { times: 2, suggested: [] } });
    expect(told.body.confirmed).toMatchObject([
      { text: EARLY, decision: 'confirmed', reason: 'The same plan.', on: '2025-01-06', followed: null },
    ]);
    const own = await follow(EARLY);
    await lead.post(`/items/${own}/judgements`, {
      ...{ to: 'closed-no-longer-applicable', reason: 'It was.', noRecheckReason: 'Over.', noEvidence: true },
    });
    expect((await earlierOf(item)).confirmed[0]!.followed).toEqual({
      ...{ id: own, ref: '2', delivery: 'none', judgement: 'closed-no-longer-applicable', impact: 'none' },
      word: 'Closed – no longer applicable',
    });
    expect((await earlierOf(item, '?asOf=2025-01-05')).times).toBeUndefined();
    const agency = await fennmere.program('agency-lead', await fennmere.agency('Marsh Police'));
    expect((await agency.get(at)).status).toBe(404);
    expect((await (await fennmere.program('approver')).post(at, wish)).status).toBe(403);
    expect((await elsewhere.get(at)).status).toBe(404);
  });

  it('is counted on the page of its theme, for the partnership alone', async () => {
    const { library, partnership } = fennmere;
    const grant = { role: 'audit-lead', partnershipId: partnership.id, agencyId: null } as const;
    const { visitor } = await signedIn(library, grant);
    const path = '/themes/parental-substance-misuse';
    const said = '1 recommendation that you follow on this theme repeats 1 earlier one';
    expect(await (await visitor.get(path)).text()).toContain(said);
    expect(await (await fetch(library.url + path)).text()).not.toMatch(/repeats|\/tracking/);
  });

  it('may be what nobody suggested, but not what is later or unknown', async () => {
    const at = `/items/${item}/earlier`;
    const decide = async (text: string): Promise<number> =>
      (await lead.post(at, { recommendation: ids.get(text) ?? text, decision: 'confirmed' })).status;
    expect(await decide(UNDATED)).toBe(201);
    expect(await decide(LATE)).toBe(400);
    expect(await decide(fennmere.partnership.id)).toBe(400);
    const early = (await lead.get<{ items: { id: string }[] }>('/items')).body.items[1]!.id;
    const later = { recommendation: ids.get(LATE), decision: 'confirmed' };
    expect((await lead.post(`/items/${early}/earlier`, later)).status).toBe(400);
  });

  it('is decided anew or corrected, and its history stays', async () => {
    const at = `/items/${item}/earlier`;
    await lead.post(at, { recommendation: ids.get(UNDATED), decision: 'dismissed', reason: 'It is not.' });
    const { confirmed, dismissed } = await earlierOf(item);
    expect([confirmed, dismissed].map((list) => list.map(({ text }) => text))).toEqual([[EARLY], [UNDATED]]);
    const { items } = (await lead.get<HistoryAnswer>(`/items/${item}/history`)).body;
    const entries = items.filter(({ deed }) => deed === 'earlier');
    expect(entries.map(({ from, to }) => [from, (to as { decision: string }).decision])).toEqual([
      [null, 'confirmed'],
      [null, 'confirmed'],
      ['confirmed', 'dismissed'],
    ]);
    await lead.post(`/entries/${entries[2]!.id}/correction`, { reason: 'A slip.' });
    expect((await earlierOf(item)).confirmed).toHaveLength(2);
  });

  it('says nothing any more of what was withdrawn, unless it is followed here', async () => {
    const { source } = fennmere.library;
    const reviews = await source.query<{ path: string }[]>(
      `select '/reviews/' || slug as path from review where label in ('Child U', 'Child E')`,
    );
    for (const { path } of reviews) await withdraw(source, WITHDRAWABLE_NOUNS, path, 'other');
    const { confirmed } = await earlierOf(item);
    expect(new Set(confirmed.map(({ text }) => text))).toEqual(new Set([EARLY, null]));
  });

  it('is drawn with the buttons of whoever may decide', async () => {
    const saidBefore = await earlierOf(item);
    const formToken = (): string => 'token';
    const draw = (mayDecide: boolean): string =>
      viewEnvironment().render('tracking/said-before.njk', {
        saidBefore,
        item: { id: item },
        mayDecide,
        formToken,
      });
    expect(draw(true)).toContain(`action="/tracking/items/${item}/earlier"`);
    expect(draw(true)).toContain('This has been recommended 3 times, this time included.');
    expect(draw(false)).not.toContain('<form');
  });
});
