import type { LabelKind } from '../../themes/theme.js';
import { EVERYDAY } from '../tuning/stop-words.js';
import { SpellingIndex } from './spelling.js';
import { contentWords, isFiller, tellingWords, tokensOf } from './words.js';

/** A theme with its names, as the search reads it. */
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
  readonly spelling = new SpellingIndex([]);
  /** The two words of names that are often written as this one. */
  readonly parts = new Map<string, string[]>();
  /** The names of accepted themes that have several words, by the first of these; the longest name first. */
  readonly namesByStart: ReadonlyMap<string, NameOfTheme[]>;
  /** The abbreviations of accepted themes as they are written, those that are no everyday words. */
  readonly shortNames: ReadonlyMap<string, ThesaurusTheme>;
  private readonly themesById: ReadonlyMap<string, ThesaurusTheme>;
  private readonly under: ReadonlyMap<string | null, ThesaurusTheme[]>;
  private readonly namesByStem = new Map<string, NameOfTheme[]>();
  private readonly namesHaving = new Map<string, number>();

  constructor(themes: ThesaurusTheme[]) {
    this.themesById = new Map(themes.map((theme) => [theme.id, theme]));
    this.under = Map.groupBy(themes, ({ broaderId }) => broaderId);
    this.names = themes.flatMap((theme) => theme.labels.map((label) => this.read(theme, label)));
    this.abbreviations = this.names.filter(({ short }) => short);
    this.shortNames = new Map(
      this.abbreviations
        .filter(({ text, theme }) => theme.accepted && !EVERYDAY.has(text.toLowerCase()))
        .map(({ text, theme }) => [text, theme]),
    );
    for (const { words } of this.names)
      for (const stem of words) this.namesHaving.set(stem, (this.namesHaving.get(stem) ?? 0) + 1);
    for (const name of this.names) name.length = Math.hypot(...name.words.map((stem) => this.rarity(stem)));
    // A letter is somebody's name, and nothing of what a review is about.
    const said = this.names.filter(({ short, stems }) => !short && stems.some((stem) => stem.length > 1));
    const several = said.filter(({ ordered, theme }) => ordered.length > 1 && theme.accepted);
    this.namesByStart = Map.groupBy(several.sort(longestFirst), ({ ordered }) => ordered[0]!);
    for (const name of said)
      for (const stem of name.words) {
        const known = this.namesByStem.get(stem);
        if (known) known.push(name);
        else this.namesByStem.set(stem, [name]);
      }
  }

  private read(theme: ThesaurusTheme, { text, kind }: { text: string; kind: LabelKind }): NameOfTheme {
    const all = tokensOf(text);
    // "Asking for it" is not "ask": where one word of meaning is left, the small words belong to the name.
    const inFull = contentWords(all).length === 1 && all.length > 1;
    const said = inFull ? all : tellingWords(all);
    const short = kind === 'abbreviation' || /^[\p{Lu}\d]{2,}$/u.test(text);
    if (!short) {
      said.forEach((word, at) => {
        this.spelling.add(word.text);
        const next = said[at + 1];
        // "countylines" and "multiagency" are written as one word as often as two.
        if (next) this.parts.set(word.text + next.text, [word.stem, next.stem]);
      });
    }
    const ordered = said.map(({ stem }) => stem);
    const words = [...new Set([...ordered, ...all.map(({ stem }) => stem)])];
    const small = said.filter((word) => isFiller(word.text)).map(({ stem }) => stem);
    const joined = said.some(
      ({ start }, at) => at > 0 && /\p{L}/u.test(text.slice(said[at - 1]!.end, start)),
    );
    return {
      ...{ theme, text, kind, stems: [...new Set(ordered)], ordered, joined, small, words, length: 0, short },
    };
  }

  /** The stems that carry meaning of what an abbreviation stands for: a name of the same theme with these initials, if any. */
  inFull({ theme, text }: NameOfTheme): { theme: string; stems: readonly string[] } | null {
    const initials = text.toLowerCase();
    const full = theme.labels
      .map((label) => tokensOf(label.text))
      .find((words) => [words, tellingWords(words)].some((read) => initialsOf(read) === initials));
    return full
      ? { theme: theme.slug, stems: [...new Set(contentWords(full).map(({ stem }) => stem))] }
      : null;
  }

  /** How much a word tells names apart: little if many have it. */
  rarity(stem: string): number {
    return Math.log(1 + this.names.length / (1 + (this.namesHaving.get(stem) ?? 0)));
  }

  theme(id: string): ThesaurusTheme | undefined {
    return this.themesById.get(id);
  }

  /** Does a word occur in a name, or is it one for short? */
  knows(stem: string, word: string): boolean {
    return this.namesByStem.has(stem) || this.abbreviations.some(({ text }) => text.toLowerCase() === word);
  }

  /** The names in which a word occurs. */
  namesWith(stem: string): NameOfTheme[] {
    return this.namesByStem.get(stem) ?? [];
  }

  /** The themes directly under this one. */
  narrowerThan(id: string): ThesaurusTheme[] {
    return this.under.get(id) ?? [];
  }

  /** The themes above this one, nearest first. Ends where a cycle would begin, though the import refuses cycles. */
  broaderThan(id: string): ThesaurusTheme[] {
    const path: ThesaurusTheme[] = [];
    let above = this.above(id);
    while (above && above.id !== id && !path.includes(above)) {
      path.push(above);
      above = this.above(above.id);
    }
    return path;
  }

  private above(id: string): ThesaurusTheme | undefined {
    return this.theme(this.theme(id)?.broaderId ?? '');
  }
}
