import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { isUuid } from '../../platform/http/listing/address.js';
import { PUBLIC } from '../../publishing/audience.js';
import type { ListedRecord, WhichRecords } from '../../publishing/changes/listed-records.queries.js';
import { ConceptQueries } from '../../themes/concept.queries.js';
import { MeantThemes } from '../../themes/meant-themes.js';
import { isWorkKind, WORK_KINDS, type WorkKind } from '../works/work.js';
import { OaiError } from './oai-error.js';

export interface OaiSet {
  spec: string;
  name: string;
}

const KIND_NAMES: Record<WorkKind, string> = {
  review: 'Reviews',
  briefing: 'Briefings',
  resource: 'Resources',
};

/** The sets of records: by kind, by theme with all that is narrower, and by publisher. */
@Injectable()
export class OaiSets {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly concepts: ConceptQueries,
    private readonly meant: MeantThemes,
  ) {}

  async all(): Promise<OaiSet[]> {
    const publishers = await this.source.query<{ slug: string; name: string }[]>(
      `select o.slug, o.name from ${PUBLIC.publisher} o
       where o.id in (select r.publisher_id from ${PUBLIC.record} r where r.kind = any($1)) order by o.slug`,
      [WORK_KINDS],
    );
    const themes = [...(await this.concepts.all()).values()].filter(({ isReplaced }) => !isReplaced);
    return [
      ...WORK_KINDS.map((kind) => ({ spec: `kind:${kind}`, name: KIND_NAMES[kind] })),
      ...themes.map(({ slug, label }) => ({ spec: `theme:${slug}`, name: label })),
      ...publishers.map(({ slug, name }) => ({ spec: `publisher:${slug}`, name })),
    ];
  }

  /**
   * A set as a short text that stays the same while it is harvested, whatever its theme is called meanwhile.
   * @throws OaiError noRecordsMatch where there is no such set
   */
  async keyOf(spec: string): Promise<string> {
    const [, group, slug = ''] = /^(kind|theme|publisher):([a-z0-9-]{1,300})$/.exec(spec) ?? [];
    if (group === 'kind' && isWorkKind(slug)) return `k ${slug}`;
    if (group === 'theme' || group === 'publisher') {
      const relation = group === 'theme' ? PUBLIC.acceptedTheme : PUBLIC.publisher;
      const [found] = await this.source.query<{ id: string }[]>(
        `select o.id from ${relation} o where o.slug = $1`,
        [slug],
      );
      if (found) return `${group[0]} ${found.id}`;
    }
    throw new OaiError('noRecordsMatch', 'There is no such set.');
  }

  /** @param key as `keyOf` gave it; empty for all records */
  async within(key: string): Promise<Pick<WhichRecords, 'kinds' | 'themeIds' | 'publisherIds'>> {
    const [group, name = ''] = key.split(' ');
    if (group === 'k' && isWorkKind(name)) return { kinds: [name] };
    if (group === 'p' && isUuid(name)) return { kinds: WORK_KINDS, publisherIds: [name] };
    if (group !== 't' || !isUuid(name)) return { kinds: WORK_KINDS };
    return { kinds: WORK_KINDS, themeIds: await this.meant.ofId(name) };
  }

  /** To which sets it belongs. Of what is withdrawn nothing is told but its kind. */
  of({ kind, themes, publisher }: ListedRecord): string[] {
    return [
      `kind:${kind}`,
      ...themes.map((slug) => `theme:${slug}`),
      ...(publisher === null ? [] : [`publisher:${publisher}`]),
    ];
  }
}
