import type { LabelKind } from '../../themes/theme.js';
import { contentWords, NOT, stemOf, wordsOf } from './words.js';
import type { ThesaurusTheme } from './thesaurus-theme.js';

/** How much a word counts in each kind of name, and in the definition. */
const NAMED_IN: Record<LabelKind, number> = { preferred: 4, alternative: 2.5, hidden: 2, abbreviation: 2.5 };
const DEFINED_WITH = 1;
/** How soon a word in more names of the same theme stops counting, and how strongly the number of its names does (BM25). */
const SATURATION = 1.5;
const LENGTH_COUNTS = 0.3;

/** Words that are said of anything: in a name they belong to it, alone they tell of no theme. */
const LIGHT = new Set(
  (
    'take took taken taking keep keeps kept keeping come comes came coming put puts putting go goes went back down ' +
    'many another anyone everyone everything nothing never always time times year years old week weeks month months ' +
    'day days today poor bad lack fail failed failing failure problem problems'
  )
    .split(' ')
    .map(stemOf),
);

/**
 * The words in which each accepted theme is spoken of, and how much each tells of it: for what nobody named in full.
 * "Poor assessments" is no name of a theme, but "assessment" is a word of one theme more than of any other.
 */
export class Vocabulary {
  private readonly evidence = new Map<string, Map<ThesaurusTheme, number>>();
  private readonly most = new Map<string, number>();
  private readonly mostOfUnknown: number;

  /** @param denied whether to read what a theme is not, too: "medication not given" tells nothing of medication that is given */
  constructor(themes: ThesaurusTheme[], denied: boolean) {
    const spoken = themes.filter(({ accepted }) => accepted).map((theme) => wordsOfTheme(theme, denied));
    const average = spoken.reduce((sum, { length }) => sum + length, 0) / (spoken.length || 1);
    for (const { theme, weights, length } of spoken) {
      const usual = 1 - LENGTH_COUNTS + (LENGTH_COUNTS * length) / average;
      for (const [stem, weight] of weights) {
        const said = weight / usual;
        const known = this.evidence.get(stem) ?? new Map<ThesaurusTheme, number>();
        this.evidence.set(stem, known.set(theme, said / (SATURATION + said)));
      }
    }
    const rarity = (have: number): number => Math.log(1 + spoken.length / (0.5 + have));
    this.mostOfUnknown = rarity(0);
    for (const [stem, themesWith] of this.evidence) {
      const most = rarity([...themesWith.values()].reduce((sum, share) => sum + share, 0));
      this.most.set(stem, most);
      for (const [theme, share] of themesWith) themesWith.set(theme, share * most);
    }
  }

  /** How much a word could tell of a theme at the most: little if many themes have it. */
  tells(stem: string): number {
    return LIGHT.has(stem) ? 0 : (this.most.get(stem) ?? this.mostOfUnknown);
  }

  /** The themes that are spoken of with one of these words, and how much it tells of each. */
  of(stems: string[]): Map<ThesaurusTheme, number> {
    const best = new Map<ThesaurusTheme, number>();
    for (const stem of stems) {
      for (const [theme, tells] of this.evidence.get(stem) ?? []) {
        if (tells > (best.get(theme) ?? 0)) best.set(theme, tells);
      }
    }
    return best;
  }
}

function wordsOfTheme(
  theme: ThesaurusTheme,
  denied: boolean,
): {
  theme: ThesaurusTheme;
  weights: Map<string, number>;
  length: number;
} {
  const weights = new Map<string, number>();
  const add = (text: string, weight: number): void => {
    const words = wordsOf(text);
    if (!denied && words.some(({ stem }) => stem === NOT)) return;
    for (const { stem } of contentWords(words)) {
      // A letter is somebody's name: "Child B" has nothing to do with a B&B.
      if (!LIGHT.has(stem) && stem.length > 1) weights.set(stem, (weights.get(stem) ?? 0) + weight);
    }
  };
  for (const { text, kind } of theme.labels) add(text, NAMED_IN[kind]);
  for (const part of (theme.definition ?? '').split(/[.;:,]/)) add(part, DEFINED_WITH);
  return { theme, weights, length: [...weights.values()].reduce((sum, weight) => sum + weight, 0) };
}
