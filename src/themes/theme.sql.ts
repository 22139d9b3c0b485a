import { PUBLIC } from '../publishing/audience.js';
import { asColumns, recordFields } from '../publishing/record.sql.js';

/** What every record has, of a public theme `t`. */
export const THEME_RECORD = recordFields({
  kind: 'theme',
  id: 't.id',
  slug: 't.slug',
  url: `'/themes/' || t.slug`,
  api: `'/themes/' || t.slug`,
  rights: `case t.status when 'accepted' then 'Written for this library.' else 'A name that a source uses.' end`,
  attribution: `'Practice review library, theme “' || t.label || '”.'`,
});
export const THEME_RECORD_COLUMNS = asColumns(THEME_RECORD);

/** The columns of a `ThemeSummary` but for its counts, of a theme `t` and the one above it, `broader`. */
export const THEME_COLUMNS = `${THEME_RECORD_COLUMNS}, t.label, t.status, t.definition,
  case when broader.id is not null then json_build_object('slug', broader.slug, 'label', broader.label) end as broader`;

/**
 * The themes of a record as a JSON list of references, by label.
 * @param of which uses are meant, as a condition on `tag`: see `themeTag` in publishing/audience.ts
 */
export const themesOf = (of: string): string =>
  themeRefs(`(select distinct tag.slug, tag.label from ${PUBLIC.themeTag} tag where ${of})`, 'true');

/**
 * Themes as a JSON list of references, by label.
 * @param condition on `named`, of the relation `themes`
 */
export const themeRefs = (themes: string, condition: string): string =>
  `(select coalesce(json_agg(json_build_object('slug', named.slug, 'label', named.label)
      order by lower(named.label), named.slug), '[]'::json) from ${themes} named where ${condition})`;

/**
 * The ids of themes and of all that is narrower, as a list: worked out once for the query it stands in. A theme that was
 * replaced stands for the one to use instead, and what was tagged with it is found under that one.
 * Withdrawn themes are not among them.
 * @param slugs placeholder for the slugs of any number of themes: those that the public does not see add nothing
 */
export const familyOf = (slugs: string): string => familyOfThose(publicThemes(slugs));

/** The same of themes that are named. @param named a relation and a condition, as for `meantBy` */
export const familyOfThose = (named: string): string => `array(
  with recursive ${meantBy(named)}, family as (
    select id from meant
    union
    select t.id from theme t join family on t.broader_id = family.id or t.replaced_by_id = family.id
  )
  select family.id from family join theme t using (id) where t.withdrawn_at is null)`;

/**
 * The themes with these slugs that the public sees. The list of what it sees is asked, which is planned in a moment: the view of
 * public themes asks of everything whether it carries one.
 */
export const publicThemes = (slugs: string): string => `theme named where named.slug = any(${slugs})
      and exists (select 1 from ${PUBLIC.record} seen where seen.kind = 'theme' and seen.record_id = named.id)`;

/**
 * The part of a recursive query that says, as `meant`, which themes some stand for: themselves, and those to use instead.
 * @param named a relation and a condition: those that are named
 */
export const meantBy = (named: string): string => `meant as (
    select id, replaced_by_id from ${named}
    union
    select t.id, t.replaced_by_id from theme t join meant on t.id = meant.replaced_by_id
  )`;
