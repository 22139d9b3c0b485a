import type { EntityManager } from 'typeorm';
import { IdBook } from '../platform/bundle/record-id.js';
import { SlugBook, slugOf } from '../platform/text/slug.js';
import { normaliseLabel } from '../platform/text/normalise-label.js';
import type { ImportNotes } from '../platform/bundle/import-run.js';
import type { ThemeStatus } from './theme.js';
import { Theme, ThemeLabel } from './theme.entity.js';

export type ThemeRow = Pick<
  Theme,
  'id' | 'slug' | 'label' | 'status' | 'broaderId' | 'replacedById' | 'importedHash'
>;
export type LabelRow = Pick<ThemeLabel, 'themeId' | 'text' | 'kind' | 'position'>;

const THEME_ROW = {
  ...{ id: true, slug: true, label: true, status: true },
  ...{ broaderId: true, replacedById: true, importedHash: true },
} satisfies Record<keyof ThemeRow, true>;

/** What a record means by the name of a theme. */
export interface ThemeInWords {
  themeId: string;
  /** The name, where it says something else than the theme's preferred label. */
  phrase: string | null;
}

/** All themes and their names, in memory: an import asks for a theme hundreds of thousands of times. */
export class ThemeBook {
  /** By normalised name. */
  readonly labels = new Map<string, LabelRow>();
  readonly themes = new Map<string, ThemeRow>();
  /** Made here and not yet written. */
  private proposed: ThemeRow[] = [];
  private notes: ImportNotes | null = null;

  private constructor(
    private readonly slugs: SlugBook,
    private readonly ids: IdBook,
  ) {}

  static async load(manager: EntityManager): Promise<ThemeBook> {
    const themes = await manager.find(Theme, { select: THEME_ROW });
    const book = new ThemeBook(
      new SlugBook(themes.map(({ slug }) => slug)),
      new IdBook(
        'theme',
        themes.map(({ id }) => id),
      ),
    );
    for (const theme of themes) book.themes.set(theme.id, theme);
    for (const { normalised, ...label } of await manager.find(ThemeLabel)) book.labels.set(normalised, label);
    return book;
  }

  /** The theme that has this name, in whatever form. */
  holderOf(name: string): ThemeRow | undefined {
    const label = this.labels.get(normaliseLabel(name));
    return label && this.themes.get(label.themeId);
  }

  /** The theme to use for this name: its holder or what that was replaced by. */
  find(name: string): ThemeRow | undefined {
    const holder = this.holderOf(name);
    return holder && this.current(holder);
  }

  current(theme: ThemeRow): ThemeRow {
    const seen = new Set<string>();
    let current = theme;
    while (current.replacedById && !seen.has(current.id)) {
      seen.add(current.id);
      current = this.themes.get(current.replacedById) ?? current;
    }
    return current;
  }

  /** These themes and all that are narrower than them, at any depth. */
  withNarrower(ids: string[]): Set<string> {
    const narrower = Map.groupBy(this.themes.values(), ({ broaderId }) => broaderId);
    const found = new Set<string>();
    for (const waiting = [...ids]; waiting.length > 0;) {
      const id = waiting.pop()!;
      if (found.has(id)) continue;
      found.add(id);
      waiting.push(...(narrower.get(id) ?? []).map((theme) => theme.id));
    }
    return found;
  }

  /** A theme that does not exist yet. Its names are for the caller to add. */
  create(label: string, status: ThemeStatus): ThemeRow {
    const slug = this.slugs.claim(slugOf(label, 'theme'));
    const theme: ThemeRow = {
      ...{ id: this.ids.claim([normaliseLabel(label)]), slug, label, status },
      ...{ broaderId: null, replacedById: null, importedHash: null },
    };
    this.themes.set(theme.id, theme);
    return theme;
  }

  /** The theme to use for this name; where none has it, one is proposed to the editors. */
  findOrPropose(name: string): ThemeRow {
    const known = this.find(name);
    if (known) return known;
    const theme = this.create(name, 'proposed');
    this.labels.set(normaliseLabel(name), { themeId: theme.id, text: name, kind: 'preferred', position: 0 });
    this.proposed.push(theme);
    if (this.notes) this.notes.named.themes += 1;
    return theme;
  }

  /** As `findOrPropose`, with the words in which the record puts it. */
  named(name: string): ThemeInWords {
    const theme = this.findOrPropose(name);
    return { themeId: theme.id, phrase: this.isPhrase(theme, name) ? name : null };
  }

  /** The themes to use for these names, each once. */
  idsOf(names: string[]): string[] {
    return [...new Set(names.map((name) => this.findOrPropose(name).id))];
  }

  /** As `named`, keeping the answers: for a batch of records, which name the same themes again and again. */
  inWordsOnce(): (name: string) => ThemeInWords {
    const known = new Map<string, ThemeInWords>();
    return (name) => {
      const theme = known.get(name) ?? this.named(name);
      known.set(name, theme);
      return theme;
    };
  }

  /**
   * Do these words tell a reader something that the theme's preferred label does not? Hidden names are matched and never
   * shown, in a source's mouth neither.
   */
  isPhrase(theme: ThemeRow, words: string): boolean {
    const normalised = normaliseLabel(words);
    return normalised !== normaliseLabel(theme.label) && this.labels.get(normalised)?.kind !== 'hidden';
  }

  /** The themes that were proposed since the last call, for `ThemeService.writeProposed` to write. */
  takeProposed(): ThemeRow[] {
    const themes = this.proposed;
    this.proposed = [];
    return themes;
  }

  /** From here on, counts in these notes how many themes are proposed. */
  countProposedIn(notes: ImportNotes): void {
    this.notes = notes;
  }
}
