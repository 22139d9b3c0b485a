import { Injectable } from '@nestjs/common';
import { BriefingQueries } from '../briefings/briefing.queries.js';
import { PartnershipQueries } from '../partnerships/partnership.queries.js';
import { LibraryError } from '../platform/http/errors/library-error.js';
import { ResourceQueries } from '../resources/resource.queries.js';
import { LearningQueries } from '../reviews/learning.queries.js';
import { ReviewQueries } from '../reviews/review.queries.js';
import type { SearchQuery } from '../search/api/search-query.dto.js';
import { SearchService } from '../search/search.service.js';
import { EveryPageQueries } from '../site/every-page.queries.js';
import { ThemeQueries } from '../themes/theme.queries.js';
import {
  EMBED_KIND_WORDS,
  type Embed,
  type EmbedAnswer,
  type EmbedContact,
  type EmbedKind,
  type EmbedSearchAnswer,
} from './embed.model.js';
import {
  presentEmbeddedBriefing,
  presentEmbeddedContact,
  presentEmbeddedPublisher,
  presentEmbeddedResource,
  presentEmbeddedReview,
  presentEmbeddedSearch,
  presentEmbeddedTheme,
  type Embedded,
} from './embed.presenter.js';

/** Reads what other sites show. Each of these throws LibraryError not-found, or gone with the contact lines in `more`. */
@Injectable()
export class EmbedQueries {
  constructor(
    private readonly themes: ThemeQueries,
    private readonly learning: LearningQueries,
    private readonly reviews: ReviewQueries,
    private readonly briefings: BriefingQueries,
    private readonly resources: ResourceQueries,
    private readonly partnerships: PartnershipQueries,
    private readonly searches: SearchService,
    private readonly everyPage: EveryPageQueries,
  ) {}

  async theme(slug: string, limit: number): Promise<EmbedAnswer> {
    return await this.withContact(async () => {
      const theme = await this.themes.family(slug);
      const learning = await this.learning.ofTheme(slug, { limit });
      const named = learning.total > 0 ? NO_REVIEWS : await this.reviews.list({ theme: [slug], limit });
      return presentEmbeddedTheme(theme, learning, named);
    });
  }

  /** @returns also whether it will find more in a moment, though nothing is published meanwhile */
  async search(
    asked: SearchQuery,
    limit: number,
  ): Promise<{ answer: EmbedSearchAnswer; isPartial: boolean }> {
    let isPartial = false;
    const answer = await this.withContact(async () => {
      const found = await this.searches.search({ ...asked, limit });
      isPartial = found.degraded || found.behind > 0;
      return presentEmbeddedSearch(found, asked);
    });
    return { answer, isPartial };
  }

  async publisher(slug: string, limit: number): Promise<EmbedAnswer> {
    return await this.withContact(async () => {
      const publisher = await this.partnerships.find(slug);
      return presentEmbeddedPublisher(publisher, await this.reviews.list({ publisher: [slug], limit }));
    });
  }

  async review(slug: string, limit: number): Promise<EmbedAnswer> {
    return await this.withContact(async () => {
      const review = await this.reviews.find(slug);
      return presentEmbeddedReview({ ...review, ...(await this.reviews.partsOf(review.id)) }, limit);
    });
  }

  async briefing(slug: string): Promise<EmbedAnswer> {
    return await this.withContact(async () => presentEmbeddedBriefing(await this.briefings.find(slug)));
  }

  async resource(slug: string): Promise<EmbedAnswer> {
    return await this.withContact(async () => presentEmbeddedResource(await this.resources.find(slug)));
  }

  /** Null also where the database does not say: what is shown then says what to do anywhere in the country. */
  async contact(): Promise<EmbedContact | null> {
    const shown = await this.everyPage.read().catch(() => null);
    return presentEmbeddedContact(shown?.partnership ?? null);
  }

  private async withContact<Kind extends EmbedKind>(
    read: () => Promise<Embedded<Kind>>,
  ): Promise<Embed & { kind: Kind }> {
    const contact = await this.contact();
    try {
      const embedded = await read();
      return { ...embedded, kindWords: EMBED_KIND_WORDS[embedded.kind], contact };
    } catch (error) {
      if (!(error instanceof LibraryError)) throw error;
      throw new LibraryError(error.code, error.message, error.fields, { ...error.more, contact });
    }
  }
}

const NO_REVIEWS = { page: 1, limit: 0, total: 0, items: [], unknown: [] };
