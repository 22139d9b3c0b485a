import { Injectable } from '@nestjs/common';
import type { BriefingSummary } from '../briefings/briefing.model.js';
import { BriefingQueries } from '../briefings/briefing.queries.js';
import type { PartnershipSummary } from '../partnerships/partnership.model.js';
import { PartnershipQueries } from '../partnerships/partnership.queries.js';
import type { ById, Queryable } from '../platform/postgres/items-by-id.js';
import type { PublicKind } from '../publishing/changes/public-kinds.js';
import type { LibraryRecord } from '../publishing/record.model.js';
import type { AskedAgency } from '../recommendations/agency.model.js';
import { AgencyQueries } from '../recommendations/agency.queries.js';
import type { RecommendationItem } from '../recommendations/recommendation.model.js';
import { RecommendationQueries } from '../recommendations/recommendation.queries.js';
import type { ResourceSummary } from '../resources/resource.model.js';
import { ResourceQueries } from '../resources/resource.queries.js';
import type { LearningPointItem } from '../reviews/learning.model.js';
import { LearningQueries } from '../reviews/learning.queries.js';
import type { ReviewSummary } from '../reviews/review.model.js';
import { ReviewQueries } from '../reviews/review.queries.js';
import type { ThemeSummary } from '../themes/theme.model.js';
import { ThemeQueries } from '../themes/theme.queries.js';

/** A record of each kind, as the list of the API has it. */
export interface RecordsByKind extends Record<PublicKind, LibraryRecord> {
  partnership: PartnershipSummary;
  theme: Omit<ThemeSummary, 'counts'>;
  agency: AskedAgency;
  review: ReviewSummary;
  'learning-point': LearningPointItem;
  recommendation: RecommendationItem;
  briefing: BriefingSummary;
  resource: ResourceSummary;
}

/** Reads records of any kind by their ids, as the lists of the API have them. */
@Injectable()
export class RecordReader {
  private readonly kinds: { [Kind in PublicKind]: ById<RecordsByKind[Kind]> };

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
  async read<Kind extends PublicKind>(
    on: Queryable,
    kind: Kind,
    ids: readonly string[],
  ): Promise<Map<string, RecordsByKind[Kind]>> {
    return ids.length === 0 ? new Map() : await this.kinds[kind].byIds(on, ids);
  }
}
