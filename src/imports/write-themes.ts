import type { EntityManager } from 'typeorm';
import { namesByTheme, wordsOf, type ThemePlan } from './plan-themes.js';
import { deleteRows, rows, updateRows, writeRows } from '../platform/postgres/rows.js';
import { LABEL_COLUMNS, type Thesaurus } from './thesaurus.js';
import type { Touched } from './touched.js';
import { dateColumns } from './write-reviews.js';

const BATCH = 500;

/** Writes the planned themes with their names and relations, and moves the uses of those that others took in. */
export async function writeThemes(
  manager: EntityManager,
  thesaurus: Thesaurus,
  { planned, moves }: ThemePlan,
  touched: Touched,
): Promise<void> {
  const changed = planned.filter(({ state }) => state !== 'same');
  const names = namesByTheme(thesaurus);
  const others = changed.filter(
    ({ theme, before, state }) => state === 'changed' && before !== wordsOf(theme, names),
  );
  const stale = thesaurus.withNarrower(others.map(({ theme }) => theme.id));
  touched.add('theme', stale);
  await touched.addUsersOfThemes(manager, [...stale, ...moves.map(({ from }) => from.id)]);
  // A theme shows where it stands: its neighbours are made anew as well.
  await addNeighbours(
    manager,
    changed.map(({ theme }) => theme.id),
    touched,
  );
  touched.add('theme', [
    ...changed.flatMap(({ theme, relatedIds }) => [
      theme.id,
      ...relatedIds,
      ...(theme.broaderId ? [theme.broaderId] : []),
    ]),
    ...moves.map(({ from }) => from.id),
  ]);

  const created = changed.filter(({ state }) => state === 'new').map(({ theme }) => theme);
  for (const some of inBatches(created))
    await writeRows(manager, 'theme', { id: 'uuid', slug: 'text', label: 'text', status: 'text' }, some);
  for (const some of inBatches(changed)) await writeFields(manager, some);
  await writeLabels(manager, thesaurus, { planned: changed, moves });
  await writeRelations(manager, changed);
  await moveUses(manager, moves);
  await dropPhrases(manager, thesaurus, [
    ...changed.map(({ theme }) => theme.id),
    ...moves.map(({ into }) => into.id),
  ]);
}

async function writeFields(manager: EntityManager, some: ThemePlan['planned']): Promise<void> {
  const columns = {
    ...{ id: 'uuid', label: 'text', status: 'text', definition: 'text' },
    ...{ emergency: 'text[]', look_for: 'text[]', ask: 'text[]', ask_yourself: 'text[]', to_do: 'text[]' },
    ...{ guidance_reviewed_by: 'text', guidance_reviewed_on: 'date', guidance_reviewed_precision: 'text' },
    ...{ broader_id: 'uuid', replaced_by_id: 'uuid' },
    ...{ sources: 'jsonb', imported_hash: 'text' },
  };
  const given = some.map(({ theme, record: { fields, hash } }) => ({
    ...{ id: theme.id, label: theme.label, status: theme.status, definition: fields.definition },
    ...{ emergency: fields.emergency, look_for: fields.lookFor, to_do: fields.do },
    ...{ ask: fields.ask, ask_yourself: fields.askYourself },
    guidance_reviewed_by: fields.guidanceReviewedBy,
    ...dateColumns('guidance_reviewed', fields.guidanceReviewedOn),
    ...{ broader_id: theme.broaderId, replaced_by_id: theme.replacedById },
    ...{ sources: fields.sources, imported_hash: hash },
  }));
  await updateRows(manager, 'theme', columns, given, 'updated_at = now()');
}

async function writeLabels(
  manager: EntityManager,
  thesaurus: Thesaurus,
  { planned, moves }: ThemePlan,
): Promise<void> {
  const absorbed = moves.filter(({ absorbed }) => absorbed);
  const claimed = new Set(planned.map(({ theme }) => theme.id));
  const labels = [...thesaurus.labels]
    .filter(([, { themeId }]) => claimed.has(themeId))
    .map(([normalised, { themeId, text, kind, position }]) => ({
      ...{ normalised, theme_id: themeId, text, kind, position },
    }));
  await manager.query(
    `delete from theme_label where theme_id = any($1::uuid[]) or normalised = any($2::text[])`,
    [[...claimed], labels.map(({ normalised }) => normalised)],
  );
  // Further names that an editor gave to a proposed theme go with it.
  await manager.query(
    `update theme_label l set theme_id = m.into_id, kind = case l.kind when 'preferred' then 'alternative' else l.kind end
       from unnest($1::uuid[], $2::uuid[]) as m(from_id, into_id) where l.theme_id = m.from_id`,
    [absorbed.map(({ from }) => from.id), absorbed.map(({ into }) => into.id)],
  );
  for (const some of inBatches(labels)) await writeRows(manager, 'theme_label', LABEL_COLUMNS, some);
}

