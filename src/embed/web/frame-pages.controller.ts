import { Get, Header, Param, Query, Res, UseFilters } from '@nestjs/common';
import type { Response } from 'express';
import { Public } from '../../platform/http/access/public.decorator.js';
import { Revalidated } from '../../platform/http/access/revalidated.decorator.js';
import { PageRoutes } from '../../platform/http/access/routes.decorators.js';
import { neverKeep } from '../../publishing/kept-answers/never-keep.js';
import { EmbedQuery, EmbedSearchQuery, USUAL_ITEMS } from '../api/embed-query.dto.js';
import { EmbedQueries } from '../embed.queries.js';
import { FrameErrors } from './frame-errors.filter.js';
import { Frames } from './frames.js';

const HTML = (): MethodDecorator => Header('Content-Type', 'text/html; charset=utf-8');

/** Pages that other sites show in a frame (`platform/pages/framed-pages.ts` says what is so about them). */
@PageRoutes('embed')
@UseFilters(FrameErrors)
export class FramePagesController {
  constructor(
    private readonly embed: EmbedQueries,
    private readonly frames: Frames,
  ) {}

  @Get('themes/:slug')
  @Public()
  @Revalidated()
  @HTML()
  async theme(@Param('slug') slug: string, @Query() { limit = USUAL_ITEMS }: EmbedQuery): Promise<string> {
    return this.frames.page(await this.embed.theme(slug, limit));
  }

  @Get('search')
  @Public()
  @Revalidated()
  @HTML()
  async search(
    @Query() { limit = USUAL_ITEMS, ...asked }: EmbedSearchQuery,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const { answer, isPartial } = await this.embed.search(asked, limit);
    if (isPartial) neverKeep(response);
    return this.frames.page(answer);
  }

  @Get('publishers/:slug')
  @Public()
  @Revalidated()
  @HTML()
  async publisher(
    @Param('slug') slug: string,
    @Query() { limit = USUAL_ITEMS }: EmbedQuery,
  ): Promise<string> {
    return this.frames.page(await this.embed.publisher(slug, limit));
  }

  @Get('reviews/:slug')
  @Public()
  @Revalidated()
  @HTML()
  async review(@Param('slug') slug: string, @Query() { limit = USUAL_ITEMS }: EmbedQuery): Promise<string> {
    return this.frames.page(await this.embed.review(slug, limit));
  }

  @Get('briefings/:slug')
  @Public()
  @Revalidated()
  @HTML()
  async briefing(@Param('slug') slug: string): Promise<string> {
    return this.frames.page(await this.embed.briefing(slug));
  }

  @Get('resources/:slug')
  @Public()
  // It says whether an event has taken place.
  @Revalidated('minute')
  @HTML()
  async resource(@Param('slug') slug: string): Promise<string> {
    return this.frames.page(await this.embed.resource(slug));
  }
}
