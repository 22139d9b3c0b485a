import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { startLibrary, testMeili, type TestLibrary } from '../support/app.js';
import { DESKTOP, fits, PHONE, startBrowser } from '../support/browser.js';
import {
  canGoTo,
  everyEntrySays,
  findsFirst,
  findsFirstOneOf,
  findsWithin,
  follows,
  isOn,
  looksFor,
  narrows,
  opens,
  prints,
  reads,
  searches,
  sees,
  seesInOrder,
  seesNo,
  type Step,
} from '../support/steps.js';

/** What somebody comes for, on which device, and how it goes. What is expected stands in the records of `fixtures/`. */
interface Task {
  who: 'health visitor' | 'manager' | 'audit lead' | 'web manager';
  wants: string;
  on: 'phone' | 'phone without JavaScript' | 'desk';
  steps: Step[];
}

const ORIGIN = 'https://library.example';
const CHILD_J = '/reviews/darlington-child-j-2025';
const NUMBERS = ['01325 406252', '01325 406222', '01325 406111', '999'];
/** The reviews with learning about men whom nobody had looked into. */
const UNSEEN_MEN = [
  'Child BS',
  'Child J',
  'Child Jody',
  'Child Q',
  'BDS12',
  'Child M (S25)',
  'BSCP2020-21-01',
];
/** And about babies’ sleep. */
const SAFER_SLEEP = [
  'Out of routine',
  'Child LR',
  'Baby J',
  'Serious case reviews of sudden unexpected death',
];
/** A library of more than a hundred publishers. */
const EVERYTHING = '/search?about=children&about=adults';

