import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { PUBLIC } from '../../publishing/audience.js';
import type { Suggestion, SuggestionKind } from './suggest.model.js';

/** Something that may be suggested, if it is published. */
export interface Candidate {
  id: string;
  kind: SuggestionKind;
  /** Of a theme: the name that was matched. */
  matched?: string | null;
  /** Of a theme: it is public only if what uses it is. */
  isProposed?: boolean;
}

interface Row {
  kind: SuggestionKind;
  slug: string;
  label: string;
  title: string | null;
  name: string | null;
  publisher: string | null;
  year: string | null;
}

/**
 * Reads candidates from the database, in one query and in the order given. What is not published, or is not there any
 * more, is left out, and a name that has become a hidden one meanwhile is not shown.
 */
@Injectable()
export class PublishedSuggestions {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  async read(candidates: Candidate[]): Promise<Suggestion[]> {
    if (candidates.length === 0) return [];
    const statement = candidates.some(({ isProposed }) => isProposed) ? WITH_PROPOSED : WITHOUT_PROPOSED;
    const rows = await this.source.query<Row[]>(statement, [
      candidates.map(({ id }) => id),
      candidates.map(({ kind }) => kind),
      candidates.map(({ matched }) => matched ?? null),
    ]);
    return rows.map(({ kind, slug, label, title, name, publisher, year }) => ({
      kind,
      label: inFull(label, title),
      hint: name ?? ([publisher, year].filter(Boolean).join(', ') || null),
      url: `/${kind}s/${slug}`,
      slug,
    }));
  }
}

/** “Child J”, whose title only repeats that; but “Jay Review: Shattered lives”, whose title is what people remember. */
function inFull(label: string, title: string | null): string {
  if (!title || title.toLowerCase().startsWith(label.toLowerCase())) return label;
  return `${label}: ${title}`;
}

const themes = (themes: string): string => `
  select w.place, w.kind, t.slug, t.label, null as title, null as publisher, null as year,
    (select l.text from ${PUBLIC.themeName} l where l.theme_id = t.id and l.text = w.matched
       and l.kind in ('alternative', 'abbreviation') limit 1) as name
  from wanted w join ${themes} t on t.id = w.id
  where w.kind = 'theme' and t.replaced_by_id is null`;

const REVIEWS = `
  select w.place, w.kind, r.slug, r.label, r.title, p.name, r.year::text, null
  from wanted w join ${PUBLIC.review} r on r.id = w.id join ${PUBLIC.publisher} p on p.id = r.publisher_id
  where w.kind = 'review'`;

const BRIEFINGS = `
  select w.place, w.kind, b.slug, b.title, null, p.name, extract(year from b.published_on)::int::text, null
  from wanted w join ${PUBLIC.briefing} b on b.id = w.id left join ${PUBLIC.publisher} p on p.id = b.publisher_id
  where w.kind = 'briefing'`;

const allKinds = (ofThemes: string): string => `
  with wanted as (
    select id, kind, matched, place
    from unnest($1::uuid[], $2::text[], $3::text[]) with ordinality as given(id, kind, matched, place))
  select kind, slug, label, title, publisher, year, name
  from (${[themes(ofThemes), REVIEWS, BRIEFINGS].join(' union all ')}) as found
  order by place`;

const WITH_PROPOSED = allKinds(PUBLIC.theme);
// To plan how a proposed theme is looked at takes PostgreSQL longer than all the rest: that is left out where there is none.
const WITHOUT_PROPOSED = allKinds(PUBLIC.acceptedTheme);
