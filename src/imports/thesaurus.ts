import type { LabelKind, ThemeStatus } from '../themes/theme.js';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { SlugBook, slugOf } from '../platform/text/slug.js';
import { normaliseLabel } from '../platform/text/normalise-label.js';
import { rows, takenSlugs, writeRows } from '../platform/postgres/rows.js';

export interface ThemeRow {
  id: string;
  slug: string;
  label: string;
  status: ThemeStatus;
  broaderId: string | null;
  replacedById: string | null;
  importedHash: string | null;
}

export interface LabelRow {
  themeId: string;
  text: string;
  kind: LabelKind;
  position: number;
}

/** What a record means by the name of a theme. */
export interface NamedTheme {
  themeId: string;
  /** The name, where it says something else than the theme's preferred label. */
  phrase: string | null;
}

/** All themes and their names, in memory: an import asks for a theme hundreds of thousands of times. */
export class Thesaurus {
  /** By normalised name. */
  readonly labels = new Map<string, LabelRow>();
  readonly themes = new Map<string, ThemeRow>();
  /** Made here and not yet written. */
  private proposed: ThemeRow[] = [];

  private constructor(private readonly slugs: SlugBook) {}

  static async load(manager: EntityManager): Promise<Thesaurus> {
    const thesaurus = new Thesaurus(new SlugBook(await takenSlugs(manager, 'theme')));
    const themes = await rows<ThemeRow>(
      manager,
      `select id, slug, label, status, broader_id as "broaderId", replaced_by_id as "replacedById",
              imported_hash as "importedHash" from theme`,
    );
    for (const theme of themes) thesaurus.themes.set(theme.id, theme);
    const labels = await rows<LabelRow & { normalised: string }>(
      manager,
      `select normalised, theme_id as "themeId", text, kind, position from theme_label`,
    );
    for (const { normalised, ...label } of labels) thesaurus.labels.set(normalised, label);
    return thesaurus;
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
      ...{ id: randomUUID(), slug, label, status },
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
    return theme;
  }

  /** As `findOrPropose`, with the words in which the record puts it. */
  named(name: string): NamedTheme {
    const theme = this.findOrPropose(name);
    return { themeId: theme.id, phrase: this.isPhrase(theme, name) ? name : null };
  }

  /**
   * Do these words tell a reader something that the theme's preferred label does not? Hidden names are matched and never
   * shown, in a source's mouth neither.
   */
  isPhrase(theme: ThemeRow, words: string): boolean {
    const normalised = normaliseLabel(words);
    return normalised !== normaliseLabel(theme.label) && this.labels.get(normalised)?.kind !== 'hidden';
  }

  /** Writes the themes that were proposed since the last call, and answers their ids. */
  async writeProposed(manager: EntityManager): Promise<string[]> {
    const themes = this.proposed;
    this.proposed = [];
    await writeRows(manager, 'theme', { id: 'uuid', slug: 'text', label: 'text', status: 'text' }, themes);
    await writeRows(
      manager,
      'theme_label',
      LABEL_COLUMNS,
      themes.map(({ id, label }) => ({
        ...{ normalised: normaliseLabel(label), theme_id: id, text: label, kind: 'preferred', position: 0 },
      })),
    );
    return themes.map(({ id }) => id);
  }
}

export const LABEL_COLUMNS = {
  normalised: 'text',
  theme_id: 'uuid',
  text: 'text',
  kind: 'text',
  position: 'smallint',
};
