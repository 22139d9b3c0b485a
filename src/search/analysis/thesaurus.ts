import type { LabelKind } from '../../themes/theme.js';
import type { ThesaurusTheme } from './thesaurus-theme.js';
import { SpellingIndex } from './spelling.js';
import { Vocabulary } from './vocabulary.js';
import { contentWords, tellingWords, wordsOf } from './words.js';

/** One name of a theme, in the form in which queries are compared with it. */
export interface NameOfTheme {
  theme: ThesaurusTheme;
  text: string;
  kind: LabelKind;
  stems: string[];
  /** The stop words among them: they tell names apart, and say little of what is meant. */
  small: Set<string>;
  /** The same, in the order in which they are said, none left out. */
  ordered: string[];
  /** An abbreviation, of whatever kind: "LAC" is one that is matched and never shown. */
  short: boolean;
  /** Every word of it is needed, small ones too. */
  inFull: boolean;
  /** How much its words say together: the sum of their rarities among all names. */
  meaning: number;
  /** The same of its stop words alone. */
  smallMeaning: number;
}

/**
 * Abbreviations that are also everyday words, letters or something else: in small letters they count only alone, or
 * beside a word of their theme ("Dash the hopes" is not the risk checklist, a "dna test" no missed appointment).
 */
export const EVERYDAY = new Set(
  'ace aces ce cic da dash dna dv fm icon it mash pc pp tip taf caf send pip is sh sn'.split(' '),
);

const longestFirst = (one: NameOfTheme, other: NameOfTheme): number =>
  other.ordered.length - one.ordered.length;

/** The thesaurus as it stood at one moment, with the look-ups that reading a query and making documents need. */
export class Thesaurus {
  readonly names: NameOfTheme[];
  readonly abbreviations: NameOfTheme[];
  /** Every word of every name, to tell a misspelling from a word that is simply another. */
  readonly spelling: SpellingIndex;
  private readonly affirmed: Vocabulary;
  private readonly denied: Vocabulary;
  private readonly themesById: Map<string, ThesaurusTheme>;
  private readonly under: Map<string | null, ThesaurusTheme[]>;
  private readonly namesByStem = new Map<string, NameOfTheme[]>();
  private readonly themesWithStem = new Map<string, number>();
  private readonly stemsOfWord = new Map<string, string>();
  private readonly namesByStart = new Map<string, NameOfTheme[]>();
  private readonly shortNames = new Map<string, ThesaurusTheme>();
  private readonly compounds = new Map<string, string[]>();

  constructor(themes: ThesaurusTheme[]) {
    this.affirmed = new Vocabulary(themes, false);
    this.denied = new Vocabulary(themes, true);
    this.themesById = new Map(themes.map((theme) => [theme.id, theme]));
    this.under = Map.groupBy(themes, ({ broaderId }) => broaderId);
    this.names = themes.flatMap((theme) => theme.labels.map((label) => this.read(theme, label)));
    this.abbreviations = this.names.filter(({ short }) => short);
    for (const theme of themes) this.countStems(theme);
    for (const name of this.names) {
      name.meaning = name.stems.reduce((sum, stem) => sum + this.rarity(stem), 0);
      name.smallMeaning = [...name.small].reduce((sum, stem) => sum + this.rarity(stem), 0);
      if (name.short) {
        if (name.theme.accepted && !EVERYDAY.has(name.text.toLowerCase()))
          this.shortNames.set(name.text, name.theme);
        continue;
      }
      if (name.stems.every((stem) => stem.length === 1)) continue;
      if (name.ordered.length > 1 && name.theme.accepted && !name.inFull) {
        const beginning = this.namesByStart.get(name.ordered[0]!) ?? [];
        this.namesByStart.set(name.ordered[0]!, [...beginning, name].sort(longestFirst));
      }
      for (const stem of name.stems) {
        const known = this.namesByStem.get(stem);
        if (known) known.push(name);
        else this.namesByStem.set(stem, [name]);
      }
    }
    this.spelling = new SpellingIndex([...this.stemsOfWord.keys()].map((word) => [word, 1]));
  }

  private read(theme: ThesaurusTheme, { text, kind }: { text: string; kind: LabelKind }): NameOfTheme {
    const all = wordsOf(text);
    const content = contentWords(all);
    // "Asking for it" is not "ask": where one word of meaning is left, the small words belong to the name.
    const inFull = content.length === 1 && all.length > 1;
    const words = inFull ? all : tellingWords(all);
    const short = kind === 'abbreviation' || /^[\p{Lu}\d]{2,}$/u.test(text);
    if (!short) {
      words.forEach((word, at) => {
        this.stemsOfWord.set(word.text, word.stem);
        const next = words[at + 1];
        // "countylines" and "multiagency" are written as one word as often as two.
        if (next) this.compounds.set(word.text + next.text, [word.stem, next.stem]);
      });
    }
    const ordered = words.map(({ stem }) => stem);
    const small = new Set(
      inFull ? [] : words.filter((word) => !content.includes(word)).map(({ stem }) => stem),
    );
    for (const { stem } of content) small.delete(stem);
    const stems = [...new Set(ordered)];
    return { theme, text, kind, stems, small, ordered, short, inFull, meaning: 0, smallMeaning: 0 };
  }

  private countStems(theme: ThesaurusTheme): void {
    const stems = new Set(
      theme.labels.flatMap(({ text }) => tellingWords(wordsOf(text)).map(({ stem }) => stem)),
    );
    for (const stem of stems) this.themesWithStem.set(stem, (this.themesWithStem.get(stem) ?? 0) + 1);
  }

  /** How much a word tells of the theme that is meant: little if many themes have it in a name. */
  rarity(stem: string): number {
    return Math.log(1 + this.themesById.size / (1 + (this.themesWithStem.get(stem) ?? 0)));
  }

  /** The names of accepted themes that have several words, of which this is the first; the longest name first. */
  namesBeginning(stem: string): NameOfTheme[] {
    return this.namesByStart.get(stem) ?? [];
  }

  /** The accepted theme of which this is an abbreviation, as it is written. */
  shortNamed(word: string): ThesaurusTheme | undefined {
    return this.shortNames.get(word);
  }

  theme(id: string): ThesaurusTheme | undefined {
    return this.themesById.get(id);
  }

  /** The names in which a word occurs. */
  namesWith(stem: string): NameOfTheme[] {
    return this.namesByStem.get(stem) ?? [];
  }

  /** The stem of a word that occurs in a name as it is written. */
  stemOfKnown(word: string): string | undefined {
    return this.stemsOfWord.get(word);
  }

  /** In which words themes are spoken of, by those who deny something or by those who do not. */
  vocabulary(denies: boolean): Vocabulary {
    return denies ? this.denied : this.affirmed;
  }

  /** The two words that are often written as this one. */
  parts(word: string): string[] | undefined {
    return this.compounds.get(word);
  }

  /** The themes directly under this one. */
  narrowerThan(id: string): ThesaurusTheme[] {
    return this.under.get(id) ?? [];
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
