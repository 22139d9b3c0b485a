import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { count } from '../platform/text/words.js';
import { FollowedTexts } from '../recommendations/followed-texts.js';
import { KeptStates } from './kept-states.js';

/** The item with which something of the library is followed. */
export interface FollowedAs {
  id: string;
  ref: number;
}

/** Knows what of the library a partnership follows. */
@Injectable()
export class FollowedItems {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly states: KeptStates,
    private readonly texts: FollowedTexts,
  ) {}

  /** By the id of the recommendation or learning point. */
  async of(partnershipId: string): Promise<Map<string, FollowedAs>> {
    const rows = await this.source.query<(FollowedAs & { followed: string })[]>(FOLLOWED, [partnershipId]);
    return new Map(rows.map(({ followed, id, ref }) => [followed, { id, ref }]));
  }

  /** What it has confirmed as said before, counted by theme and said in a sentence; by the slug of the theme. */
  async saidBefore(partnershipId: string): Promise<Map<string, string>> {
    const times = new Map(
      (await this.states.present(partnershipId)).flatMap(({ source, earlier }) => {
        const confirmed = earlier.filter(({ decision }) => decision === 'confirmed').length;
        return source.kind === 'recommendation' && confirmed > 0 ? [[source.id, confirmed] as const] : [];
      }),
    );
    const bySlug = new Map<string, number[]>();
    for (const [id, { themes }] of await this.texts.read([...times.keys()]))
      for (const { slug } of themes) bySlug.set(slug, [...(bySlug.get(slug) ?? []), times.get(id)!]);
    return new Map([...bySlug].map(([slug, each]) => [slug, sayRepeats(each)]));
  }
}

/** @param times for each recommendation, how often it was said before */
function sayRepeats(times: readonly number[]): string {
  const earlier = times.reduce((sum, one) => sum + one, 0);
  const followed = `${count(times.length, 'recommendation')} that you follow on this theme ${times.length === 1 ? 'repeats' : 'repeat'}`;
  return `${followed} ${count(earlier, 'earlier one')}, as your partnership has confirmed.`;
}

const FOLLOWED = `
  select coalesce(recommendation_id, learning_point_id) as followed, id, ref from tracked_item
  where partnership_id = $1 and state is not null and coalesce(recommendation_id, learning_point_id) is not null`;
