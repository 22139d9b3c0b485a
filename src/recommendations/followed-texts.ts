import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { LRUCache } from 'lru-cache';
import { DataSource, type EntityManager } from 'typeorm';
import { digestOf } from '../platform/text/digest.js';
import { isId } from '../platform/text/is-id.js';
import { PUBLIC } from '../publishing/audience.js';
import { contentRevision } from '../publishing/content-revision.js';
import { OWN_POINTS } from '../reviews/learning.sql.js';
import { REVIEW_REF } from '../reviews/review.sql.js';
import type { ReviewRef } from '../reviews/review-ref.model.js';
import type { ThemeRef } from '../themes/theme-ref.model.js';
import { familyOf, themeRefs, themesOf } from '../themes/theme.sql.js';

/** What can be followed of the library. */
export type FollowedKind = 'recommendation' | 'learning-point';

/** Something that can be followed. */
export interface Followable {
  /** Names of the agencies that it is addressed to. */
  addressees: string[];
  /** Empty where its source names a theme alone. */
  text: string | null;
}

/** A recommendation as it read at an instant. It stays readable for whoever follows it, also when it is public no more. */
export interface FollowedText {
  id: string;
  number: string | null;
  text: string;
  /** Which wording it is, counted from 1. */
  version: number;
  /** Whether its source does not have it any more. */
  hasLeftSource: boolean;
  /** Null where its review is not public just now. */
  review: ReviewRef | null;
  themes: ThemeRef[];
}

/** Of which review and on which themes something is that is followed: a recommendation, a finding or a key lesson. */
export type FollowedOf = Pick<FollowedText, 'review' | 'themes'>;

/** The public reviews of what is followed, and its themes. */
export interface FollowedAbout {
  reviews: { slug: string; label: string }[];
  themes: ThemeRef[];
}

/** Lists of choices that are kept: one of a large partnership is some tens of kilobytes. */
const MOST_KEPT = 50;

/** Reads what partnerships follow. */
@Injectable()
export class FollowedTexts {
  private readonly about = new LRUCache<string, FollowedAbout>({ max: MOST_KEPT });

  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** @returns null where there is no such one that the public sees */
  async find(manager: EntityManager, kind: FollowedKind, id: string): Promise<Followable | null> {
    if (!isId(id)) return null;
    const [found] = await manager.query<Followable[]>(
      kind === 'recommendation' ? RECOMMENDATION : LEARNING_POINT,
      [id],
    );
    return found ?? null;
  }

