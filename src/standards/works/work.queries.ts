import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { webAddress } from '../../platform/pages/addresses.js';
import { partialDate } from '../../platform/dates/partial-date.sql.js';
import { isSlug } from '../../platform/http/listing/address.js';
import { PUBLIC } from '../../publishing/audience.js';
import { rightsOf } from '../../publishing/record.sql.js';
import { Tombstones } from '../../publishing/tombstones.js';
import { themesOf } from '../../themes/theme.sql.js';
import { WORK_KINDS, type Work, type WorkKind } from './work.js';

/** Reads what can be quoted: of reviews, briefings and resources what the standards of libraries say of all three. */
@Injectable()
export class WorkQueries {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly tombstones: Tombstones,
  ) {}

  /** @throws LibraryError not-found, gone */
  async find(kind: WorkKind, slug: string): Promise<Work> {
    const rows = isSlug(slug)
      ? await this.source.query<Work[]>(`${WORKS[kind]} where w.slug = $1`, [slug])
      : [];
    const [work] = rows.map(presentable);
    if (work) return work;
    throw await this.tombstones.missing(`/${kind}s/${slug}`, `There is no ${kind} with this address.`);
  }

  /** Those of these that the public sees now, by id. */
  async byIds(wanted: readonly { kind: string; id: string }[]): Promise<Map<string, Work>> {
    const found = await Promise.all(
      WORK_KINDS.map(async (kind) => {
        const ids = wanted.filter((each) => each.kind === kind).map(({ id }) => id);
        return ids.length === 0
          ? []
          : await this.source.query<Work[]>(`${WORKS[kind]} where w.id = any($1::uuid[])`, [ids]);
      }),
    );
    return new Map(found.flat().map((work) => [work.id, presentable(work)]));
  }
}

/** Addresses in content come from bundles: only those of the web are passed on. */
const presentable = (work: Work): Work => ({ ...work, link: webAddress(work.link) });

const columns = (kind: WorkKind, description: string, themes: string, link: string): string =>
  `'${kind}' as kind, w.id, w.slug, '/${kind}s/' || w.slug as path, w.title, w.type, p.name as publisher,
   ${partialDate('w', 'published')} as "publishedOn", ${description} as description, ${themes} as themes, ${link} as link,
   ${rightsOf(kind === 'review' ? 'report' : kind, 'p.name')} as rights, w.summarised as "summaryByLibrary"`;

const tagged = (kind: WorkKind): string => themesOf(`tag.noun = '${kind}' and tag.record_id = w.id`);

const REPORT = `(select d.url from ${PUBLIC.document} d where d.review_id = w.id and d.kind = 'full-report'
  order by d.position limit 1)`;

const BY = `left join ${PUBLIC.publisher} p on p.id = w.publisher_id`;

const WORKS: Record<WorkKind, string> = {
  review: `select ${columns('review', 'w.summary', themesOf('tag.review_id = w.id'), REPORT)}
    from ${PUBLIC.review} w ${BY}`,
  briefing: `select ${columns('briefing', 'null::text', tagged('briefing'), 'w.url')} from ${PUBLIC.briefing} w ${BY}`,
  resource: `select ${columns('resource', 'w.description', tagged('resource'), 'w.url')} from ${PUBLIC.resource} w ${BY}`,
};