async function writeRelations(manager: EntityManager, changed: ThemePlan['planned']): Promise<void> {
  const ids = changed.map(({ theme }) => theme.id);
  await manager.query(
    `delete from theme_related where theme_id = any($1::uuid[]) or related_id = any($1::uuid[])`,
    [ids],
  );
  const pairs = changed.flatMap(({ theme, relatedIds }) => [...relatedIds].map((other) => [theme.id, other]));
  await manager.query(
    `with given as (select * from unnest($1::uuid[], $2::uuid[]) as g(one, other))
     insert into theme_related (theme_id, related_id)
     select one, other from given union select other, one from given`,
    [pairs.map(([one]) => one), pairs.map(([, other]) => other)],
  );
}

/** Makes the uses of each `from` uses of its `into`; a record that has both keeps one. */
async function moveUses(manager: EntityManager, moves: ThemePlan['moves']): Promise<void> {
  if (moves.length === 0) return;
  const pairs = [moves.map(({ from }) => from.id), moves.map(({ into }) => into.id)];
  const given = `unnest($1::uuid[], $2::uuid[]) as m(from_id, into_id)`;
  // The old theme's name was the source's own word for it.
  await manager.query(
    `update learning_point p set theme_id = m.into_id, phrase = coalesce(p.phrase, m.label)
       from unnest($1::uuid[], $2::uuid[], $3::text[]) as m(from_id, into_id, label) where p.theme_id = m.from_id`,
    [...pairs, moves.map(({ from }) => from.label)],
  );
  for (const kind of ['recommendation', 'briefing', 'resource']) {
    await manager.query(
      `insert into ${kind}_theme (${kind}_id, theme_id)
       select t.${kind}_id, m.into_id from ${kind}_theme t join ${given} on t.theme_id = m.from_id
       on conflict do nothing`,
      pairs,
    );
    await deleteRows(manager, `${kind}_theme`, 'theme_id', pairs[0]!);
  }
  const absorbed = moves.filter(({ absorbed }) => absorbed);
  const absorbedPairs = [absorbed.map(({ from }) => from.id), absorbed.map(({ into }) => into.id)];
  await manager.query(
    `update theme t set replaced_by_id = m.into_id, broader_id = null, updated_at = now()
       from ${given} where t.id = m.from_id`,
    absorbedPairs,
  );
  await manager.query(
    `update theme t set broader_id = m.into_id from ${given} where t.broader_id = m.from_id and t.id <> m.into_id`,
    absorbedPairs,
  );
}

/** Forgets the sources' words for these themes where they are the theme's own name by now, or one that is hidden. */
async function dropPhrases(manager: EntityManager, thesaurus: Thesaurus, themeIds: string[]): Promise<void> {
  const phrases = await rows<{ themeId: string; phrase: string }>(
    manager,
    `select distinct theme_id as "themeId", phrase from learning_point
      where theme_id = any($1::uuid[]) and phrase is not null`,
    [themeIds],
  );
  const dropped = phrases.filter(
    ({ themeId, phrase }) => !thesaurus.isPhrase(thesaurus.themes.get(themeId)!, phrase),
  );
  if (dropped.length === 0) return;
  await manager.query(
    `update learning_point p set phrase = null from unnest($1::uuid[], $2::text[]) as d(theme_id, phrase)
      where p.theme_id = d.theme_id and p.phrase = d.phrase`,
    [dropped.map(({ themeId }) => themeId), dropped.map(({ phrase }) => phrase)],
  );
}

async function addNeighbours(manager: EntityManager, ids: string[], touched: Touched): Promise<void> {
  if (ids.length === 0) return;
  const neighbours = await rows<{ id: string }>(
    manager,
    `select related_id as id from theme_related where theme_id = any($1::uuid[])
     union select broader_id from theme where id = any($1) and broader_id is not null
     union select id from theme where broader_id = any($1)`,
    [ids],
  );
  touched.add(
    'theme',
    neighbours.map(({ id }) => id),
  );
}

function* inBatches<Item>(all: Item[]): Generator<Item[]> {
  for (let start = 0; start < all.length; start += BATCH) yield all.slice(start, start + BATCH);
}
