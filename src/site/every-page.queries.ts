import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { PartnershipDetail } from '../partnerships/partnership.model.js';
import { WITH_CONTACT_LINES } from '../partnerships/partnership.sql.js';
import { CONFIG, type Config } from '../platform/config.js';
import { prepared } from '../platform/postgres/prepared.js';
import { PUBLIC } from '../publishing/audience.js';
import { CONTENT_REVISION } from '../publishing/content-revision.js';

/** The sections of the library that lists of their own lead to. */
const SECTIONS = {
  themes: PUBLIC.acceptedTheme,
  reviews: PUBLIC.review,
  recommendations: PUBLIC.recommendation,
  briefings: PUBLIC.briefing,
  resources: PUBLIC.resource,
} as const;

/** Whether there is anything in each section that the public may see: nothing leads to an empty one. */
export type FilledSections = Record<keyof typeof SECTIONS, boolean>;

export interface EveryPage {
  /** The one that runs the library (`PARTNERSHIP`), else the first by name that has contact lines. */
  partnership: PartnershipDetail | null;
  sections: FilledSections;
}

/** Reads what every page shows, in one statement: again only when the content has changed. */
@Injectable()
export class EveryPageQueries {
  private kept: { revision: string; shown: EveryPage } | null = null;

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** As it was, when the database does not answer. */
  async read(): Promise<EveryPage> {
    const { kept } = this;
    try {
      const [now] = await prepared<Now>(this.source, 'every-page', EVERY_PAGE, [
        this.config.partnership,
        kept?.revision ?? '',
      ]);
      const { revision, shown } = now!;
      if (shown) this.kept = { revision, shown };
      return shown ?? kept!.shown;
    } catch (error) {
      if (!kept) throw error;
      return kept.shown;
    }
  }
}

interface Now {
  revision: string;
  /** Null where nothing has changed. */
  shown: EveryPage | null;
}

const EVERY_PAGE = `
  select revision, case when revision <> $2 then json_build_object(
    'partnership', (select to_json(p) from (${WITH_CONTACT_LINES('$1')}) as p),
    'sections', json_build_object(${Object.entries(SECTIONS)
      .map(([name, relation]) => `'${name}', exists (select 1 from ${relation})`)
      .join(', ')})) end as shown
  from (select ${CONTENT_REVISION} as revision) as content`;
