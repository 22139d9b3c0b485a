import { Get, Inject, Param, Query, Req, UseInterceptors } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import { CONFIG, type Config } from '../platform/config.js';
import { Public } from '../platform/http/access/public.decorator.js';
import { Revalidated } from '../platform/http/access/revalidated.decorator.js';
import { MachineRoutes } from '../platform/http/access/routes.decorators.js';
import { libraryOrigin } from '../platform/http/origin.js';
import type { Feed } from './feed.js';
import { FeedQuery, SearchFeedQuery } from './feed-query.dto.js';
import { FeedSubjects, type FeedSubject } from './feed-subjects.js';
import { FeedWriter } from './feed-writer.interceptor.js';
import { FeedsService } from './feeds.service.js';

/** What feed readers and portals ask for; how a feed is written, its address says at its end. */
@MachineRoutes('feeds')
@ApiExcludeController()
@UseInterceptors(FeedWriter)
export class FeedsController {
  constructor(
    private readonly feeds: FeedsService,
    private readonly subjects: FeedSubjects,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Public()
  @Revalidated()
  @Get('all.:format')
  async all(@Req() request: Request, @Query() query: FeedQuery): Promise<Feed> {
    return await this.read(request, query, () => this.subjects.all());
  }

  @Public()
  @Revalidated()
  @Get('themes/:slug.:format')
  async theme(
    @Req() request: Request,
    @Query() query: FeedQuery,
    @Param('slug') slug: string,
  ): Promise<Feed> {
    return await this.read(request, query, () => this.subjects.theme(slug));
  }

  @Public()
  @Revalidated()
  @Get('publishers/:slug.:format')
  async publisher(
    @Req() request: Request,
    @Query() query: FeedQuery,
    @Param('slug') slug: string,
  ): Promise<Feed> {
    return await this.read(request, query, () => this.subjects.publisher(slug));
  }

  @Public()
  @Revalidated()
  @Get('kinds/:kind.:format')
  async kind(@Req() request: Request, @Query() query: FeedQuery, @Param('kind') kind: string): Promise<Feed> {
    return await this.read(request, query, () => this.subjects.kind(kind));
  }

  @Public()
  @Revalidated()
  @Get('search.:format')
  async search(@Req() request: Request, @Query() query: SearchFeedQuery): Promise<Feed> {
    return await this.read(request, query, () => this.subjects.search(query));
  }

  private async read(
    request: Request,
    { page = 1 }: FeedQuery,
    find: () => FeedSubject | Promise<FeedSubject>,
  ): Promise<Feed> {
    const origin = libraryOrigin(request, this.config);
    return await this.feeds.read(find, { origin, path: request.path, page });
  }
}
