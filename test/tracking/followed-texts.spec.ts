import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { importBundles } from '../../src/imports/import.service.js';
import { summary } from '../../src/imports/summary.js';
import { withdraw } from '../../src/publishing/withdraw.js';
import { WITHDRAWABLE_NOUNS } from '../../src/withdrawable.js';
import { bundleFile } from '../support/bundles.js';
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
