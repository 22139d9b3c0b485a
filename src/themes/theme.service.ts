import { Any, type EntityManager } from 'typeorm';
import { columnsOf, rowOf } from '../platform/bundle/field-map.js';
import type { ImportRun } from '../platform/bundle/import-run.js';
import { normaliseLabel } from '../platform/text/normalise-label.js';
import { updateRows, writeRows } from '../platform/postgres/rows.js';
import { keepEdited } from '../publishing/edits.js';
import type { ThemePlan } from './plan-themes.js';
import type { ThemeBook } from './theme-book.js';
import { ThemeLabel } from './theme.entity.js';
import { THEME_FIELDS } from './theme.record.js';

const BATCH = 500;
const NEW_COLUMNS = { id: 'uuid', slug: 'text', label: 'text', status: 'text' };
const COLUMNS = {
  ...{ id: 'uuid', ...columnsOf(THEME_FIELDS), status: 'text', broader_id: 'uuid', replaced_by_id: 'uuid' },
  imported_hash: 'text',
};
const LABEL_COLUMNS = {
  ...{ normalised: 'text', theme_id: 'uuid', text: 'text', kind: 'text', position: 'smallint' },
};

/** Alone writes themes, their names and relations. */
export class ThemeService {
  /** Writes the planned themes. Uses of those that others took in are for the kinds that use them to move. */
  async import(run: ImportRun, book: ThemeBook, { planned, moves }: ThemePlan): Promise<void> {
    const { manager } = run;
    const changed = planned.filter(({ state }) => state !== 'same');
    // A theme shows where it stands: its neighbours, before and after, are made anew as well.
    run.stale.add(
      'theme',
      await this.neighbours(
        manager,
        changed.map(({ theme }) => theme.id),
      ),
    );
    run.stale.add('theme', [
      ...changed.flatMap(({ theme, relatedIds }) => [
        theme.id,
        ...relatedIds,
        ...(theme.broaderId ? [theme.broaderId] : []),
      ]),
      ...moves.map(({ from }) => from.id),
    ]);
    const created = changed.filter(({ state }) => state === 'new').map(({ theme }) => theme);
    for (const some of inBatches(created)) await writeRows(manager, 'theme', NEW_COLUMNS, some);
    for (const some of inBatches(changed)) await this.writeFields(run, some);
    await this.writeLabels(manager, book, { planned: changed, moves });
    await this.writeRelations(manager, changed);
    await this.replaceAbsorbed(manager, moves);
  }

  /** Writes the themes that a book has proposed since the last time, and has them made searchable. */
  async writeProposed({ manager, stale }: ImportRun, book: ThemeBook): Promise<void> {
    const themes = book.takeProposed();
    await writeRows(manager, 'theme', NEW_COLUMNS, themes);
    const labels = themes.map(({ id, label }) => ({
      ...{ normalised: normaliseLabel(label), theme_id: id, text: label, kind: 'preferred', position: 0 },
    }));
    await writeRows(manager, 'theme_label', LABEL_COLUMNS, labels);
    stale.add(
      'theme',
      themes.map(({ id }) => id),
    );
  }

  private async writeFields(run: ImportRun, some: ThemePlan['planned']): Promise<void> {
    const given = some.map(({ theme, record: { fields, hash } }) => ({
      ...{ ...rowOf(THEME_FIELDS, fields), id: theme.id, label: theme.label, status: theme.status },
      ...{ broader_id: theme.broaderId, replaced_by_id: theme.replacedById, imported_hash: hash },
    }));
    const kept = await keepEdited(run, { kind: 'theme', fields: THEME_FIELDS }, given);
    await updateRows(run.manager, 'theme', COLUMNS, kept, 'updated_at = now()');
  }

  private async writeLabels(
    manager: EntityManager,
    book: ThemeBook,
    { planned, moves }: Pick<ThemePlan, 'planned' | 'moves'>,
  ): Promise<void> {
    const absorbed = moves.filter(({ absorbed }) => absorbed);
    const claimed = new Set(planned.map(({ theme }) => theme.id));
    const labels = [...book.labels]
      .filter(([, { themeId }]) => claimed.has(themeId))
      .map(([normalised, { themeId, text, kind, position }]) => ({
        ...{ normalised, theme_id: themeId, text, kind, position },
      }));
    await manager.delete(ThemeLabel, [
      { themeId: Any([...claimed]) },
      { normalised: Any(labels.map(({ normalised }) => normalised)) },
    ]);
    // Further names that an editor gave to a proposed theme go with it.
    await manager.query(
      `update theme_label l set theme_id = m.into_id, kind = case l.kind when 'preferred' then 'alternative' else l.kind end
         from unnest($1::uuid[], $2::uuid[]) as m(from_id, into_id) where l.theme_id = m.from_id`,
      [absorbed.map(({ from }) => from.id), absorbed.map(({ into }) => into.id)],
    );
    for (const some of inBatches(labels)) await writeRows(manager, 'theme_label', LABEL_COLUMNS, some);
  }

  private async writeRelations(manager: EntityManager, changed: ThemePlan['planned']): Promise<void> {
    const ids = changed.map(({ theme }) => theme.id);
    await manager.delete('theme_related', [{ theme_id: Any(ids) }, { related_id: Any(ids) }]);
    const pairs = changed.flatMap(({ theme, relatedIds }) =>
      [...relatedIds].map((other) => [theme.id, other]),
    );
    await manager.query(
      `with given as (select * from unnest($1::uuid[], $2::uuid[]) as g(one, other))
       insert into theme_related (theme_id, related_id)
       select one, other from given union select other, one from given`,
      [pairs.map(([one]) => one), pairs.map(([, other]) => other)],
    );
  }

  /** A proposed theme that another took in leads to it, and what stood under it stands under the other. */
  private async replaceAbsorbed(manager: EntityManager, moves: ThemePlan['moves']): Promise<void> {
    const absorbed = moves.filter((move) => move.absorbed);
    if (absorbed.length === 0) return;
    const pairs = [absorbed.map(({ from }) => from.id), absorbed.map(({ into }) => into.id)];
    const given = `unnest($1::uuid[], $2::uuid[]) as m(from_id, into_id)`;
    await manager.query(
      `update theme t set replaced_by_id = m.into_id, broader_id = null, updated_at = now()
         from ${given} where t.id = m.from_id`,
      pairs,
    );
    await manager.query(
      `update theme t set broader_id = m.into_id from ${given} where t.broader_id = m.from_id and t.id <> m.into_id`,
      pairs,
    );
  }

  private async neighbours(manager: EntityManager, ids: string[]): Promise<string[]> {
    if (ids.length === 0) return [];
    const neighbours = await manager.query<{ id: string }[]>(
      `select related_id as id from theme_related where theme_id = any($1::uuid[])
       union select broader_id from theme where id = any($1) and broader_id is not null
       union select id from theme where broader_id = any($1)`,
      [ids],
    );
    return neighbours.map(({ id }) => id);
  }
}

function* inBatches<Item>(all: Item[]): Generator<Item[]> {
  for (let start = 0; start < all.length; start += BATCH) yield all.slice(start, start + BATCH);
}