const TASKS: Task[] = [
  {
    ...{ who: 'health visitor', wants: 'what is known about a boyfriend nobody has met', on: 'phone' },
    steps: [
      searches("mum's new boyfriend nobody has met"),
      findsFirstOneOf(...UNSEEN_MEN),
      follows('Unseen adults and caregivers'),
      isOn('Unseen adults and caregivers'),
      seesInOrder('Written for this library.', 'Look for', 'Ask them', 'Do'),
    ],
  },
  {
    ...{ who: 'health visitor', wants: 'the same without JavaScript', on: 'phone without JavaScript' },
    steps: [
      searches("mum's depression and a new boyfriend"),
      findsWithin(5, 'Child J'),
      follows(/^Child J/),
      isOn('Child J: local child safeguarding practice review'),
      sees('Men had links with the household', ...NUMBERS),
    ],
  },
  {
    ...{ who: 'health visitor', wants: 'one sheet for the team meeting', on: 'desk' },
    steps: ['parental-mental-health', 'domestic-abuse', 'online-harm-and-abuse', 'safer-sleep'].flatMap(
      (theme) => [
        opens(`/themes/${theme}`),
        seesNo('Three questions for the team'),
        prints(1, 'Three questions for the team', '01325 406252'),
      ],
    ),
  },
  {
    ...{ who: 'health visitor', wants: 'what reviews said about babies on sofas', on: 'phone' },
    steps: [
      searches('sleeping with baby on the sofa'),
      findsWithin(4, ...SAFER_SLEEP),
      follows('Safer sleep'),
      isOn('Safer sleep'),
    ],
  },
  {
    ...{ who: 'health visitor', wants: 'help with a child who carries a knife', on: 'phone' },
    steps: [
      searches('11 year old carrying a knife'),
      findsFirst('Serious Youth Violence: Breaking the Cycle'),
      follows('Serious youth violence'),
      isOn('Serious youth violence'),
    ],
  },
  {
    ...{
      who: 'health visitor',
      wants: 'the reviews that speak of knives before those that only say “carry” or “year”',
      on: 'desk',
    },
    steps: [
      searches('11 year old carrying a knife'),
      findsWithin(4, 'Serious Youth Violence', 'Child Y', 'Child V'),
    ],
  },
  {
    ...{ who: 'health visitor', wants: 'to be understood when she mistypes', on: 'phone' },
    steps: [
      searches('neglct'),
      sees('results for “neglect”', 'because nothing in this library says “neglct”.'),
      seesNo('Did you mean'),
      follows('Neglect of children'),
      isOn('Neglect of children'),
    ],
  },
  {
    ...{ who: 'health visitor', wants: 'to know that a baby’s missed appointments matter', on: 'phone' },
    steps: [
      searches('was not brought to appointments'),
      findsWithin(
        6,
        'Common factors in serious case reviews',
        'Child T',
        'Child BR',
        'Charlie and Charlotte',
        'LN15',
      ),
    ],
  },
  {
    ...{ who: 'health visitor', wants: 'what to do where no review has been', on: 'phone' },
    steps: [
      searches('FGM'),
      isOn('No review in this library is about FGM yet'),
      seesInOrder(
        'Female genital mutilation',
        'In an emergency',
        'Written for this library.',
        'Look for',
        'Ask them',
        'near this',
      ),
    ],
  },
  {
    ...{ who: 'health visitor', wants: 'one review, by its name', on: 'phone' },
    steps: [
      searches("what's in Child J"),
      seesInOrder(
        'The review with this name',
        'Child J: local child',
        'Other results with these words',
        'Baby J',
      ),
      follows('Child J: local child safeguarding practice review'),
      canGoTo(/^https:\/\/www\.darlington-safeguarding-partnership\.co\.uk\/.*\.pdf$/),
    ],
  },
  {
    ...{ who: 'health visitor', wants: 'to quote a review in supervision, and pass it on', on: 'desk' },
    steps: [
      opens(CHILD_J),
      sees(
        'Quote this review',
        'Darlington Safeguarding Partnership (no date), Child J',
        `${ORIGIN}${CHILD_J}`,
        'Copy reference',
      ),
      canGoTo(new RegExp(`^mailto:\\?subject=.*Child J.*${ORIGIN}${CHILD_J}$`, 's')),
    ],
  },
  {
    ...{
      who: 'health visitor',
      wants: 'only what was learned, not what was recommended',
      on: 'phone without JavaScript',
    },
    steps: [
      searches('exploitation'),
      narrows('kind', 'learning-point'),
      everyEntrySays('Learning point'),
      follows(/Learning points/),
      seesNo('(1 on)'),
    ],
  },
  {
    ...{ who: 'manager', wants: 'what reviews of adults said about hoarding', on: 'desk' },
    steps: [
      searches('hoarding'),
      findsFirst('Elizabeth', 'Adult P', 'Adult D', 'Robin and six other adults'),
      narrows('year', '2024'),
      everyEntrySays('2024'),
    ],
  },
  {
    ...{
      who: 'manager',
      wants: 'her own board’s reviews out of more than a hundred publishers',
      on: 'phone without JavaScript',
    },
    steps: [
      opens(EVERYTHING),
      looksFor('publisherNamed', 'norfolk adults'),
      sees('Only those with “norfolk adults” in their name are listed.'),
      narrows('publisher', 'Norfolk Safeguarding Adults Board'),
      everyEntrySays('Norfolk Safeguarding Adults Board'),
      sees('5 results'),
    ],
  },
  {
    ...{ who: 'manager', wants: 'safeguarding adults reviews about pressure sores', on: 'desk' },
    steps: [
      searches('pressure sores in a care home'),
      findsFirst('Mr R'),
      narrows('type', 'sar'),
      everyEntrySays('Safeguarding adults review'),
    ],
  },
  {
    ...{ who: 'manager', wants: 'the adults’ reviews of a year, board by board', on: 'desk' },
    steps: [
      opens('/reviews'),
      findsFirst('Our Bravery Brought Justice'),
      narrows('type', 'sar'),
      narrows('year', '2024'),
      follows('Publisher'),
      everyEntrySays('Safeguarding adults review'),
      everyEntrySays('2024'),
      seesInOrder(
        'Norfolk Safeguarding Adults Board ·',
        'Teeswide Safeguarding Adults Board ·',
        'West Sussex Safeguarding Adults Board ·',
      ),
    ],
  },
  {
    ...{ who: 'manager', wants: 'to see whether a theme comes up again', on: 'desk' },
    steps: [
      opens('/themes/self-neglect'),
      sees('Over the years', 'Show as a table', 'Found in the same reviews', 'Said before, seen again'),
      follows('Multi-agency working'),
      isOn('Multi-agency working'),
    ],
  },
  {
    ...{ who: 'manager', wants: 'a briefing to share', on: 'phone' },
    steps: [
      opens('/briefings'),
      follows('Unseen men: learning from case reviews'),
      sees('Thematic briefing · NSPCC · November 2022', 'Summarised from', 'not checked by its publisher'),
      canGoTo(/^https:\/\/learning\.nspcc\.org\.uk\/.*unseen-men$/),
    ],
  },
  {
    ...{ who: 'audit lead', wants: 'what has been recommended to the police', on: 'desk' },
    steps: [
      searches('domestic homicide'),
      narrows('agency', 'Police'),
      findsWithin(5, 'Domestic Homicides and Suspected Victim Suicides 2021-2022'),
    ],
  },
  {
    ...{
      who: 'audit lead',
      wants: 'one recommendation, whom it is for and which review made it',
      on: 'desk',
    },
    steps: [
      opens('/reviews?publisher=Home+Office&year=2025'),
      follows(/Sir David Amess/),
      follows('Recommendation 2'),
      sees('Consider minimum standards and best practice', 'Police', 'Quote this recommendation'),
      follows(/^Prevent learning review/),
      isOn('Prevent learning review: Sir David Amess attack'),
    ],
  },
  {
    ...{
      who: 'audit lead',
      wants: 'the recommendations to the police of a year, the oldest first',
      on: 'desk',
    },
    steps: [
      opens('/recommendations'),
      narrows('agency', 'Police'),
      narrows('year', '2025'),
      follows('Oldest review first'),
      sees('4 recommendations'),
      everyEntrySays('2025'),
      seesInOrder('Sort by', '12 February 2025', '16 June 2025'),
      seesInOrder('Recommendation 1 ·', 'Recommendation 2 ·'),
    ],
  },
  {
    ...{ who: 'audit lead', wants: 'the recommendations of 2025 to the police as data', on: 'desk' },
    steps: [
      reads('/api/v1/recommendations?agency=Police&year=2025', (text) => {
        const { total, items } = JSON.parse(text) as {
          total: number;
          items: { addressees: { name: string }[] }[];
        };
        expect(total).toBe(4);
        for (const { addressees } of items) expect(addressees.map(({ name }) => name)).toContain('Police');
      }),
    ],
  },
  {
    ...{
      who: 'web manager',
      wants: 'the library found by search engines, and its results left alone',
      on: 'desk',
    },
    steps: [
      reads('/robots.txt', (text) => expect(text).toMatch(/Disallow: \/search\n/)),
      reads('/sitemap.xml', (text) => {
        expect(text).toContain(`<loc>${ORIGIN}${CHILD_J}</loc>`);
        expect(text).not.toContain('/search');
      }),
      reads(CHILD_J, (text) => {
        expect(text).toContain('<meta property="og:title" content="Child J – Reviews">');
        expect(text).toContain(`<link rel="canonical" href="${ORIGIN}${CHILD_J}">`);
      }),
    ],
  },
  {
    ...{ who: 'web manager', wants: 'to build a search into the intranet', on: 'desk' },
    steps: [
      opens('/about'),
      follows('Read about the API'),
      sees('/api/v1/search'),
      follows('how to use it on your intranet'),
      isOn('About this library'),
      reads('/api/v1/search?q=FGM', (text) => {
        const { help } = JSON.parse(text) as {
          help: { notInReviews: { about: string; theme: { ask: string[] } } };
        };
        expect(help.notInReviews.about).toBe('FGM');
        expect(help.notInReviews.theme.ask.length).toBeGreaterThan(0);
      }),
    ],
  },
  {
    ...{
      who: 'web manager',
      wants: 'the statements that a public body must publish, and whom to tell',
      on: 'phone',
    },
    steps: [
      opens('/accessibility'),
      sees('Compliance status', 'partially compliant', 'Enforcement procedure'),
      follows('Contact'),
      sees('Do not write to the library: nobody here acts on concerns.', ...NUMBERS),
      opens('/privacy'),
      sees('no cookies, and nothing else on your device'),
    ],
  },
];

let library: TestLibrary;
let browser: Browser;

beforeAll(async () => {
  library = await startLibrary('catalogue', testMeili(), { PUBLIC_URL: ORIGIN });
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
  await library?.close();
});

async function walk({ on, steps }: Task): Promise<void> {
  const context = await browser.newContext({
    ...{ baseURL: library.url, locale: 'en-GB' },
    ...{ viewport: on === 'desk' ? DESKTOP : PHONE, javaScriptEnabled: on !== 'phone without JavaScript' },
  });
  try {
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    for (const step of steps) {
      await step(page);
      expect({ at: page.url(), fits: page.url() === 'about:blank' || (await fits(page)) }).toMatchObject({
        fits: true,
      });
    }
    expect(faults).toEqual([]);
  } finally {
    await context.close();
  }
}

describe('twenty-five tasks', () => {
  it.each(TASKS)('$who, $on: $wants', async (task) => await walk(task));
});
