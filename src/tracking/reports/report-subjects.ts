import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { PUBLIC } from '../../publishing/audience.js';
import { FollowedTexts } from '../../recommendations/followed-texts.js';
import { AgencyList } from '../agency-list.js';
import type { Follower } from '../follower.js';
import type { TrackingMoment } from '../moment.js';
import { followedId } from '../item-list.js';
import { TrackedItemQueries } from '../tracked-items.queries.js';

/** Something that a report can be about: its slug or id, and its name. */
export interface ReportSubject {
  value: string;
  text: string;
}

/** What somebody can choose from. */
export type SubjectChoices = Record<'reviews' | 'agencies' | 'themes', ReportSubject[]>;

/** Knows what reports can be about. */
@Injectable()
export class ReportSubjects {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly items: TrackedItemQueries,
    private readonly texts: FollowedTexts,
    private readonly agencyList: AgencyList,
  ) {}

  /** @returns null where there is no such review that the public sees */
  async review(slug: string): Promise<string | null> {
    return await this.name(
      `select concat_ws(', ', r.label, p.name) as name from ${PUBLIC.review} r
       left join ${PUBLIC.publisher} p on p.id = r.publisher_id where r.slug = $1`,
      slug,
    );
  }

  async theme(slug: string): Promise<string | null> {
    return await this.name(`select t.label as name from ${PUBLIC.theme} t where t.slug = $1`, slug);
  }

  /** @returns null for an agency that is not in the list, or that is nothing to somebody who leads another one */
  async agency({ partnership, agency }: Follower, id: string): Promise<string | null> {
    if (agency !== null && agency.id !== id) return null;
    const listed = await this.agencyList.list(this.source.manager, partnership.id);
    return listed.find((one) => one.id === id)?.name ?? null;
  }

  /** What is followed just now, as far as somebody may know of it. */
  async choices(who: Follower, now: TrackingMoment): Promise<SubjectChoices> {
    const [states, listed] = await Promise.all([
      this.items.all(who, now),
      this.agencyList.list(this.source.manager, who.partnership.id),
    ]);
    const ids = states.flatMap(followedId);
    const followed = await Promise.all([this.texts.read(ids), this.texts.ofPoints(ids)]);
    const texts = followed.flatMap((some) => [...some.values()]);
    const agencies = listed.filter(({ id }) => who.agency === null || who.agency.id === id);
    return {
      reviews: chosen(
        texts.flatMap(({ review }) =>
          review ? [{ value: review.slug, text: `${review.label}, ${review.publisher}` }] : [],
        ),
      ),
      agencies: chosen(agencies.map(({ id, name }) => ({ value: id, text: name }))),
      themes: chosen(
        texts.flatMap(({ themes }) => themes.map(({ slug, label }) => ({ value: slug, text: label }))),
      ),
    };
  }

  private async name(sql: string, slug: string): Promise<string | null> {
    const [row] = await this.source.query<{ name: string }[]>(sql, [slug]);
    return row?.name ?? null;
  }
}

/** Each once, by name. */
const chosen = (subjects: ReportSubject[]): ReportSubject[] =>
  [...new Map(subjects.map((subject) => [subject.value, subject])).values()].toSorted((one, other) =>
    one.text.localeCompare(other.text, 'en'),
  );
