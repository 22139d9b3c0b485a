import { Injectable } from '@nestjs/common';
import { BriefingQueries } from '../briefings/briefing.queries.js';
import { PartnershipQueries } from '../partnerships/partnership.queries.js';
import type { ById, Queryable } from '../platform/postgres/items-by-id.js';
import type { PublicKind } from '../publishing/changes/public-kinds.js';
import type { LibraryRecord } from '../publishing/record.model.js';
import { AgencyQueries } from '../recommendations/agency.queries.js';
import { RecommendationQueries } from '../recommendations/recommendation.queries.js';
import { ResourceQueries } from '../resources/resource.queries.js';
import { LearningQueries } from '../reviews/learning.queries.js';
import { ReviewQueries } from '../reviews/review.queries.js';
import { ThemeQueries } from '../themes/theme.queries.js';

/** Reads records of any kind by their ids, as the lists of the API have them. */
@Injectable()
export class RecordReader {
  private readonly kinds: Record<PublicKind, ById<LibraryRecord>>;

  constructor(
    partnership: PartnershipQueries,
    theme: ThemeQueries,
    agency: AgencyQueries,
    review: ReviewQueries,
    learningPoint: LearningQueries,
    recommendation: RecommendationQueries,
    briefing: BriefingQueries,
    resource: ResourceQueries,
  ) {
    this.kinds = {
      ...{ partnership, theme, agency, review, 'learning-point': learningPoint },
      ...{ recommendation, briefing, resource },
    };
  }

  /** @returns what the public sees of them, by id; addresses are paths (see `withOrigin`) */
  async read(on: Queryable, kind: PublicKind, ids: readonly string[]): Promise<Map<string, LibraryRecord>> {
    return ids.length === 0 ? new Map() : await this.kinds[kind].byIds(on, ids);
  }
}
