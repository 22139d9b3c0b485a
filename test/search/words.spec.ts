import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startLibrary, testMeili, type TestLibrary } from '../support/app.js';
import { aReview, find, reviewLabels } from '../support/find.js';

const THEMES = [
  { kind: 'theme', label: 'Lantern keeping', hiddenLabels: ['wick trouble', 'soot on the glass'] },
  { kind: 'theme', label: 'Bell ringing', hiddenLabels: ['frayed rope'] },
  { kind: 'theme', label: 'Harm by strangers', hiddenLabels: ['being used by night tutors'] },
  { kind: 'theme', label: 'Night staff', altLabels: ['night watch'] },
  { kind: 'theme', label: 'Tutors of the night school' },
  { kind: 'theme', label: 'Missed doses', hiddenLabels: ['tonic not poured'] },
  {
    ...{ kind: 'theme', label: 'Night ferries', altLabels: ['late crossings'], related: ['Night staff'] },
    ...{ definition: 'Boats after dark.', emergency: ['Call 999 from the quay.'] },
    ...{ lookFor: ['Wet shoes'], ask: ['Who rowed?'], do: ['Write the hour down'] },
  },
  { kind: 'theme', label: 'Hive duty', hiddenLabels: ['waiting for her swarm'] },
  { kind: 'theme', label: 'Held back', hiddenLabels: ["gate won't open"] },
];
const one = (label: string, year: string, statement: string, theme = 'Discharge'): object =>
  aReview(`${label} Partnership`, label, year, [[theme, statement]]);
const many = (count: number, label: string, theme: string): object[] =>
  Array.from({ length: count }, (_, n) =>
    one(`${label} ${n}`, '2023', `Trays were carried past the door, week ${n}.`, theme),
  );

