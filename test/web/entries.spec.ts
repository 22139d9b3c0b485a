import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EXAMPLE_CANDIDATES } from '../../src/search/web/example-candidates.js';
import { startLibrary, type TestLibrary } from '../support/app.js';

let library: TestLibrary;
/** The home page before there was anything. */
let empty: { html: string; text: string };

const THEMES = [
  { kind: 'theme', label: 'Neglect and acts of omission', altLabels: ['home care', 'pressure ulcers'] },
  { kind: 'theme', label: 'Good practice' },
];
const ASK = 'Ask who else lives in the home, whoever answers the door and whatever they say about it. ';
const REVIEW = {
  kind: 'review',
  publisher: 'Testshire Safeguarding Adults Board',
  label: 'Adult R',
  title: 'Adult R: a review',
  type: 'sar',
  publishedOn: '2024-06',
  relayedOn: '2024-06',
  reference: 'adult-r-testshire-2024',
  learning: [
    { theme: 'home care', pages: [4] },
    { theme: 'Good practice', kind: 'good-practice', statement: 'The quokka was asked.' },
    { theme: 'Pressure ulcers', pages: [9] },
  ],
  recommendations: [
    { number: '4b', text: ASK.repeat(3).trim(), addressees: ['Testshire Council'] },
    { text: 'Ask the quokka.' },
  ],
  documents: [{ kind: 'full-report', title: 'The report' }],
  sources: [
    { url: 'https://www.a-very-long-name.example.org/x' },
    { url: '2024-06-newsfeed.pdf' },
    { title: 'Newsfeed', url: 'newsfeed.pdf' },
  ],
};
const RECORDS = [
  {
    ...{ kind: 'partnership', name: REVIEW.publisher, website: 'https://testshire.example.org/' },
    contacts: [{ about: 'adult', audience: 'everyone', team: 'Adult team', phone: '01999 111222' }],
  },
  ...THEMES,
  REVIEW,
  { kind: 'review', publisher: 'Elsewhere', label: 'Adult S', learning: [{ theme: 'Good practice' }] },
  { kind: 'briefing', title: 'Seven minutes', publisher: REVIEW.publisher, relayedOn: '2024-07' },
  { kind: 'resource', type: 'event', title: 'A day in the past', startsOn: '2020-02-01T10:00' },
  {
    kind: 'resource',
    type: 'event',
    title: 'Another day in the past',
    startsOn: '2020-01-01',
    endsOn: '2021-01-01',
  },
  { kind: 'resource', type: 'event', title: 'Yet to come', startsOn: '2190-01-02' },
  { kind: 'resource', type: 'event', title: 'Going on', startsOn: '2020-01-01', endsOn: '2190-01-01' },
  { kind: 'resource', type: 'guidance', title: 'Mind the gap' },
  { kind: 'resource', type: 'campaign', title: '#LookAgain' },
  {
    ...{ kind: 'resource', type: 'helpline', title: 'Talk to us' },
    description: 'Call 0808 1000 900 or write to help@example.org. <b>Now</b>',
  },
];

beforeAll(async () => {
  library = await startLibrary('empty');
  empty = await get('/');
  await library.add(RECORDS);
});
afterAll(async () => await library?.close());

