import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import type { SearchAnswer } from '../../src/search/api/search-answer.model.js';
import { startLibrary, type TestLibrary } from '../support/app.js';

const publisher = 'Testshire Safeguarding Partnership';
const review = (label: string, more: object = {}): object => ({
  kind: 'review',
  publisher,
  label,
  publishedOn: '2024',
  documents: [{ kind: 'full-report', title: 'Full report', url: 'https://example.org/report.pdf' }],
  ...more,
});
const page = (label: string, number: number, text: string): object => ({
  kind: 'document-text',
  review: { publisher, label, year: 2024 },
  document: 'full-report',
  page: number,
  text,
});

describe('search inside the reports', () => {
  let library: TestLibrary;
  const find = async (q: string): Promise<SearchAnswer> => {
    const answer = await request(library.url)
      .get(`/api/v1/search?q=${encodeURIComponent(q)}`)
      .expect(200);
    return answer.body as SearchAnswer;
  };

  beforeAll(async () => {
    library = await startLibrary('empty');
    await library.add([
      review('Alpha', { learning: [{ theme: 'Marsupials', statement: 'A quokka was in the home.' }] }),
      review('Beta'),
      page('Alpha', 3, 'Nothing of note.'),
      page('Beta', 4, 'An enquiry under Section 42 of the Act, and no A&E.'),
      page('Alpha', 7, 'The wallaby was seen by a neighbour. <b>Bold</b>'),
      page('Beta', 23, 'On the second visit the quokka was behind the sofa, and the wallaby had gone.'),
    ]);
  });
  afterAll(async () => await library.close());

  it('shows the page under its review', async () => {
    const [item] = (await find('quokka sofa')).items.filter(({ review: from }) => from?.label === 'Beta');
    expect(item?.pages).toEqual([
      {
        document: 'full-report',
        page: 23,
        link: 'https://example.org/report.pdf',
        snippet: expect.stringContaining('<mark>quokka</mark> was behind the <mark>sofa</mark>'),
        snippetText: expect.stringContaining('quokka was behind the sofa'),
      },
    ]);
  });

  it.each(['s.42', 'section 42', 'A+E'])('reads the words of a page as it reads “%s”', async (q) => {
    const [item] = (await find(q)).items;
    expect(item?.pages.map(({ page: number }) => number)).toEqual([4]);
  });

  it('never puts a page above a learning point', async () => {
    expect((await find('quokka')).items.map(({ review: from }) => from?.label)).toEqual(['Alpha', 'Beta']);
  });

  it('finds a review by its report alone, shows markup as text, and does not call its words misspelt', async () => {
    const answer = await find('wallaby');
    expect(answer.items.map(({ review: from }) => from?.label).sort()).toEqual(['Alpha', 'Beta']);
    expect(answer.help.correction).toBeNull();
    expect(answer.items.flatMap(({ pages }) => pages.map(({ page: number }) => number)).sort()).toEqual([
      23, 7,
    ]);
    expect(JSON.stringify(answer.items)).toContain('&lt;b&gt;');
  });

  it('shows nothing of the report of a review that is withdrawn', async () => {
    await library.source.query(`update review set state = 'withdrawn' where label = 'Beta'`);
    const answer = await find('wallaby');
    expect(JSON.stringify(answer)).not.toContain('second visit');
    expect(answer.total).toBe(1);
    await library.source.query(`update review set state = 'published' where label = 'Beta'`);
  });
});
