import type { FieldMap } from '../platform/bundle/field-map.js';
import type { ImportRun, Staged } from '../platform/bundle/import-run.js';
import { slugOf, type SlugBook } from '../platform/text/slug.js';
import { RecordService } from '../publishing/record.service.js';
import { ThemeBook } from './theme-book.js';
import { ThemeLinks } from './theme-links.js';
import { ThemeService } from './theme.service.js';

export type TitledKind = 'briefing' | 'resource';

/** What bundles say of every record that is known by its title. */
export interface TitledRecord {
  publisher?: string;
  title: string;
  themes: string[];
}

/** Alone writes the records of one kind that are known by their title, and which themes they are about. */
export abstract class TitledService<
  Fields extends TitledRecord,
  Fixed extends keyof Fields = never,
> extends RecordService<Fields, Fixed | 'publisher' | 'title' | 'themes'> {
  protected abstract override readonly target: { kind: TitledKind; fields: FieldMap<Fields> };

  /** Writes records of a bundle. */
  async import(run: ImportRun, batch: Staged<Fields>[], slugs: SlugBook): Promise<void> {
    const { kind } = this.target;
    await this.importRows(run, batch, ({ fields }) => slugs.claim(slugOf(fields.title, kind)));
    const book = run.shared(ThemeBook);
    const links = batch.flatMap(({ targetId, fields }) =>
      book.idsOf(fields.themes).map((themeId) => [targetId, themeId] as const),
    );
    await new ThemeService().writeProposed(run, book);
    const ids = batch.map(({ targetId }) => targetId);
    await new ThemeLinks(kind).replace(run.manager, ids, links);
  }
}
