import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { importBundles } from '../../src/imports/import.service.js';
import { summary } from '../../src/imports/summary.js';
import { withdraw } from '../../src/publishing/withdraw.js';
import { WITHDRAWABLE_NOUNS } from '../../src/withdrawable.js';
import { bundleFile } from '../support/bundles.js';
import { signedIn } from '../support/visitor.js';
import { startFollowing, type FollowingLibrary } from './library.js';

const FIRST = 'Assessments say what a day is like for the child.';
const REWORDED = 'Assessments and reviews say what a day is like for the child.';
const SECOND = 'Referrals say who lives in the home.';
const THIRD = 'Practitioners meet every adult who cares for a child.';

let fennmere: FollowingLibrary;
/** Ids of items, by the words that they followed. */
const items: Record<string, string> = {};

/** Fictional. */
const renewed = (recommendations: object[]): object => ({
  ...{ kind: 'review', publisher: 'Fennmere Safeguarding Children Partnership', label: 'Child R7' },
  ...{ title: 'Child R7', type: 'lcspr', about: 'children', publishedOn: '2024-01', recommendations },
});

const STOWE = {
  ...{ kind: 'review', publisher: 'Stowe Safeguarding Partnership', label: 'Adult S', type: 'sar' },
  recommendations: [
    { number: '1', text: 'Ring back.', addressees: ['Stowe Council', 'Stowe Education', 'Stowe Homes'] },
  ],
};
const MERGING = [
  {
    ...{ kind: 'agency', name: 'Fennmere Together', otherNames: ['Fennmere Police', 'Fennmere Council'] },
    partnership: 'Fennmere Safeguarding Children Partnership',
  },
  {
    ...{
      kind: 'agency',
      name: 'Stowe Borough',
      otherNames: ['Stowe Council', 'Stowe Education', 'Stowe Homes'],
    },
    partnership: 'Stowe Safeguarding Partnership',
  },
];

beforeAll(async () => {
  fennmere = await startFollowing();
  for (const [place, text] of [FIRST, SECOND, THIRD].entries()) {
    const wish = { recommendation: fennmere.recommendations[place], on: '2024-01-31' };
    items[text] = (await fennmere.lead.post('/items', wish)).body.id;
  }
});
afterAll(() => fennmere?.library.close());

const recommendationOf = async (text: string, query = ''): Promise<object | null> =>
  (await fennmere.lead.get(`/items/${items[text]}${query}`)).body.recommendation;

const took = async (recommendations: object[]): Promise<string> => {
  const bundle = await bundleFile([renewed(recommendations)]);
  return summary(await importBundles(fennmere.library.source, [bundle]));
};

