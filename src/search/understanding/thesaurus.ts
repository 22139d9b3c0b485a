import type { LabelKind } from '../../themes/theme.entity.js';
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
}

/** The thesaurus as it stood at one moment, with the look-ups that reading a query and making documents need. */
export class Thesaurus {
  readonly names: ThemeName[];
  private readonly themesById: Map<string, ThesaurusTheme>;
  private readonly namesByStem = new Map<string, ThemeName[]>();
  /** Every word of every name with its stem, to tell a misspelling from a word that is simply another. */
  readonly vocabulary = new Map<string, string>();

  constructor(themes: ThesaurusTheme[]) {
    this.themesById = new Map(themes.map((theme) => [theme.id, theme]));
    this.names = themes.flatMap((theme) =>
      theme.labels.map(({ text, kind }) => {
        const words = contentWords(wordsOf(text));
        if (kind !== 'abbreviation') for (const word of words) this.vocabulary.set(word.text, word.stem);
        return { theme, text, kind, stems: [...new Set(words.map(({ stem }) => stem))] };
      }),
    );
    for (const name of this.names) {
      if (name.kind === 'abbreviation') continue;
      for (const stem of name.stems) {
        const known = this.namesByStem.get(stem);
        if (known) known.push(name);
        else this.namesByStem.set(stem, [name]);
      }
    }
  }

  theme(id: string): ThesaurusTheme | undefined {
    return this.themesById.get(id);
  }

  /** The names in which a word occurs. */
  namesWith(stem: string): ThemeName[] {
    return this.namesByStem.get(stem) ?? [];
  }

  abbreviations(): ThemeName[] {
    return this.names.filter(({ kind }) => kind === 'abbreviation');
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
