import { normaliseLabel } from '../../platform/text/normalise-label.js';
import type { LabelKind } from '../../themes/theme.js';
import { SpellingIndex } from '../../platform/text/spelling.js';
import { JOINING_WORDS } from '../tuning/words.js';
import { WEIGHTS } from '../tuning/weights.js';
import {
  contentWords,
  gapsIn,
  isFiller,
  stemOf,
  tellingWords,
  tokensOf,
  type Gap,
  type Word,
} from './words.js';

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
  /** As `normaliseLabel` makes it: what is typed is compared with its beginnings. */
  plain: string;
  kind: LabelKind;
  /** The stems that have to be said for the name to be: all but words that only join. */
  stems: string[];
  /** The same, in the order in which they are said, none left out. */
  ordered: string[];
  /** What stands between them: "care at home" is not "care home". */
  gaps: Gap[];
  /** Those of the stems that are small words: without them the rest may be another meaning (“used by older people”). */
  small: string[];
  /** The stems of all its words, small ones too: how near a query comes is measured by all of them. */
  words: string[];
  /** The length of the name as a vector of its words' rarities. */
  length: number;
  /** An abbreviation, of whatever kind: "LAC" is one that is matched and never shown. */
  short: boolean;
}

const JOINING_STEMS = new Set([...JOINING_WORDS].map(stemOf));

const initialsOf = (words: { text: string }[]): string => words.map(({ text }) => text[0]).join('');

/** The thesaurus as it stood at one moment, with the look-ups that reading a query and making documents need. */
export class Thesaurus {
  readonly names: NameOfTheme[];
  /** Every word of every name, to tell a misspelling from a word that is simply another. */
  readonly spelling = new SpellingIndex();
  /** The two words of names that are often written as this one. */
  private readonly parts = new Map<string, Word[]>();
  /** By their small letters. */
  private readonly abbreviations: ReadonlyMap<string, NameOfTheme[]>;
  /** The label of each theme by its slug. */
  readonly labels: ReadonlyMap<string, string>;
  private readonly themesById: ReadonlyMap<string, ThesaurusTheme>;
  private readonly under: ReadonlyMap<string | null, ThesaurusTheme[]>;
  private readonly namesByStem = new Map<string, NameOfTheme[]>();
  private readonly byRarest: ReadonlyMap<string, NameOfTheme[]>;

  constructor(themes: ThesaurusTheme[]) {
    this.themesById = new Map(themes.map((theme) => [theme.id, theme]));
    this.labels = new Map(themes.map(({ slug, label }) => [slug, label]));
    this.under = Map.groupBy(themes, ({ broaderId }) => broaderId);
    this.names = themes.flatMap((theme) => theme.labels.map((label) => this.read(theme, label)));
    const short = this.names.filter((name) => name.short);
    this.abbreviations = Map.groupBy(short, ({ text }) => text.toLowerCase());
    // A letter is somebody's name, and nothing of what a review is about.
    const said = this.names.filter(({ short, stems }) => !short && stems.some((stem) => stem.length > 1));
    for (const name of said)
      for (const stem of name.words) {
        const known = this.namesByStem.get(stem) ?? [];
        known.push(name);
        this.namesByStem.set(stem, known);
      }
    for (const name of said) name.length = Math.hypot(...name.words.map((stem) => this.rarity(stem)));
    this.byRarest = Map.groupBy(
      said,
      ({ stems }) => stems.toSorted((a, b) => this.rarity(b) - this.rarity(a))[0]!,
    );
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
        if (next) this.parts.set(word.text + next.text, [word, next]);
      });
    }
    const ordered = said.map(({ stem }) => stem);
    const stems = [...new Set(ordered)];
    const words = [...new Set([...ordered, ...all.map(({ stem }) => stem)])];
    const small = said.filter((word) => isFiller(word.text)).map(({ stem }) => stem);
    const [plain, gaps] = [normaliseLabel(text), gapsIn(text, said)];
    return { theme, text, plain, kind, stems, ordered, gaps, small, words, length: 0, short };
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

  /** How much a word tells names apart: little if many have it, or if it only joins others. */
  rarity(stem: string): number {
    const names = 1 + this.namesWith(stem).length + this.abbreviated(stem).length;
    return (JOINING_STEMS.has(stem) ? WEIGHTS.joining : 1) * Math.log(1 + this.names.length / names);
  }

  /** Of these themes those that are known, with their labels by slug. */
  labelsOf(slugs: string[]): Map<string, string> {
    const known = slugs.filter((slug) => this.labels.has(slug));
    return new Map(known.map((slug) => [slug, this.labels.get(slug)!]));
  }

  theme(id: string): ThesaurusTheme | undefined {
    return this.themesById.get(id);
  }

  /** Does a word occur in a name, or is it one for short? */
  knows(stem: string, word: string): boolean {
    return this.namesByStem.has(stem) || this.abbreviations.has(word);
  }

  /** Words as names have them, which have as two what may be written as one: "countylines". */
  apart(words: Word[]): Word[] {
    const isOne = ({ stem, text }: Word): boolean => this.knows(stem, text);
    return words.flatMap((word) => (isOne(word) ? [word] : (this.parts.get(word.text) ?? [word])));
  }

  /** The names in which a word occurs. */
  namesWith(stem: string): NameOfTheme[] {
    return this.namesByStem.get(stem) ?? [];
  }

  /** The names of which this is the rarest word: whatever says one of them has it. */
  namesByRarest(stem: string): NameOfTheme[] {
    return this.byRarest.get(stem) ?? [];
  }

  /** The abbreviations that a word is, or several of. */
  abbreviated(word: string): NameOfTheme[] {
    return [...new Set([word, word.replace(/s$/, '')])].flatMap((one) => this.abbreviations.get(one) ?? []);
  }

  /** The themes directly under this one. */
  narrowerThan(id: string): ThesaurusTheme[] {
    return this.under.get(id) ?? [];
  }

  /** The themes above this one, nearest first. Ends where a cycle would begin, though the import refuses cycles. */
  broaderThan(id: string): ThesaurusTheme[] {
    const path: ThesaurusTheme[] = [];
    let above = this.theme(id);
    while ((above = this.theme(above?.broaderId ?? '')) && above.id !== id && !path.includes(above))
      path.push(above);
    return path;
  }
}
