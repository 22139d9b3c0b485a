import { published } from '../publishing/published.js';

/**
 * Themes as a JSON list of references, by label.
 * @param ids a subquery of theme ids
 */
export const themeRefs = (ids: string): string =>
  `(select coalesce(json_agg(json_build_object('slug', named.slug, 'label', named.label)
      order by lower(named.label), named.slug), '[]'::json)
    from theme named where named.id in (${ids}))`;

/**
 * May the public see this theme? The thesaurus is public; a proposed theme only through a published record that uses it,
 * for its name comes from the record and would tell of one that is not published; or, once it was replaced, if its name
 * has become an open name of the theme that replaced it.
 */
export const visibleTheme = (alias: string): string =>
  `(${alias}.status = 'accepted'
    or exists (select 1 from theme_label open_name where open_name.theme_id = ${alias}.replaced_by_id and open_name.kind <> 'hidden'
               and lower(open_name.text) = lower(${alias}.label))
    or exists (select 1 from learning_point l join review r on r.id = l.review_id
               where l.theme_id = ${alias}.id and ${published('r')})
    or exists (select 1 from recommendation_theme ct join recommendation c on c.id = ct.recommendation_id
               join review r on r.id = c.review_id where ct.theme_id = ${alias}.id and ${published('r')})
    or exists (select 1 from briefing_theme bt join briefing b on b.id = bt.briefing_id
               where bt.theme_id = ${alias}.id and ${published('b')})
    or exists (select 1 from resource_theme st join resource s on s.id = st.resource_id
               where st.theme_id = ${alias}.id and ${published('s')}))`;
