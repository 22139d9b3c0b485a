import type { LabelKind } from '../../themes/theme.entity.js';
import { SpellingIndex } from './spelling.js';
import { contentWords, wordsOf } from './words.js';

export interface ThesaurusTheme {
  id: string;
  slug: string;
  label: string;
  accepted: boolean;
  definition: string | null;
  hasGuidance: boolean;
  broaderId: string | null;
  labels: { text: string; kind: LabelKind }[];
}

/** One name of a theme, in the form in which queries are compared with it. */
export interface ThemeName {
  theme: ThesaurusTheme;
  text: string;
  kind: LabelKind;
  stems: string[];
  /** Every word of it is needed, small ones too. */
  inFull: boolean;
  /** How much its words say together: the sum of their rarities among all names. */
  meaning: number;
}

/** The thesaurus as it stood at one moment, with the look-ups that reading a query and making documents need. */
export class Thesaurus {
  readonly names: ThemeName[];
  readonly abbreviations: ThemeName[];
  /** Every word of every name, to tell a misspelling from a word that is simply another. */
  readonly spelling: SpellingIndex;
  private readonly themesById: Map<string, ThesaurusTheme>;
  private readonly namesByStem = new Map<string, ThemeName[]>();
  private readonly themesWithStem = new Map<string, number>();
  private readonly stemsOfWord = new Map<string, string>();
  private readonly stemsOfNames = new Map<string, string[][]>();
  private readonly compounds = new Map<string, string[]>();

  constructor(themes: ThesaurusTheme[]) {
    this.themesById = new Map(themes.map((theme) => [theme.id, theme]));
    this.names = themes.flatMap((theme) => theme.labels.map((label) => this.read(theme, label)));
    this.abbreviations = this.names.filter(({ kind }) => kind === 'abbreviation');
    for (const theme of themes) this.countStems(theme);
    for (const name of this.names) {
      name.meaning = name.stems.reduce((sum, stem) => sum + this.rarity(stem), 0);
      if (name.kind === 'abbreviation') continue;
      if (name.stems.length > 1 && !name.inFull) {
        this.stemsOfNames.set(name.theme.id, [...(this.stemsOfNames.get(name.theme.id) ?? []), name.stems]);
      }
      for (const stem of name.stems) {
        const known = this.namesByStem.get(stem);
        if (known) known.push(name);
        else this.namesByStem.set(stem, [name]);
      }
    }
    this.spelling = new SpellingIndex([...this.stemsOfWord.keys()].map((word) => [word, 1]));
  }

  private read(theme: ThesaurusTheme, { text, kind }: { text: string; kind: LabelKind }): ThemeName {
    const all = wordsOf(text);
    const content = contentWords(all);
    // "Asking for it" is not "ask": where one word of meaning is left, the small words belong to the name.
    const inFull = content.length === 1 && all.length > 1;
    const words = inFull ? all : content;
    if (kind !== 'abbreviation') {
      words.forEach((word, at) => {
        this.stemsOfWord.set(word.text, word.stem);
        const next = words[at + 1];
        // "countylines" and "multiagency" are written as one word as often as two.
        if (next) this.compounds.set(word.text + next.text, [word.stem, next.stem]);
      });
    }
    return { theme, text, kind, stems: [...new Set(words.map(({ stem }) => stem))], inFull, meaning: 0 };
  }

  private countStems(theme: ThesaurusTheme): void {
    const stems = new Set(
      theme.labels.flatMap(({ text }) => contentWords(wordsOf(text)).map(({ stem }) => stem)),
    );
    for (const stem of stems) this.themesWithStem.set(stem, (this.themesWithStem.get(stem) ?? 0) + 1);
  }

  /** How much a word tells of the theme that is meant: little if many themes have it in a name. */
  rarity(stem: string): number {
    return Math.log(1 + this.themesById.size / (1 + (this.themesWithStem.get(stem) ?? 0)));
  }

  /** The stems of a theme's names that have several words: one word alone says too little of what a text is about. */
  namesOf(id: string): string[][] {
    return this.stemsOfNames.get(id) ?? [];
  }

  theme(id: string): ThesaurusTheme | undefined {
    return this.themesById.get(id);
  }

  /** The names in which a word occurs. */
  namesWith(stem: string): ThemeName[] {
    return this.namesByStem.get(stem) ?? [];
  }

  /** The stem of a word that occurs in a name as it is written. */
  stemOfKnown(word: string): string | undefined {
    return this.stemsOfWord.get(word);
  }

  /** The two words that are often written as this one. */
  parts(word: string): string[] | undefined {
    return this.compounds.get(word);
  }

  /** The themes above this one, nearest first. Ends where a cycle would begin, though the import refuses cycles. */
  broaderThan(id: string): ThesaurusTheme[] {
    const path: ThesaurusTheme[] = [];
    const seen = new Set([id]);
    for (
      let above = this.theme(id)?.broaderId;
      above && !seen.has(above);
      above = this.theme(above)?.broaderId
    ) {
      const theme = this.theme(above);
      if (!theme) break;
      seen.add(above);
      path.push(theme);
    }
    return path;
  }
}
