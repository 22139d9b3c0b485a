import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PUBLIC } from '../publishing/audience.js';

/** Something that takes place: a resource of which it is known when it begins. */
export interface PublicEvent {
  id: string;
  slug: string;
  title: string;
  type: string | null;
  /** Name of the publisher. */
  publisher: string | null;
  description: string | null;
  /** Local time as announced: `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`. */
  startsOn: string;
  endsOn: string | null;
  /** On its publisher's own site. */
  link: string | null;
  summaryByLibrary: boolean;
  /** When what the public sees of it last changed. */
  updatedAt: Date;
}

/** More in one calendar nobody reads. */
const MOST_EVENTS = 1000;

/** Reads what takes place. */
@Injectable()
export class EventQueries {
  /** @param day YYYY-MM-DD: those that end on it or later, the first first */
  async since(on: Pick<EntityManager, 'query'>, day: string): Promise<PublicEvent[]> {
    return await on.query<PublicEvent[]>(EVENTS, [day, MOST_EVENTS]);
  }
}

// Days as they are written compare as text.
const EVENTS = `
  select s.id, s.slug, s.title, s.type, p.name as publisher, s.description, s.starts_on as "startsOn",
    s.ends_on as "endsOn", s.url as link, s.summarised as "summaryByLibrary", seen.updated_at as "updatedAt"
  from ${PUBLIC.resource} s join ${PUBLIC.record} seen on seen.kind = 'resource' and seen.record_id = s.id
    left join ${PUBLIC.publisher} p on p.id = s.publisher_id
  where s.starts_on is not null and left(greatest(s.starts_on, s.ends_on), 10) collate "C" >= $1
  order by s.starts_on collate "C", s.slug limit $2`;