async function get(path: string): Promise<{ html: string; text: string }> {
  const response = await fetch(library.url + path, { headers: { accept: 'text/html' } });
  expect(response.status).toBe(200);
  const html = (await response.text()).replace(/&#39;/g, "'");
  return { html, text: html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ') };
}
const json = async <Answer>(path: string): Promise<Answer> =>
  (await (await fetch(`${library.url}/api/v1${path}`)).json()) as Answer;

describe('the page of a review', () => {
  const path = '/reviews/testshire-adult-r-2024';

  it('gives the words of its source once for a theme, and keeps every anchor', async () => {
    const { html, text } = await get(path);
    expect(text).toContain('The source’s words: “home care” and “Pressure ulcers”.');
    expect(text).toContain('Full report, pages 4 and 9');
    for (const anchor of ['', '-2']) expect(html).toContain(`id="neglect-and-acts-of-omission${anchor}"`);
    const { learning } = await json<{ learning: { phrase: string | null }[] }>(path);
    expect(learning.map(({ phrase }) => phrase)).toEqual(['home care', null, 'Pressure ulcers']);
  });

  it('says nothing twice, and nothing that is of no use', async () => {
    const { html, text } = await get(path);
    const main = text.slice(
      text.indexOf('What it taught'),
      text.indexOf('Recommendations', text.indexOf('What it taught')),
    );
    expect(main.match(/Good practice/g)).toHaveLength(1);
    expect(text).not.toContain('In a newsletter');
    expect(text).not.toContain('adult-r-testshire-2024 ');
    expect(text).not.toContain('newsfeed.pdf');
    expect(html).toContain('a-very-long-name<wbr>.example<wbr>.org');
  });

  it('leads to the publisher where there is no link, and only where its website is known', async () => {
    const asked =
      /ask its publisher for [^:]+: <a [^>]*href="https:\/\/testshire.example.org\/"[^>]*>Testshire/;
    expect((await get(path)).html).toMatch(asked);
    const { text } = await get('/reviews/elsewhere-adult-s');
    expect(text).toContain('Our sources do not name any documents.');
    expect(text).not.toContain('You can ask');
    expect((await get('/briefings/seven-minutes')).html).toMatch(asked);
  });
});

describe('a recommendation', () => {
  it('is read by its own words in a list, cut at a word', async () => {
    const { html } = await get('/recommendations');
    expect(html).toMatch(
      /<a class="govuk-link" href="\/recommendations\/[^"]+">Ask who else [^<]{100,150}…<\/a>/,
    );
    expect(html).toContain(
      'Recommendation 4b · <a class="govuk-link" href="/reviews/testshire-adult-r-2024">Adult R</a>',
    );
  });

  it('is quoted by its number and its review', async () => {
    const { items } = await json<{ items: { url: string; number: string | null }[] }>('/recommendations');
    const quotes = await Promise.all(items.map(async ({ url }) => (await get(url)).text));
    expect(quotes[0]).toContain(
      'Testshire Safeguarding Adults Board (June 2024), Adult R: a review, recommendation 4b.',
    );
    expect(quotes[1]).toContain('recommendation “Ask the quokka.”.');
  });
});

describe('the resources', () => {
  it('come with what is to come first and what is past last, and say so', async () => {
    const { html } = await get('/resources');
    const titles = [...html.matchAll(/app-entry__title"><a[^>]*>([^<]+)/g)].map(([, title]) => title);
    expect(titles).toEqual([
      'Going on',
      'Yet to come',
      '#LookAgain',
      'Mind the gap',
      'Talk to us',
      'A day in the past',
      'Another day in the past',
    ]);
    expect(html.match(/This has taken place/g)).toHaveLength(2);
    const { items } = await json<{ items: { title: string; past: boolean }[] }>('/resources?type=event');
    expect(items.map(({ title, past }) => [title, past])).toEqual([
      ['Going on', false],
      ['Yet to come', false],
      ['A day in the past', true],
      ['Another day in the past', true],
    ]);
  });

  it('are called with one tap where they are helplines', async () => {
    for (const path of ['/resources', '/resources/talk-to-us']) {
      const { html } = await get(path);
      expect(html).toContain('href="tel:08081000900">0808 1000 900</a>');
      expect(html).toContain('href="mailto:help@example.org"');
      expect(html).toContain('&lt;b&gt;Now');
    }
    expect((await get('/resources/talk-to-us')).text).not.toContain('no link to this');
    expect((await get('/resources/mind-the-gap')).text).toContain('There is no link to this in our source.');
  });
});

describe('the home page', () => {
  const sections = (html: string): string[] =>
    [...html.matchAll(/service-navigation__link" href="([^"]*)"/g)].map(([, href]) => href!);

  it('leads to nothing that is empty, and says what to do where all is', async () => {
    expect(sections(empty.html)).toEqual(['/search', '/about']);
    expect(empty.html).not.toContain('role="search"');
    expect(empty.text).toContain('no reviews or themes so far');
    const { html } = await get('/');
    const all = ['/themes', '/reviews', '/recommendations', '/briefings', '/resources'];
    expect(sections(html)).toEqual(['/search', ...all, '/about']);
    await library.source.query(`update briefing set state = 'draft'`);
    expect((await get('/')).html).not.toContain('href="/briefings"');
    await library.source.query(`update briefing set state = 'published'`);
  });

  it('offers only searches that find a review', async () => {
    const shown = async (): Promise<string[]> =>
      [...(await get('/')).html.matchAll(/<li><a href="\/search\?q=([^"]+)"/g)].map(([, q]) =>
        decodeURIComponent(q!),
      );
    const before = await shown();
    expect(before.length).toBeLessThan(EXAMPLE_CANDIDATES.length);
    for (const words of before)
      expect(
        (await json<{ items: { review: object | null }[] }>(`/search?q=${words}`)).items.map(
          ({ review }) => review !== null,
        ),
      ).toContain(true);
    await library.add([{ ...REVIEW, label: 'Adult P', reference: 'p', title: 'Cuckooing that nobody saw' }]);
    expect(await shown()).toEqual(expect.arrayContaining([...before, 'cuckooing']));
    expect(before).not.toContain('cuckooing');
  });
});

describe('the contact panel', () => {
  it('says for which place its numbers are, and what to do anywhere else', async () => {
    const { text } = await get('/about');
    expect(text).toContain('If the child or adult lives in Testshire :');
    expect(text).toContain('Anywhere else: call the council where they live');
  });
});

describe('the search page', () => {
  it('heads a result with its review, and shows what else of it fits', async () => {
    const { text } = await get('/search?q=quokka');
    expect(text).toContain('Adult R: Good practice');
    expect(text).toContain('Also in this review : Adult R: Good practice Recommendation Ask the quokka .');
    expect(text).not.toContain('Why this result');
  });

  it('explains only where the address asks for it, and passes that on to no link', async () => {
    const { html, text } = await get('/search?q=quokka&explain=true');
    expect(text).toContain('Why this result');
    expect(html).not.toMatch(/(?:href|action)="[^"]*explain/);
    expect(html).not.toContain('name="explain"');
  });

  it('lists by an agency alone', async () => {
    const { text } = await get('/search?agency=Testshire+Council');
    expect(text).toContain('Recommendations to Testshire Council');
    expect(text).toContain('Adult R');
  });

  it('leads from beyond the end only to the first page, with its filters', async () => {
    const { html } = await get('/search?q=quokka&type=sar&page=9');
    expect(html).toContain('href="/search?q=quokka&amp;type=sar">Go to the first page</a>');
    expect(html).not.toContain('What you can try');
  });

  it('offers something to go on with where little is found', async () => {
    const { text } = await get('/search?q=quokka+zzzzqqqq');
    expect(text).toContain('To find more');
    expect(text).toContain('Look through all themes');
  });
});
