import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { letters, randomFrom } from './generate.ts';
import type { ThemeRecord } from '../eval/thesaurus.ts';

/** Words that a few reviews say, and that are a name of a theme which hundreds carry without saying them. */
export interface Needle {
  text: string;
  theme: string;
}

const WHO =
  'the young person|her mother|his grandmother|a resident|the patient|an older man|the twins|a care leaver|the tenant|the family|a woman in her forties|the baby'.split(
    '|',
  );
const AGENCIES =
  'the ambulance service|the community nurse|the school|the housing officer|the hospital ward|the mental health trust|the health visitor|the police|the care provider|children’s social care|the surgery|a charity'.split(
    '|',
  );
const EVENTS =
  'the second admission|the house move|a long weekend|the court hearing|the new tenancy|a change of worker|the winter|the last review meeting|the transfer of the file|a fall on the stairs'.split(
    '|',
  );
const TEMPLATES = [
  '{agency} saw {who} twice before {event} and wrote nothing down.',
  'After {event} nobody rang {who} back.',
  '{agency} and {agency} each thought that the other would visit {who}.',
  'It took eleven weeks from {event} until {agency} replied.',
  '{who} had asked for help, and {agency} closed the request.',
  'A letter about {event} went to the wrong address.',
  'The plan did not say who would see {who} after {event}.',
  '{agency} had a new system and could not find earlier notes of {who}.',
  'Staff told the panel that {event} had been a turning point for {who}.',
];
/** What other catalogues call things: none is a name of the thesaurus. */
const ELSEWHERE = [
  'Care Home Health related deaths',
  'Community health care and emergency services related deaths',
  'Hospital Death (Clinical Procedures and medical management) related deaths',
  'Other related deaths',
  'case management and flow',
  'lone adult households',
  'equipment on loan',
  'out of hours response',
];
const SLIP = 0.01;

/** Made-up reviews as messy as real ones: short and long, themes by any name or by somebody else's, slips of the finger. */
export class MessyReviews {
  readonly needles: Needle[];
  private readonly themes: ThemeRecord[];
  private readonly random: () => number;

  constructor(themes: ThemeRecord[], needles: number, seed = 6_000) {
    this.themes = themes.filter(({ broader }) => broader);
    this.random = randomFrom(seed);
    this.needles = this.shuffled(this.themes)
      .flatMap(({ label, altLabels, hiddenLabels }) => {
        const names = [...hiddenLabels, ...altLabels].filter((name) => /^[a-z]{5,} [a-z]{5,}$/.test(name));
        return names.length > 0 ? [{ text: this.oneOf(names), theme: label }] : [];
      })
      .slice(0, needles);
  }

  /** Writes so many reviews as one bundle. */
  async writeBundle(file: string, reviews: number): Promise<void> {
    const saying = this.scatter(reviews);
    const out = createWriteStream(file);
    for (let number = 0; number < reviews; number += 1)
      if (!out.write(`${JSON.stringify(this.review(number, saying.get(number) ?? []))}\n`))
        await once(out, 'drain');
    out.end();
    await once(out, 'close');
  }

  /** A word with one slip: two letters swapped, or one left out. */
  slip(word: string): string {
    const at = 1 + this.below(word.length - 2);
    return this.random() < 0.5
      ? word.slice(0, at) + word[at + 1]! + word[at]! + word.slice(at + 2)
      : word.slice(0, at) + word.slice(at + 1);
  }

  /** Which reviews say which needles: three to thirty each. */
  private scatter(reviews: number): Map<number, Needle[]> {
    const saying = new Map<number, Needle[]>();
    for (const needle of this.needles)
      for (let times = 3 + this.below(28); times > 0; times -= 1) {
        const number = this.below(reviews);
        saying.set(number, [...(saying.get(number) ?? []), needle]);
      }
    return saying;
  }

  private review(number: number, needles: Needle[]): object {
    const label = `Case ${letters(number)}`;
    const themes = this.shuffled(this.themes).slice(0, 2 + this.below(9));
    const said = needles.map(({ text }) => `There were notes of ${text} before ${this.oneOf(EVENTS)}.`);
    const [inSummary, inStatements] = this.random() < 0.5 ? [said, []] : [[], said];
    const learning = themes.map((theme, place) => ({
      ...{ theme: this.called(theme), kind: this.oneOf(['finding', 'key-lesson', 'good-practice']) },
      statement: [this.text(1 + this.below(4)), ...(place === 0 ? inStatements : [])].join(' '),
    }));
    return {
      ...{ kind: 'review', publisher: `Board ${letters(this.below(250))}`, label, title: label },
      ...{ type: this.oneOf(['scr', 'sar', 'lcspr', 'other']), about: this.oneOf(['children', 'adults']) },
      ...{ publishedOn: `${2005 + this.below(20)}`, reference: `messy-${number}` },
      summary: [this.text(2 + this.below(12)), ...inSummary].join(' '),
      learning: [...new Map(learning.map((one) => [one.theme.toLowerCase(), one])).values()],
      recommendations: Array.from({ length: this.below(5) }, (_, place) => ({
        ...{ number: String(place + 1), text: this.text(1), scope: 'local', addressees: [], themes: [] },
      })),
      keywords: [this.oneOf(ELSEWHERE)],
      sources: [{ title: 'Made up', url: `messy-${number}.pdf` }],
    };
  }

  /** Mostly the label, sometimes another name, sometimes what another catalogue says. */
  private called({ label, altLabels }: ThemeRecord): string {
    const chance = this.random();
    if (chance < 0.15 && altLabels.length > 0) return this.oneOf(altLabels);
    return chance < 0.25 ? this.oneOf(ELSEWHERE) : label;
  }

  private text(sentences: number): string {
    const fill = (template: string): string =>
      template
        .replaceAll('{who}', () => this.oneOf(WHO))
        .replaceAll('{agency}', () => this.oneOf(AGENCIES))
        .replaceAll('{event}', () => this.oneOf(EVENTS));
    return Array.from({ length: sentences }, () => fill(this.oneOf(TEMPLATES)))
      .join(' ')
      .replace(/[a-z]{6,}/g, (word) => (this.random() < SLIP ? this.slip(word) : word));
  }

  private shuffled<Item>(items: readonly Item[]): Item[] {
    return items
      .map((item) => ({ item, at: this.random() }))
      .sort((one, other) => one.at - other.at)
      .map(({ item }) => item);
  }

  private oneOf<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)]!;
  }

  private below(limit: number): number {
    return Math.floor(this.random() * limit);
  }
}
