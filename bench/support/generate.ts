import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';

interface ThemeRecord {
  label: string;
  altLabels?: string[];
  broader?: string;
}

const fromProject = async (path: string): Promise<string> =>
  await readFile(new URL(`../../${path}`, import.meta.url), 'utf8');

/** A small generator of evenly spread numbers from 0 to 1 (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Zipf: the first is drawn most, the n-th one n-th as often. */
function zipf(count: number, random: () => number): () => number {
  const sums: number[] = [];
  for (let rank = 1; rank <= count; rank += 1) sums.push((sums.at(-1) ?? 0) + 1 / rank);
  return () => {
    const wanted = random() * sums.at(-1)!;
    let [low, high] = [0, count - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle]! < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

/**
 * The words of the library's own themes and of the judged reviews, the commonest first: about 3,300, in the proportions
 * in which reviews use them.
 */
async function vocabulary(): Promise<string[]> {
  const text = [
    await fromProject('fixtures/themes.json'),
    await fromProject('test/relevance/collection.jsonl'),
  ]
    .join('\n')
    .replace(/"[a-zA-Z]+":|https?:[^"]*/g, ' ');
  const counts = new Map<string, number>();
  for (const [word] of text.toLowerCase().matchAll(/[a-z]{2,}/g))
    counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([word]) => word);
}

/** "Child A", …, "Child ZZ", "Child AAA": as publishers name children, but none twice. */
export function letters(number: number): string {
  const last = String.fromCharCode(65 + (number % 26));
  return number < 26 ? last : letters(Math.floor(number / 26) - 1) + last;
}

const HEADS = 'Ash Black Cold Dun East Fern Green Hart King Lang Mar North Oak Penn Roch'.split(' ');
const TAILS = 'bury cester dale field ford ham ley mouth port ton'.split(' ');
const PLACES = HEADS.flatMap((head) => TAILS.map((tail) => head + tail));
const BODIES = ['Police', 'Council', 'Integrated Care Board', 'NHS Trust', 'Probation Service'];
const AGENCIES = PLACES.flatMap((place) => BODIES.map((body) => `${place} ${body}`)).slice(0, 300);
const PEOPLE = ['girl', 'boy', 'baby', 'young person', 'child', 'sibling group'];

/**
 * Makes reviews of ordinary size: ten learning points and eight recommendations, some 750 words, themes by their real
 * names. The same reviews every time.
 */
export class Generator {
  private readonly words: string[];
  private readonly themes: ThemeRecord[];
  private readonly thesaurus: object[];
  private readonly random: () => number;
  private readonly wordAt: () => number;
  private readonly themeAt: () => number;
  private readonly agencyAt: () => number;

  private constructor(words: string[], themes: ThemeRecord[], thesaurus: object[], seed: number) {
    this.words = words;
    this.themes = themes;
    this.thesaurus = thesaurus;
    this.random = randomFrom(seed);
    this.wordAt = zipf(words.length, this.random);
    this.themeAt = zipf(themes.length, this.random);
    this.agencyAt = zipf(AGENCIES.length, this.random);
  }

  static async create(seed = 20_000): Promise<Generator> {
    const thesaurus = JSON.parse(await fromProject('fixtures/themes.json')) as ThemeRecord[];
    const shuffle = randomFrom(1);
    // Whole branches of the thesaurus are nobody's finding, and which theme is commonest is nothing to do with its place.
    const themes = thesaurus
      .filter(({ broader }) => broader)
      .map((theme) => ({ theme, at: shuffle() }))
      .toSorted((one, other) => one.at - other.at)
      .map(({ theme }) => theme);
    return new Generator(await vocabulary(), themes, thesaurus, seed);
  }

  /** Writes the library's themes and this many reviews as one bundle. */
  async writeBundle(file: string, reviews: number): Promise<void> {
    const out = createWriteStream(file);
    for (const theme of this.thesaurus) out.write(`${JSON.stringify(theme)}\n`);
    for (let number = 0; number < reviews; number += 1)
      if (!out.write(`${JSON.stringify(this.review(number))}\n`)) await once(out, 'drain');
    out.end();
    await once(out, 'close');
  }

  review(number: number): object {
    const year = 2005 + this.below(20);
    const label = `Child ${letters(number)}`;
    const about = `A ${1 + this.below(17)}-year-old ${this.oneOf(PEOPLE)}. ${this.sentence(105)}`;
    return {
      ...{ kind: 'review', publisher: `${this.oneOf(PLACES)} Safeguarding Children Partnership`, label },
      ...{ title: `${label}: local child safeguarding practice review`, type: 'lcspr', about: 'children' },
      ...{ publishedOn: `${year}-0${1 + this.below(9)}`, reference: `bench-${number}`, summary: about },
      learning: Array.from({ length: 10 }, () => {
        const theme = this.theme();
        return {
          ...{ theme: this.nameOf(theme), kind: this.oneOf(['finding', 'key-lesson', 'good-practice']) },
          ...{ statement: this.statement(theme), pages: [1 + this.below(80), 1 + this.below(80)] },
        };
      }),
      recommendations: Array.from({ length: 8 }, (_, place) => {
        const themes = [this.theme(), this.theme()];
        return {
          ...{ number: String(place + 1), text: this.statement(themes[0]!), scope: 'local' },
          ...{ addressees: [AGENCIES[this.agencyAt()], AGENCIES[this.agencyAt()]] },
          themes: themes.map((theme) => this.nameOf(theme)),
        };
      }),
      documents: [
        { kind: 'full-report', title: 'Full report', url: `https://reports.example.org/${number}.pdf` },
      ],
      keywords: [this.word(), this.word(), this.word()],
      sources: [{ title: 'Generated', url: `report-${number}.pdf` }],
    };
  }

  /** Says the theme in every second case, among other words. */
  private statement(theme: ThemeRecord): string {
    const name = this.random() < 0.5 ? `${this.oneOf([theme.label, ...(theme.altLabels ?? [])])}: ` : '';
    return name + this.sentence(35);
  }

  private sentence(words: number): string {
    return `${Array.from({ length: words }, () => this.word()).join(' ')}.`;
  }

  private theme(): ThemeRecord {
    return this.themes[this.themeAt()]!;
  }

  /** Mostly the label, often another name, now and then in other letters. */
  private nameOf({ label, altLabels = [] }: ThemeRecord): string {
    const chance = this.random();
    if (chance < 0.2 && altLabels.length > 0) return this.oneOf(altLabels);
    return chance < 0.3 ? label.toUpperCase().replaceAll(' ', '-') : label;
  }

  private word(): string {
    return this.words[this.wordAt()]!;
  }

  private oneOf<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)]!;
  }

  private below(limit: number): number {
    return Math.floor(this.random() * limit);
  }
}
