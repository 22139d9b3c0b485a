import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import '@citation-js/plugin-ris';
import request from 'supertest';
import { startLibrary, type TestLibrary } from '../support/app.js';
import { Records } from '../support/records.js';
import { withdraw } from '../../src/publishing/withdraw.js';
import { WITHDRAWABLE_NOUNS } from '../../src/withdrawable.js';

const ORIGIN = 'https://library.example';
/** What would begin another field, end one, or end the element of a page. */
const ODD = 'Child {Q} & 50% of "$x_1" \\ </script> – ER\nER  - é';
const ONE_LINE = ODD.replace(/\s+/g, ' ');

interface Item {
  type: string;
  title: string;
  author?: unknown;
  publisher?: string;
  issued?: { 'date-parts': unknown[][] };
  URL: string;
}

describe('citations', () => {
  let library: TestLibrary;

  async function text(path: string): Promise<string> {
    const answer = await fetch(library.url + path);
    expect({ path, status: answer.status }).toEqual({ path, status: 200 });
    return await answer.text();
  }
  /** As programs read it that keep references. */
  async function read(path: string): Promise<Item> {
    const items = new Cite(await text(path)).data as Item[];
    expect(items).toHaveLength(1);
    return items[0]!;
  }

  beforeAll(async () => {
    library = await startLibrary('empty', null, { PUBLIC_URL: ORIGIN });
    const records = new Records(library.source);
    const publisher = await records.aPartnership({ name: 'Marfield Safeguarding Partnership' });
    const theme = await records.aTheme('Harm');
    const review = await records.aReview({
      ...{ label: 'Child Q', slug: 'odd', title: ODD, publisher, learning: [theme] },
      ...{ publishedOn: '2024-05-01', publishedPrecision: 'month' },
    });
    await records.aDocument(review, { url: 'https://marfield.example/r%20{1}.pdf?a=1&b=2' });
    await records.aReview({
      ...{ label: 'Child U', slug: 'undated', title: 'Undated', publisher },
      type: null,
    });
    await records.aReview({ label: 'Draft', slug: 'draft', state: 'draft', publisher });
    const board = await records.aPartnership({ name: 'Kington, Ashby and Thorpe Board' });
    const dated = { publishedOn: '2023-11-09', publishedPrecision: 'day' } as const;
    await records.aBriefing({
      title: 'Short paper',
      slug: 'paper',
      publisher: board,
      themes: [theme],
      ...dated,
    });
    await records.aResource({
      ...{ title: 'Form', slug: 'form', publishedOn: '2022-01-01', publishedPrecision: 'year' },
    });
  });
  afterAll(async () => await library.close());

  it.each(['ris', 'bib', 'csl.json'])(
    'of a review in .%s say what is known, and no finer date',
    async (format) => {
      const item = await read(`/reviews/odd.${format}`);
      expect(item).toMatchObject({ type: 'report', publisher: 'Marfield Safeguarding Partnership' });
      expect(item.title.replace(/\s+/g, ' ')).toBe(ONE_LINE);
      expect(item.issued!['date-parts'][0]!.map(Number)).toEqual([2024, 5]);
      expect(item.URL).toBe('https://marfield.example/r%20%7B1%7D.pdf?a=1&b=2');
      expect(JSON.stringify(item.author)).toMatch(
        /^\[\{"(literal|family|given)":"Marfield Safeguarding Partnership"\}\]$/,
      );
      const undated = await read(`/reviews/undated.${format}`);
      expect(undated.issued).toBeUndefined();
      expect(undated.URL).toBe(`${ORIGIN}/reviews/undated`);
    },
  );

  it.each([
    ['/briefings/paper', [2023, 11, 9]],
    ['/resources/form', [2022]],
  ])('of %s are dated as far as it is', async (path, date) => {
    for (const format of ['ris', 'bib', 'csl.json']) {
      const item = await read(`${path}.${format}`);
      expect(item.issued!['date-parts'][0]!.map(Number)).toEqual(date);
    }
  });

  it('make no person of a publisher with a comma in its name', async () => {
    expect((await read('/briefings/paper.ris')).author).toBeUndefined();
    expect((await read('/briefings/paper.ris')).publisher).toBe('Kington, Ashby and Thorpe Board');
    expect((await read('/briefings/paper.csl.json')).author).toEqual([
      { literal: 'Kington, Ashby and Thorpe Board' },
    ]);
    expect(JSON.stringify((await read('/briefings/paper.bib')).author)).toContain(
      'Kington, Ashby and Thorpe Board',
    );
  });

  it('have lines that hold one field each', async () => {
    const lines = (await text('/reviews/odd.ris')).split('\r\n').slice(0, -1);
    expect(lines.every((line) => /^[A-Z][A-Z\d] {2}- /.test(line))).toBe(true);
    expect(lines.filter((line) => line.startsWith('ER'))).toHaveLength(1);
    expect(lines.at(-1)).toBe('ER  - ');
  });

  it('are not there of what is not published, and gone with what is withdrawn', async () => {
    await request(library.url).get('/reviews/draft.ris').expect(404);
    await request(library.url).get('/resources/no-such.csl.json').expect(404);
    await request(library.url).get('/reviews/%00.bib').expect(404);
    await withdraw(library.source, WITHDRAWABLE_NOUNS, '/reviews/undated', 'other');
    await request(library.url).get('/reviews/undated.bib').expect(410);
  });

  it('stand on pages, which say to search engines what they are', async () => {
    const page = await text('/reviews/odd');
    expect(page).toContain('Please cite as');
    for (const format of ['ris', 'bib', 'csl.json']) expect(page).toContain(`href="/reviews/odd.${format}"`);
    expect(structuredOf(page)).toMatchObject({
      ...{ '@context': 'https://schema.org', '@type': 'Report', name: ODD, datePublished: '2024-05' },
      url: `${ORIGIN}/reviews/odd`,
      author: { '@type': 'Organization', name: 'Marfield Safeguarding Partnership' },
      about: [{ '@type': 'DefinedTerm', '@id': `${ORIGIN}/themes/harm`, name: 'Harm' }],
    });
    expect(structuredOf(await text('/reviews/odd')).sameAs).toContain('https://marfield.example/');
    expect(structuredOf(await text('/briefings/paper'))).toMatchObject({
      '@type': 'Report',
      datePublished: '2023-11-09',
    });
    expect(structuredOf(await text('/themes/harm'))).toMatchObject({
      ...{ '@type': 'DefinedTerm', termCode: 'harm' },
      inDefinedTermSet: { '@type': 'DefinedTermSet', url: `${ORIGIN}/themes` },
    });
    expect(structuredOf(await text('/themes'))).toMatchObject({ '@type': 'DefinedTermSet' });
    expect(await text('/themes/harm')).toContain(
      '<link rel="alternate" type="text/turtle" href="/themes/harm.ttl">',
    );
  });
});

function structuredOf(page: string): Record<string, unknown> {
  const scripts = [...page.matchAll(/<script type="application\/ld\+json" nonce="[^"]+">(.*?)<\/script>/gs)];
  expect(scripts).toHaveLength(1);
  return JSON.parse(scripts[0]![1]!) as Record<string, unknown>;
}
