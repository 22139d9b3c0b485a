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
});
