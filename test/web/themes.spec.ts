import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startLibrary, type TestLibrary } from '../support/app.js';

const HOSTILE = '<script>alert("x")</script>';
let library: TestLibrary;

const review = (
  label: string,
  publishedOn: string | undefined,
  themes: string[],
  recommended: string[] = [],
): object => ({
  kind: 'review',
  publisher: 'Testshire Partnership',
  label,
  title: label,
  publishedOn,
  learning: themes.map((theme) => ({ theme })),
  recommendations: recommended.map((theme, index) => ({
    number: String(index + 1),
    text: `Do something about it, ${index + 1}.`,
    themes: [theme],
  })),
});

beforeAll(async () => {
  library = await startLibrary('fixtures');
  await library.add([
    { kind: 'theme', label: `Hostile ${HOSTILE}` },
    review('First', '2015-03', ['Self-neglect', 'Mental capacity'], ['Self-neglect', 'Self-neglect']),
    review('Second', '2018', ['Self-neglect', 'Mental capacity', `Hostile ${HOSTILE}`]),
    review('Third', '2021-01-02', ['Self-neglect', `Hostile ${HOSTILE}`]),
    review('Undated', undefined, ['Self-neglect']),
    ...Array.from({ length: 22 }, (_, n) => review(`Later ${n}`, '2022', ['Self-neglect'])),
  ]);
});
afterAll(async () => await library?.close());