describe.each([
  ['Meilisearch', testMeili],
  ['PostgreSQL', () => null],
])('what a record says itself, asked of %s', (_, meili) => {
  let library: TestLibrary;
  beforeAll(async () => {
    library = await startLibrary('empty', meili());
    await library.add([
      ...THEMES,
      ...many(120, 'Lantern', 'Lantern keeping'),
      ...many(110, 'Bell', 'Bell ringing'),
      one('Wick', '2012', 'She spoke of wick trouble in the winter.'),
      one('Soot', '2011', 'Soot lay thick on the glass, and the curtain was torn.'),
      one('Rope', '2010', 'A frayed rope was reported by the verger.'),
      one('Casualty', '2010', 'He went to A&E four times and nobody asked.'),
      one('Letter', '2024', 'The plan went by e-mail, vitamin E was given, and a form was filled in.'),
      one('Lodger', '2013', 'They slept in a B & B by the sea.'),
      one('Section', '2014', 'An enquiry under s.42 was begun.'),
      one('Dotted', '2015', 'The Q.R.X. panel never sat.'),
      one('Hyphen', '2016', 'He left re-ablement early; the safe\u00adguard failed.'),
      one('Universal', '2024', 'A universal offer was made.'),
      one('University', '2009', 'The university never replied.'),
      one('Interpretation', '2024', 'Interpretation of the scan took weeks.'),
      one('Interpreter', '2009', 'No interpreter was booked.'),
      one('Authority', '2024', 'The authority was slow.'),
      one('Author', '2009', 'The author was slow.'),
      one('Tutors', '2016', 'Night tutors were asked what they had seen.'),
      one('Poured', '2016', 'The tonic was poured each evening.'),
      one('Gate', '2016', 'The gate stood open.'),
    ]);
  });
  afterAll(async () => await library.close());

  it.each([
    ['wick trouble', 'Wick'],
    ['soot glass curtain', 'Soot'],
    ['frayed rope', 'Rope'],
    ['wick trouble winter', 'Wick'],
  ])(
    '“%s” is led by the review that says it, not by all that carry a theme with that hidden name',
    async (q, label) => {
      expect(reviewLabels(await find(library, q)).slice(0, 3)).toContain(label);
    },
  );

  it.each([
    ['A&E', 'Casualty'],
    ['a & e', 'Casualty'],
    ['A and E', 'Casualty'],
    ['B&B', 'Lodger'],
    ['s42', 'Section'],
    ['s.42', 'Section'],
    ['section 42', 'Section'],
    ['Section42', 'Section'],
    ['A+E', 'Casualty'],
    ['QRX', 'Dotted'],
    ['Q.R.X', 'Dotted'],
    ['q.r.x.', 'Dotted'],
    ['email', 'Letter'],
    ['e-mail', 'Letter'],
    ['reablement', 'Hyphen'],
    ['safeguard', 'Hyphen'],
  ])('“%s” is one word, and finds what says it alone', async (q, label) => {
    expect(reviewLabels(await find(library, q))).toEqual([label]);
  });

  it.each([
    ['university', 'University', 'Universal'],
    ['universal', 'Universal', 'University'],
    ['interpreter', 'Interpreter', 'Interpretation'],
    ['interpretation', 'Interpretation', 'Interpreter'],
    ['authority', 'Authority', 'Author'],
    ['authors', 'Author', 'Authority'],
  ])('“%s” finds %s before %s, though they share a stem', async (q, right, other) => {
    expect(reviewLabels(await find(library, q)).slice(0, 2)).toEqual([right, other]);
  });

  it.each([
    ['night tutors', 'Tutors', 'Harm by strangers'],
    ['tonic poured', 'Poured', 'Missed doses'],
    ['gate open', 'Gate', 'Held back'],
  ])(
    '“%s” finds %s and does not name %s, one of whose names has further small words',
    async (q, label, wrong) => {
      const answer = await find(library, q);
      expect(answer.themes.map((theme) => theme.label)).not.toContain(wrong);
      expect(reviewLabels(answer)[0]).toBe(label);
    },
  );

  it.each([
    ['used by the night tutors', 'Harm by strangers'],
    ["the tonic wasn't poured", 'Missed doses'],
    ['gate does not open', 'Held back'],
  ])('“%s” names %s', async (q, label) => {
    expect((await find(library, q)).themes[0]?.label).toBe(label);
  });

  it('does not say that no review is about a theme which the words only may have meant', async () => {
    const { help, themes } = await find(library, 'her swarm');
    expect(themes.map(({ label, inReviews }) => [label, inReviews])).toEqual([['Hive duty', false]]);
    expect(help.notInReviews).toBeNull();
  });

  it('says that no review is about a theme, with what the theme says, whatever the filters', async () => {
    for (const [q, about] of [
      ['Night ferries', 'Night ferries'],
      ['late crossings', 'late crossings'],
    ] as const) {
      for (const year of [[], ['2016']]) {
        const { help, themes } = await find(library, q, { year });
        expect(help.notInReviews).toMatchObject({
          about,
          theme: { label: 'Night ferries', lookFor: ['Wet shoes'], emergency: ['Call 999 from the quay.'] },
        });
        expect(help.nearest.map(({ label }) => label)).toContain('Night staff');
        expect(themes.map(({ inReviews }) => inReviews)).toEqual([false]);
      }
    }
    const page = await (await fetch(`${library.url}/search?q=late+crossings`)).text();
    const order = [
      'No review in this library is about late crossings yet</h1>',
      'Call <a',
      'Written for this library. These are not the words of a review.',
      'Wet shoes',
      'Who rowed?',
      'Write the hour down',
      'Theme near this',
    ].map((words) => page.indexOf(words));
    expect(order).toEqual(order.toSorted((one, other) => one - other));
    expect(order[0]).toBeGreaterThan(0);
  });

  it.each([
    ['lantern keeping', 'reviews carry it'],
    ['tonic not poured', 'a review says the words'],
    ['trays zeppelin', 'no theme is named'],
    ['zeppelin', 'no theme is named'],
  ])('does not say so of “%s”: %s', async (q) => {
    expect((await find(library, q)).help.notInReviews).toBeNull();
  });

  it('says that nothing here says the words, only where that is so', async () => {
    const says = async (q: string, more = {}): Promise<boolean> =>
      (await find(library, q, more)).help.nothingSays;
    expect(await says('zeppelin quasar')).toBe(true);
    expect(await says('zeppelin quasar', { year: '2016' })).toBe(true);
    for (const q of ['tonic', 'tonic zeppelin', 'late crossings', '2016', 'what is it', '???'])
      expect([q, await says(q, { year: '1999' })]).toEqual([q, false]);
    const page = await (await fetch(`${library.url}/search?q=zeppelin`)).text();
    expect(page).toContain('Nothing in this library says “zeppelin”</h1>');
  });

  it('shows a few results where most of the words are said nowhere', async () => {
    const { total, items } = await find(library, 'trays zeppelin quasar');
    expect([total, items.length]).toEqual([5, 5]);
    expect((await find(library, 'trays past the door')).total).toBeGreaterThan(200);
  });

  it('says what it searched for instead of a word that is said nowhere', async () => {
    const page = await (await fetch(`${library.url}/search?q=frayed+roppe`)).text();
    expect(page).toMatch(/results for “frayed rope”<\/h1>/);
    expect(page).toMatch(
      /Showing results for <a [^>]*>“frayed rope”<\/a>, because nothing in this library says “frayed roppe”\./,
    );
    expect(page).not.toContain('Did you mean');
  });

  it('sets a review that is asked for by its name apart from what has the same words', async () => {
    await library.add([
      one('Verger 9', '2019', 'The bell hung still.'),
      one('Sexton', '2020', 'Verger 9 was asked, and 9 bells.'),
    ]);
    const { items } = await find(library, "what's in Verger 9");
    expect(items.map(({ review, named }) => [review?.label, named])).toEqual([
      ['Verger 9', true],
      ['Sexton', false],
    ]);
    const page = await (await fetch(`${library.url}/search?q=verger+9`)).text();
    const [first, second] = ['The review with this name', 'Other results with these words'];
    expect(page.indexOf('>Verger 9</a></h3>')).toBeGreaterThan(page.indexOf(first));
    expect(page.indexOf('>Sexton: Discharge</a></h3>')).toBeGreaterThan(page.indexOf(second));
    expect(page.indexOf(second)).toBeGreaterThan(page.indexOf('>Verger 9</a></h3>'));
  });
});