describe('an agency that an import finds to be another one', () => {
  it('passes on what is open and the rights of whoever acts for it, and keeps its name for what is over', async () => {
    const { lead, library, partnership } = fennmere;
    const { source, owner } = library;
    const idOf = async (name: string): Promise<string | undefined> =>
      (await source.query<{ id: string }[]>('select id from agency_name where name = $1', [name]))[0]?.id;
    const [police, council] = [(await idOf('Fennmere Police'))!, (await idOf('Fennmere Council'))!];
    await library.add([STOWE]);
    const [stowe, alone] = [(await idOf('Stowe Council'))!, (await idOf('Stowe Education'))!];
    const [elsewhere] = await source.query<{ id: string }[]>(
      `select partnership_id as id from agency where id = $1`,
      [alone],
    );
    // One after the other: actions are shown in the order in which they were agreed.
    const acts: string[] = [];
    for (const text of ['Write to schools.', 'Ask the families.']) {
      const { body } = await lead.post(`/items/${items[SECOND]}/actions`, { text, agency: council });
      acts.push(body.actions?.at(-1)?.id ?? body.id);
    }
    await lead.post(`/actions/${acts[0]}/delivery`, { to: 'completed', on: '2024-02-01' });
    const { visitor } = await signedIn(library, {
      ...{ role: 'agency-lead', partnershipId: partnership.id, agencyId: council },
    });
    const key = await fennmere.program('agency-lead', council);
    const other = await fennmere.program('agency-lead', alone, elsewhere!.id);
    const homes = (await idOf('Stowe Homes'))!;
    const [{ slug }] = await source.query<[{ slug: string }]>('select slug from public_review limit 1');
    const used = { kind: 'review', slug, on: '2024-02-01', people: 3, agency: homes };
    await (await fennmere.program('audit-lead', undefined, elsewhere!.id)).post('/uses', used);
    await owner.query(
      `with provider as (insert into identity_provider (slug, name, issuer, client_id, client_secret)
         values ('merging', 'Merging', 'https://login.example', 'client', '\\x00') returning id)
       insert into provider_role (provider_id, claim, role, partnership_id, agency_id)
       select id, 'Lead', 'agency-lead', $1, $2 from provider`,
      [partnership.id, council],
    );
    await library.add(MERGING);
    // What is followed, or was used, is told of under the old name.
    expect([await idOf('Fennmere Council'), await idOf('Stowe Homes')]).toEqual([council, homes]);
    expect(await idOf('Stowe Education')).toBeUndefined();
    const item = (await lead.get(`/items/${items[SECOND]}`)).body;
    const led = item.actions.map(({ id, agency }) => [id, agency?.name]);
    expect(led).toEqual([
      [acts[0], 'Fennmere Council'],
      [acts[1], 'Fennmere Together'],
    ]);
    expect(item.responses.each.map(({ agency }) => agency.id)).toEqual([police]);
    expect((await key.get(`/items/${items[SECOND]}`)).status).toBe(200);
    expect((await visitor.get(`/tracking/items/${items[SECOND]}`)).status).toBe(200);
    expect((await other.get('/items')).status).toBe(200);
    const acting = await source.query<{ agency: string }[]>(
      `select agency_id as agency from role_holding where agency_id is not null union all
       select agency_id from provider_role where agency_id is not null union all
       select agency_id from api_key where agency_id is not null order by 1`,
    );
    expect(acting.map(({ agency }) => agency).toSorted()).toEqual([police, police, police, stowe].toSorted());
    const logged = await source.query<{ action: string }[]>(
      `select action from audit_entry where action like '%.passed-on' or action like '%-passed-on'
         or action = 'tracking.agency-succeeded' order by action`,
    );
    expect(logged.map(({ action }) => action)).toEqual([
      ...['key.passed-on', 'key.passed-on', 'provider.rule-passed-on', 'role.passed-on'],
      ...['tracking.agency-succeeded', 'tracking.agency-succeeded'],
    ]);
    // Once more, and nothing becomes of it.
    await library.add(MERGING);
    expect((await lead.get(`/items/${items[SECOND]}`)).body.version).toBe(item.version);
  });
});

describe('an import', () => {
  it('says what became of what is followed, and takes none of it away', async () => {
    const told = await took([
      { number: '1', text: REWORDED },
      { number: '7', text: SECOND },
      { number: '3', text: 'Foster carers are paid for the weeks between two placements.' },
    ]);
    expect(told).toContain('1 recommendation that is followed was reworded: its item keeps both wordings.');
    expect(told).toContain('1 recommendation that is followed has another number.');
    expect(told).toContain('1 recommendation that is followed is no longer in its source: its item stays.');
    const [first, second, third] = fennmere.recommendations;
    expect(await recommendationOf(FIRST)).toEqual({
      ...{ id: first, number: '1', text: REWORDED, version: 2, hasLeftSource: false },
    });
    expect(await recommendationOf(SECOND)).toMatchObject({ id: second, number: '7', text: SECOND });
    // Its number is another one's now; it is still itself.
    expect(await recommendationOf(THIRD)).toEqual({
      ...{ id: third, number: '3', text: THIRD, version: 1, hasLeftSource: true },
    });
  });

  it('says nothing of it where it changes nothing', async () => {
    const told = await took([
      { number: '1', text: REWORDED },
      { number: '7', text: SECOND },
      { number: '3', text: 'Foster carers are paid for the weeks between two placements.' },
    ]);
    expect(told).not.toContain('followed');
  });

  it('leaves every wording readable as of its day, also once the review is withdrawn', async () => {
    const { source } = fennmere.library;
    // The wordings are those of other days.
    await fennmere.library.owner.query(
      `update recommendation_version set since = '2024-03-01' where recommendation_id = $1`,
      [fennmere.recommendations[0]],
    );
    const [{ path }] = await source.query<[{ path: string }]>(
      `select '/reviews/' || slug as path from review where label = 'Child R7'`,
    );
    await withdraw(source, WITHDRAWABLE_NOUNS, path, 'other');
    expect(await recommendationOf(FIRST)).toMatchObject({ text: REWORDED, version: 2 });
    expect(await recommendationOf(FIRST, '?asOf=2024-06-01&view=known')).toMatchObject({
      ...{ id: fennmere.recommendations[0], text: FIRST, version: 1 },
    });
    expect(await recommendationOf(THIRD)).toMatchObject({ text: THIRD });
    expect((await fennmere.lead.get(`/items/${items[FIRST]}`)).body.review).toBeNull();
  });
});