async function get(path: string): Promise<{ status: number; html: string; text: string }> {
  const response = await fetch(library.url + path, { headers: { accept: 'text/html' } });
  const html = await response.text();
  return { status: response.status, html, text: html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ') };
}

describe('the page of a theme', () => {
  it('says first what is an emergency and whom to call, then what its guidance is, then the guidance', async () => {
    const { html, text } = await get('/themes/perinatal-mental-health');
    const at = [
      'In an emergency',
      'Written for this library. These are not the words of a review. Follow your local procedures.',
      'Look for',
      'Ask them',
      'Ask yourself',
      'Do',
      'How it showed up in reviews',
    ].map((words) => text.search(new RegExp(`${words.replaceAll('.', '\\.')} `)));
    expect(at).not.toContain(-1);
    // The first of these words stands at the head of every page as well.
    expect(at.slice(1)).toEqual(at.slice(1).toSorted((one, other) => one - other));
    expect(html).toMatch(
      /<h2 [^>]*id="emergency-title">[\s\S]*?<a [^>]*href="tel:999">999<\/a>[\s\S]*?app-guidance__note/,
    );
    expect(html).toContain('href="tel:111">111</a>');
    expect(text).toContain('No named professional has reviewed this guidance yet.');
  });

  it('says who has reviewed its guidance, and nothing of guidance where there is none', async () => {
    await library.add([
      {
        ...{
          kind: 'theme',
          label: 'Reviewed theme',
          broader: 'Working across agencies',
          lookFor: [`Signs ${HOSTILE}`],
        },
        ...{ guidanceReviewedBy: `Jo ${HOSTILE}`, guidanceReviewedOn: '2026-05' },
      },
      { kind: 'theme', label: 'Silent theme', broader: 'Working across agencies' },
    ]);
    const { html, text } = await get('/themes/reviewed-theme');
    expect(text).toContain(
      'Follow your local procedures. Reviewed by Jo &lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;, May 2026.',
    );
    expect(text).not.toContain('No named professional');
    expect(html).not.toContain(HOSTILE);
    expect((await get('/themes/silent-theme')).text).not.toContain('Written for this library');
  });

  it('tells a review that only names the theme from one that teaches on it', async () => {
    const { html } = await get('/themes/multi-agency-working');
    const childJ = /<article [\s\S]*?<\/article>/.exec(html)![0];
    expect(childJ).toContain('Theme the review names');
    expect(childJ).toContain('The source’s words: “effectiveness of multi-agency working”');
    expect(childJ).not.toMatch(/Finding|Key lesson/);
  });

  it('draws the years and the themes found together, with words and a table for each', async () => {
    const { html, text } = await get('/themes/self-neglect');
    expect(html.match(/<svg [^>]*role="img"/g)).toHaveLength(2);
    for (const name of ['years', 'together']) {
      expect(html).toContain(`aria-labelledby="${name}-chart-title ${name}-chart-desc"`);
      expect(html).toMatch(new RegExp(`<title id="${name}-chart-title">[^<]{10,}</title>`));
      expect(html).toMatch(new RegExp(`<desc id="${name}-chart-desc">[^<]{10,}</desc>`));
    }
    expect(html.match(/Show as a table/g)).toHaveLength(2);
    expect(html.match(/<table /g)).toHaveLength(2);
    expect(text).toContain('published from 2015 to 2022. One more has no known year.');
    expect(text).toMatch(/2018 1 1 2019 0 \d+ 2020 0/);
    expect(text).toMatch(/Mental capacity 2 8%/);
    expect(html).toMatch(/<th scope="row"[^>]*><a [^>]*href="\/themes\/mental-capacity">/);
  });

  it('has neither styles of its own nor markup of others', async () => {
    const { html } = await get('/themes/self-neglect');
    expect(html).not.toMatch(/\sstyle=|<style/);
    expect(html).not.toContain('alert("x")');
    expect(html).toContain('alert(&quot;x&quot;)');
  });

  it('says fairly what was seen again', async () => {
    const { html, text } = await get('/themes/self-neglect');
    expect(text).toContain('Said before, seen again');
    expect(text).toContain('24 reviews about this theme were published after recommendations on it.');
    expect(text).toContain('it does not show whether anyone acted');
    const section = /<section [^>]*id="seen-again"[\s\S]*?<\/section>/.exec(html)![0];
    expect(section).not.toMatch(/fail/i);
    expect(html).toContain('href="/themes/self-neglect/seen-again"');
    expect(html).toContain('href="/recommendations?theme=self-neglect&amp;sort=publishedOn"');
  });

  it('says in a sentence what it cannot draw, and shows nothing where no review carries the theme', async () => {
    const once = await get('/themes/unseen-adults-and-caregivers');
    expect(once.status).toBe(200);
    expect(once.html).not.toContain('role="img"');
    expect(once.text).toMatch(/Over the years Found in one review\. The year of the review is not known\./);
    expect(once.text).toContain('That review is also about:');
    expect(once.text).not.toContain('Said before');
    const never = await get('/themes/sharing-nudes');
    expect(never.status).toBe(200);
    expect(never.text).not.toMatch(/Over the years|Found in the same reviews|Said before/);
  });

  it('shows more of the reviews without the rest', async () => {
    const { html } = await get('/themes/self-neglect?page=2');
    expect(html).not.toContain('role="img"');
  });
});

describe('what was said before and seen again', () => {
  it('is listed page by page', async () => {
    const first = await get('/themes/self-neglect/seen-again');
    expect(first.status).toBe(200);
    expect(first.html).toContain(
      '<title>Said before, seen again – Self-neglect – Themes – Practice review library',
    );
    expect(first.text).toContain('Showing 1 to 20 of 24 later reviews, newest first');
    expect(first.text).toContain('2 recommendations on this theme came before it');
    const second = await get('/themes/self-neglect/seen-again?page=2');
    expect(second.text).toContain('Second');
    expect(second.text).not.toContain('Undated');
  });

  it('leads back from beyond the end, and says where there is nothing', async () => {
    expect((await get('/themes/self-neglect/seen-again?page=9')).text).toContain('Go to the first page');
    const none = await get('/themes/mental-capacity/seen-again');
    expect(none.text).toContain('No recommendation on this theme in the library has a known date');
    expect((await get('/themes/no-such-theme/seen-again')).status).toBe(404);
  });
});

describe('the tree of themes', () => {
  const openGroups = async (path: string): Promise<string[]> =>
    [...(await get(path)).html.matchAll(/<details class="app-tree__group" id="([^"]+)" open>/g)].map(
      (found) => found[1]!,
    );

  it('opens and closes without scripts, by its address as well', async () => {
    expect(await openGroups('/themes')).toEqual([]);
    expect(await openGroups('/themes?open=abuse-and-harm')).toEqual(['abuse-and-harm']);
    expect((await openGroups('/themes?open=all')).length).toBeGreaterThan(5);
    expect(await openGroups('/themes?open=nothing&open=all-the-same')).toEqual([]);
    expect((await get('/')).html).toContain('href="/themes?open=abuse-and-harm#abuse-and-harm"');
  });

  it('counts reviews', async () => {
    const { text } = await get('/themes');
    expect(text).toMatch(/Self-neglect 26 reviews/);
    expect(text).toMatch(/\d+ themes in \d groups/);
  });
});

describe('the about page', () => {
  it('says what is counted', async () => {
    expect((await get('/about')).text).toContain(
      'how often each theme is opened or searched for, and nothing else',
    );
  });
});
