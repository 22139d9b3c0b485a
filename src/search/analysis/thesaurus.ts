import type { LabelKind } from '../../themes/theme.js';
import { EVERYDAY } from '../tuning/everyday.js';
import { SpellingIndex } from './spelling.js';
import type { ThesaurusTheme } from './thesaurus-theme.js';
import { contentWords, isFiller, tellingWords, tokensOf } from './words.js';

/** One name of a theme, in the form in which queries are compared with it. */
export interface NameOfTheme {
  theme: ThesaurusTheme;
  text: string;
  kind: LabelKind;
  /** The stems that have to be said for the name to be: all but words that only join. */
  stems: string[];
  /** The same, in the order in which they are said, none left out. */
  ordered: string[];
  /** Do words that only join stand between them? "Care at home" is not "care home". */
  joined: boolean;
  /** Those of the stems that are small words: without them the rest may be another meaning (“used by older people”). */
  small: string[];
  /** The stems of all its words, small ones too: how near a query comes is measured by all of them. */
  words: string[];
  /** The length of the name as a vector of its words' rarities. */
  length: number;
  /** An abbreviation, of whatever kind: "LAC" is one that is matched and never shown. */
  short: boolean;
}

const initialsOf = (words: { text: string }[]): string => words.map(({ text }) => text[0]).join('');

const longestFirst = (one: NameOfTheme, other: NameOfTheme): number =>
  other.ordered.length - one.ordered.length;

/** The thesaurus as it stood at one moment, with the look-ups that reading a query and making documents need. */
export class Thesaurus {
  readonly names: NameOfTheme[];
  readonly abbreviations: NameOfTheme[];
  /** Every word of every name, to tell a misspelling from a word that is simply another. */
  readonly spelling: SpellingIndex;
  private readonly themesById: Map<string, ThesaurusTheme>;
  private readonly under: Map<string | null, ThesaurusTheme[]>;
  private readonly namesByStem = new Map<string, NameOfTheme[]>();
  private readonly namesHaving = new Map<string, number>();
  private readonly stemsOfWord = new Map<string, string>();
  private readonly namesByStart = new Map<string, NameOfTheme[]>();
  private readonly shortNames = new Map<string, ThesaurusTheme>();
  private readonly compounds = new Map<string, string[]>();
  private readonly allShort: ReadonlySet<string>;

  constructor(themes: ThesaurusTheme[]) {
    this.themesById = new Map(themes.map((theme) => [theme.id, theme]));
    this.under = Map.groupBy(themes, ({ broaderId }) => broaderId);
    this.names = themes.flatMap((theme) => theme.labels.map((label) => this.read(theme, label)));
    this.abbreviations = this.names.filter(({ short }) => short);
    this.allShort = new Set(this.abbreviations.map(({ text }) => text.toLowerCase()));
    for (const { words } of this.names)
      for (const stem of words) this.namesHaving.set(stem, (this.namesHaving.get(stem) ?? 0) + 1);
    for (const name of this.names) {
      name.length = Math.hypot(...name.words.map((stem) => this.rarity(stem)));
      this.file(name);
    }
    this.spelling = new SpellingIndex([...this.stemsOfWord.keys()].map((word) => [word, 1]));
  }

  private read(theme: ThesaurusTheme, { text, kind }: { text: string; kind: LabelKind }): NameOfTheme {
    const all = tokensOf(text);
    // "Asking for it" is not "ask": where one word of meaning is left, the small words belong to the name.
    const inFull = contentWords(all).length === 1 && all.length > 1;
    const said = inFull ? all : tellingWords(all);
    const short = kind === 'abbreviation' || /^[\p{Lu}\d]{2,}$/u.test(text);
    if (!short) {
      said.forEach((word, at) => {
        this.stemsOfWord.set(word.text, word.stem);
        const next = said[at + 1];
        // "countylines" and "multiagency" are written as one word as often as two.
        if (next) this.compounds.set(word.text + next.text, [word.stem, next.stem]);
      });
    }
    const ordered = said.map(({ stem }) => stem);
    const words = [...new Set([...ordered, ...all.map(({ stem }) => stem)])];
    const small = said.filter((word) => isFiller(word.text)).map(({ stem }) => stem);
    const joined = said.some(
      ({ start }, at) => at > 0 && /\p{L}/u.test(text.slice(said[at - 1]!.end, start)),
    );
    return {
      theme,
      text,
      kind,
      stems: [...new Set(ordered)],
      ordered,
      joined,
      small,
      words,
      length: 0,
      short,
    };
  }

  private file(name: NameOfTheme): void {
    if (name.short) {
      if (name.theme.accepted && !EVERYDAY.has(name.text.toLowerCase()))
        this.shortNames.set(name.text, name.theme);
      return;
    }
    // A letter is somebody's name, and nothing of what a review is about.
    if (name.stems.every((stem) => stem.length === 1)) return;
    if (name.ordered.length > 1 && name.theme.accepted) {
      const beginning = this.namesByStart.get(name.ordered[0]!) ?? [];
      this.namesByStart.set(name.ordered[0]!, [...beginning, name].sort(longestFirst));
    }
    for (const stem of name.words) {
      const known = this.namesByStem.get(stem);
      if (known) known.push(name);
      else this.namesByStem.set(stem, [name]);
    }
  }

  /** The stems that carry meaning of what an abbreviation stands for: a name of the same theme with these initials, if any. */
  inFull({ theme, text }: NameOfTheme): readonly string[] | undefined {
    const initials = text.toLowerCase();
    const full = theme.labels
      .map((label) => tokensOf(label.text))
      .find((words) => [words, tellingWords(words)].some((read) => initialsOf(read) === initials));
    return full && [...new Set(contentWords(full).map(({ stem }) => stem))];
  }

  /** How much a word tells names apart: little if many have it. */
  rarity(stem: string): number {
    return Math.log(1 + this.names.length / (1 + (this.namesHaving.get(stem) ?? 0)));
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

  /** Does a word occur in a name, or is it one for short? */
  knows(stem: string, word: string): boolean {
    return this.namesByStem.has(stem) || this.allShort.has(word);
  }

  /** The names in which a word occurs. */
  namesWith(stem: string): NameOfTheme[] {
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
