import { Get, Param, Query, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { Response } from 'express';
import { Public } from '../../platform/http/access/public.decorator.js';
import { Revalidated } from '../../platform/http/access/revalidated.decorator.js';
import { ApiRoutes, AskedWhileReading } from '../../platform/http/access/routes.decorators.js';
import { ApiProblems } from '../../platform/http/errors/api-problems.decorator.js';
import { ApiGone } from '../../publishing/api-gone.decorator.js';
import { neverKeep } from '../../publishing/kept-answers/never-keep.js';
import { EmbedAnswer, EmbedSearchAnswer } from '../embed.model.js';
import { EmbedQueries } from '../embed.queries.js';
import { EmbedQuery, EmbedSearchQuery, USUAL_ITEMS } from './embed-query.dto.js';

/** What `/embed.js` shows on pages of other sites, ready to be shown. What was withdrawn answers 410, with the contact lines. */
@ApiRoutes('embed')
export class EmbedController {
  constructor(private readonly embed: EmbedQueries) {}

  /** The newest learning on a theme and on narrower ones, each with its review. */
  @Get('themes/:slug')
  @Public()
  @Revalidated()
  @AskedWhileReading()
  @ApiProblems(400, 404)
  @ApiGone()
  @ApiOperation({ operationId: 'Embed_theme' })
  async theme(
    @Param('slug') slug: string,
    @Query() { limit = USUAL_ITEMS }: EmbedQuery,
  ): Promise<EmbedAnswer> {
    return await this.embed.theme(slug, limit);
  }

  /** What a search finds first, each with what it comes from. */
  @Get('search')
  @Public()
  @Revalidated()
  @AskedWhileReading()
  @ApiProblems(400)
  @ApiOperation({ operationId: 'Embed_search' })
  async search(
    @Query() { limit = USUAL_ITEMS, ...asked }: EmbedSearchQuery,
    @Res({ passthrough: true }) response: Response,
  ): Promise<EmbedSearchAnswer> {
    const { answer, isPartial } = await this.embed.search(asked, limit);
    if (isPartial) neverKeep(response);
    return answer;
  }

  /** The newest reviews of a publisher. */
  @Get('publishers/:slug')
  @Public()
  @Revalidated()
  @AskedWhileReading()
  @ApiProblems(400, 404)
  @ApiGone()
  @ApiOperation({ operationId: 'Embed_publisher' })
  async publisher(
    @Param('slug') slug: string,
    @Query() { limit = USUAL_ITEMS }: EmbedQuery,
  ): Promise<EmbedAnswer> {
    return await this.embed.publisher(slug, limit);
  }

  /** A review with the first of what it teaches. */
  @Get('reviews/:slug')
  @Public()
  @Revalidated()
  @AskedWhileReading()
  @ApiProblems(400, 404)
  @ApiGone()
  @ApiOperation({ operationId: 'Embed_review' })
  async review(
    @Param('slug') slug: string,
    @Query() { limit = USUAL_ITEMS }: EmbedQuery,
  ): Promise<EmbedAnswer> {
    return await this.embed.review(slug, limit);
  }

  /** A briefing. */
  @Get('briefings/:slug')
  @Public()
  @Revalidated()
  @AskedWhileReading()
  @ApiProblems(404)
  @ApiGone()
  @ApiOperation({ operationId: 'Embed_briefing' })
  async briefing(@Param('slug') slug: string): Promise<EmbedAnswer> {
    return await this.embed.briefing(slug);
  }

  /** A resource. */
  @Get('resources/:slug')
  @Public()
  @Revalidated('minute')
  @AskedWhileReading()
  @ApiProblems(404)
  @ApiGone()
  @ApiOperation({ operationId: 'Embed_resource' })
  async resource(@Param('slug') slug: string): Promise<EmbedAnswer> {
    return await this.embed.resource(slug);
  }
}
