import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { enqueue } from '../../src/platform/jobs/enqueue.js';
import { SEARCH_WRITER } from '../../src/search/index/document.store.js';
import { LibraryIndexStore } from '../../src/search/ranking/library-index.store.js';
import { startLibrary, testMeili, type TestLibrary } from '../support/app.js';
import { aReview, find } from '../support/find.js';

/** As they are written, and as they are mistyped: only one record says each. */
const MARKERS = [
  ['dromedarine', 'dromedarnie'],
  ['quincescope', 'quincescpoe'],
  ['marzipanics', 'marzipancis'],
  ['wolframette', 'wolframettte'],
];

describe.each([
  ['Meilisearch', testMeili],
  ['PostgreSQL', () => null],
])('what the search has learnt, asked of %s', (_, meili) => {
  let library: TestLibrary;
  const set = async (state: string): Promise<unknown> =>
    await library.source.query(`update review set state = $1 where label like 'Marked%'`, [state]);

  beforeAll(async () => {
    library = await startLibrary('empty', meili());
    await library.add([
      {
        ...aReview('Markshire Partnership', 'Marked', '2024', [
          ['Dromedarine oversight', 'The quincescope was out of use.'],
        ]),
        title: 'Marked: the marzipanics',
        keywords: ['wolframette'],
      },
      aReview('Openshire Partnership', 'Open', '2024', [['Discharge', 'The barometer was out of use.']]),
    ]);
  });
  afterAll(async () => await library.close());

  /** Everything that is answered to a misspelt marker, in lower case, but for the marker itself. */
  async function told(typed: string): Promise<string> {
    const { query: _query, ...answer } = await find(library, typed);
    const suggested = await request(library.url).get('/api/v1/suggest').query({ q: typed }).expect(200);
    const page = await request(library.url).get('/search').query({ q: typed }).expect(200);
    const { items } = suggested.body as { items: unknown[] };
    return JSON.stringify([answer, items, page.text]).toLowerCase();
  }

  it('puts right what a published record says', async () => {
    for (const [word, typed] of MARKERS) expect(await told(typed!)).toContain(word);
  });

  it('is forgotten in the next answer once the record is withdrawn', async () => {
    await set('withdrawn');
    for (const [word, typed] of MARKERS) expect(await told(typed!)).not.toContain(word);
    expect(await told('barometter')).toContain('barometer');
  });

  it('is not learnt again by a rebuild', async () => {
    await enqueue(library.source.manager, 'search.rebuild', {}, { queueName: SEARCH_WRITER });
    await library.settled();
    for (const [word, typed] of MARKERS) expect(await told(typed!)).not.toContain(word);
  });

  it('is not learnt by another instance that starts anew', async () => {
    const other = new LibraryIndexStore(library.source);
    const index = await other.at(await other.moment());
    for (const [word, typed] of MARKERS)
      expect([word, index.nearest(typed!), index.knows(word!, word!)]).toEqual([word, null, false]);
    expect(index.nearest('barometter')?.word).toBe('barometer');
  });

  it('knows a proposed theme again while a published record uses it', async () => {
    await set('published');
    expect(await told('dromedarnie oversight')).toContain('dromedarine oversight');
    await set('draft');
    expect(await told('dromedarnie oversight')).not.toContain('dromedarine');
  });
});
