import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { ReviewDetailQueries } from '../overviews/review/review-detail.queries.js';
import { webAddress } from '../platform/pages/addresses.js';
import { LibraryError } from '../platform/http/errors/library-error.js';
import { normaliseLabel } from '../platform/text/normalise-label.js';
import { PUBLIC } from '../publishing/audience.js';
import { recordAt } from '../publishing/changes/api-path.js';
import { Tombstones } from '../publishing/tombstones.js';
import type { TombstoneView } from '../publishing/tombstone.model.js';
import { RecommendationQueries } from '../recommendations/recommendation.queries.js';
import { LearningQueries } from '../reviews/learning.queries.js';
import { SearchService } from '../search/search.service.js';
import { ConceptQueries } from '../themes/concept.queries.js';
import { ThemeQueries } from '../themes/theme.queries.js';
import { ContactLines } from './contact-lines.js';
import type {
  RecommendationsAsked,
  RecommendationsTold,
  ReviewTold,
  SearchAsked,
  SearchTold,
  StillPublishedTold,
  ThemeTold,
} from './schemas.js';
import { plainSnippet, type Teller } from './tell.js';

/** How much of what reviews teach on a theme is told with it; the search finds the rest. */
const LEARNING_SHOWN = 20;

/** What assistants may ask of the library: what is public, in their shapes. */
@Injectable()
export class LibraryTools {
  constructor(
    private readonly search: SearchService,
    private readonly themes: ThemeQueries,
    private readonly concepts: ConceptQueries,
    private readonly learning: LearningQueries,
    private readonly reviews: ReviewDetailQueries,
    private readonly recommendations: RecommendationQueries,
    private readonly tombstones: Tombstones,
    private readonly contacts: ContactLines,
    @InjectDataSource() private readonly source: DataSource,
  ) {}

  async searchLearning({ query, themes, limit, page }: SearchAsked, tell: Teller): Promise<SearchTold> {
    const kind: 'learning-point'[] = ['learning-point'];
    const theme = themes && { theme: themes };
    const found = await this.search.search({ q: query, kind, ...theme, limit, page });
    return {
      contact: await this.contacts.say(),
      query,
      total: found.total,
      unknown: found.unknown,
      themes: found.themes.map(tell.theme),
      items: found.items.map((item) => {
        const review =
          item.review && tell.review({ ...item.review, summaryByLibrary: item.summaryByLibrary });
        return {
          ...{ id: item.id, title: item.title, review },
          quotation: { text: plainSnippet(item.snippet), source: review?.citeAs ?? item.title },
          themes: item.themes.map(tell.theme),
          webUrl: tell.address(item.url),
        };
      }),
    };
  }

  /** @throws LibraryError not-found, gone */
  async getTheme({ theme: name }: { theme: string }, tell: Teller): Promise<ThemeTold> {
    const theme = await this.themes.find(await this.slugOf(name));
    const list = await this.learning.list({ theme: [theme.slug], limit: LEARNING_SHOWN });
    const { slug, label, definition, emergency, lookFor, ask, askYourself } = theme;
    const { webUrl } = tell.theme(theme);
    return {
      contact: await this.contacts.say(),
      ...{ slug, label, definition, emergency, lookFor, ask, askYourself, do: theme.do, webUrl },
      otherNames: [...theme.abbreviations, ...theme.altLabels],
      guidanceNote: theme.guidance.note,
      broader: theme.broader && tell.theme(theme.broader),
      narrower: theme.narrower.map(tell.theme),
      related: theme.related.map(tell.theme),
      replacedBy: theme.replacedBy && tell.theme(theme.replacedBy),
      learningTotal: list.total,
      learning: list.items.map((point) => {
        const review = tell.review(point.review);
        return { ...tell.learning(point, review.citeAs), review };
      }),
      citeAs: tell.cite(`“${label}”`, webUrl),
    };
  }

  /** @throws LibraryError not-found, gone */
  async getReview({ review: slug }: { review: string }, tell: Teller): Promise<ReviewTold> {
    const review = await this.reviews.find(slug);
    const told = tell.review(review);
    return {
      contact: await this.contacts.say(),
      ...told,
      summary: review.summary === null ? null : { text: review.summary, source: told.citeAs },
      notice: review.summarised?.text ?? null,
      themes: review.themes.map(tell.theme),
      learning: review.learning.map((point) => tell.learning(point, told.citeAs)),
      recommendations: review.recommendations.map((item) => tell.recommendation(item, told.citeAs)),
      documents: review.documents.map(({ title, kind, link }) => ({ title, kind, link: webAddress(link) })),
    };
  }

  async listRecommendations(asked: RecommendationsAsked, tell: Teller): Promise<RecommendationsTold> {
    const { themes, agencies, publishers, years, limit, page } = asked;
    const list = await this.recommendations.list({
      ...(themes && { theme: themes }),
      ...(agencies && { agency: agencies }),
      ...(publishers && { publisher: publishers }),
      ...(years && { year: years }),
      ...{ limit, page },
    });
    return {
      contact: await this.contacts.say(),
      total: list.total,
      unknown: list.unknown,
      items: list.items.map((item) => {
        const review = tell.review(item.review);
        return { ...tell.recommendation(item, review.citeAs), review };
      }),
    };
  }

  async checkStillPublished({ address }: { address: string }, tell: Teller): Promise<StillPublishedTold> {
    const contact = await this.contacts.say();
    const none = { contact, webUrl: null, tombstone: null };
    const asked = tell.pathOf(address);
    if (asked === null) return { ...none, status: 'unknown', message: 'This is no address of this library.' };
    const below = asked.startsWith(API) ? asked.slice(API.length) : '';
    const named = recordAt(below);
    const [found] = await this.source.query<{ path: string }[]>(
      `select r.path from ${PUBLIC.record} r
       where r.path = $1 or r.kind = $2 and (r.slug = $3 or r.record_id::text = $3) limit 1`,
      [asked, named?.kind ?? null, named?.name ?? null],
    );
    if (found)
      return {
        ...none,
        status: 'published',
        message: 'This is published.',
        webUrl: tell.address(found.path),
      };
    const { code, message, more } = await this.missing(named ? below : asked);
    return code === 'gone'
      ? { ...none, status: 'withdrawn', message, tombstone: (more.tombstone ?? null) as TombstoneView | null }
      : { ...none, status: 'unknown', message };
  }

  /** @param page where it is, or a part of it; or, by its id, where the API has it */
  private async missing(page: string): Promise<LibraryError> {
    const nothing = 'Nothing is published at this address, and nothing was withdrawn from it.';
    // What a page was withdrawn for holds for its parts; else a part may be gone and its page not.
    const whole = await this.tombstones.missing(page.replace(/#.*/, ''), nothing);
    return whole.code === 'gone' ? whole : await this.tombstones.missing(page, nothing);
  }

  /** By slug, or by any name that is for display. */
  private async slugOf(name: string): Promise<string> {
    const concepts = await this.concepts.all();
    if (concepts.has(name)) return name;
    const wanted = normaliseLabel(name);
    for (const { slug, label, altLabels } of concepts.values())
      if ([label, ...altLabels].some((each) => normaliseLabel(each) === wanted)) return slug;
    return name;
  }
}

const API = '/api/v1';

/** An error as an assistant is told of it: in plain words, with what is left of what was withdrawn. */
export function sayToolError(error: LibraryError): string {
  const { tombstone } = error.more as { tombstone?: TombstoneView };
  if (!tombstone) return error.message;
  return `${error.message} Do not use or repeat what it said. What is left of it: ${JSON.stringify(tombstone)}`;
}