  /** @param before the instant before which they read so; null for now */
  async read(ids: readonly string[], before: Date | null = null): Promise<Map<string, FollowedText>> {
    if (ids.length === 0) return new Map();
    const rows = await this.source.query<FollowedText[]>(TEXTS, [ids, before]);
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Of which reviews and on which themes learning points are. */
  async ofPoints(ids: readonly string[]): Promise<Map<string, FollowedOf>> {
    if (ids.length === 0) return new Map();
    const rows = await this.source.query<(FollowedOf & { id: string })[]>(POINTS, [ids]);
    return new Map(rows.map(({ id, ...of }) => [id, of]));
  }

  /** What is followed is of and about, by name: to choose from. Kept while the content stays: every page asks it of thousands. */
  async aboutOf(ids: readonly string[]): Promise<FollowedAbout> {
    if (ids.length === 0) return { reviews: [], themes: [] };
    const key = `${await contentRevision(this.source)} ${digestOf(ids)}`;
    const known = this.about.get(key);
    if (known) return known;
    const [row] = await this.source.query<FollowedAbout[]>(ABOUT, [ids]);
    this.about.set(key, row);
    return row!;
  }

  /**
   * What a review recommends, by its slug or by how a plan of its publisher calls it: “LCSPR Child R7”.
   * @param publisherId whose reviews are known by their labels alone
   */
  async ofReview(
    called: string,
    publisherId: string,
  ): Promise<{ id: string; number: string | null; text: string }[]> {
    return await this.source.query(OF_REVIEW, [called, publisherId]);
  }

  /** Of what is followed, that which is on a theme or on what is narrower, or of a review, by their slugs. */
  async among(
    ids: readonly string[],
    { review, theme }: { review?: string; theme?: string },
  ): Promise<Set<string>> {
    const rows = await this.source.query<{ id: string }[]>(AMONG, [ids, review ?? null, theme ?? null]);
    return new Set(rows.map(({ id }) => id));
  }
}

const RECOMMENDATION = `
  select c.text, coalesce((select array_agg(a.name order by lower(a.name)) from ${PUBLIC.addressee} a
    where a.recommendation_id = c.id), '{}') as addressees
  from ${PUBLIC.recommendation} c where c.id = $1`;

const LEARNING_POINT = `select l.statement as text, '{}'::text[] as addressees from ${PUBLIC.learningPoint} l where l.id = $1`;

// The wording before an instant is the last that began before it; what was entered later read as it does from the first.
const TEXTS = `
  select c.id, coalesce(past.number, c.number) as number, coalesce(past.text, c.text) as text,
    (select count(*)::int from recommendation_version v where v.recommendation_id = c.id
       and v.since <= coalesce(past.since, v.since)) + (past.since is null)::int as version,
    c.left_source_at is not null as "hasLeftSource",
    case when r.id is not null then ${REVIEW_REF} end as review,
    ${themesOf(`tag.noun = 'recommendation' and tag.record_id = c.id`)} as themes
  from recommendation c
    left join ${PUBLIC.review} r on r.id = c.review_id left join ${PUBLIC.publisher} p on p.id = r.publisher_id
    left join lateral (
      select v.since, v.number, v.text from recommendation_version v
      where v.recommendation_id = c.id and c.worded_at >= $2
      order by (v.since < $2) desc, case when v.since < $2 then v.since end desc, v.since limit 1) past on true
  where c.id = any($1)`;

const POINTS = `
  select l.id, case when r.id is not null then ${REVIEW_REF} end as review,
    ${themeRefs(`(select t.slug, t.label from ${PUBLIC.theme} t where t.id = l.theme_id)`, 'true')} as themes
  from ${OWN_POINTS} l
    left join ${PUBLIC.review} r on r.id = l.review_id left join ${PUBLIC.publisher} p on p.id = r.publisher_id
  where l.id = any($1)`;

/** Recommendations and learning points, with their reviews. */
const FOLLOWABLE = `(select c.id, c.review_id from recommendation c union all select l.id, l.review_id from ${OWN_POINTS} l)`;

/** The themes of recommendations and learning points, each as often as they have it. */
const TAGGED = `(
  select tag.record_id as id, tag.slug, tag.label from ${PUBLIC.themeTag} tag where tag.noun = 'recommendation'
  union all
  select l.id, t.slug, t.label from ${OWN_POINTS} l join ${PUBLIC.theme} t on t.id = l.theme_id)`;

const ABOUT = `
  select
    (select coalesce(json_agg(json_build_object('slug', slug, 'label', label) order by lower(label), slug), '[]') from (
       select distinct r.slug, r.label from ${FOLLOWABLE} c join ${PUBLIC.review} r on r.id = c.review_id
       where c.id = any($1)) reviews) as reviews,
    (select coalesce(json_agg(json_build_object('slug', slug, 'label', label) order by lower(label), slug), '[]') from (
       select distinct tag.slug, tag.label from ${TAGGED} tag where tag.id = any($1)) themes) as themes`;

/** Words alone, with a space round each: labels have brackets and dashes as well. */
const plainly = (text: string): string =>
  `' ' || btrim(lower(regexp_replace(${text}, '[^[:alnum:]]+', ' ', 'g'))) || ' '`;

const OF_REVIEW = `
  select c.id, c.number, c.text from ${PUBLIC.recommendation} c join ${PUBLIC.review} r on r.id = c.review_id
  where r.slug = $1 or (r.publisher_id = $2
    and position(${plainly('r.label')} in ${plainly('$1')}) > 0)
  order by c.position, c.id`;

const AMONG = `
  select c.id from ${FOLLOWABLE} c
  where c.id = any($1)
    and ($2::text is null or c.review_id in (select r.id from ${PUBLIC.review} r where r.slug = $2))
    and ($3::text is null or c.id in (select tag.id from ${TAGGED} tag
      join ${PUBLIC.theme} t on t.slug = tag.slug where t.id = any(${familyOf('array[$3]')})))`;
