import { Controller, Get, Header, Inject, Query, Req, Res, SetMetadata, UsePipes } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { CONFIG, type Config } from '../../platform/config.js';
import { Public } from '../../platform/http/access/public.decorator.js';
import { AskedWhileReading, FOR_MACHINES } from '../../platform/http/access/routes.decorators.js';
import { LibraryError } from '../../platform/http/errors/library-error.js';
import { readRequest } from '../../platform/http/errors/validation.js';
import { libraryOrigin } from '../../platform/http/origin.js';
import type { Embed } from '../embed.model.js';
import { EmbedSearchQuery } from '../api/embed-query.dto.js';
import { EmbedQueries } from '../embed.queries.js';
import { OembedQuery } from './oembed-query.dto.js';
import { embeddableAt, makeOembed, oembedXml, type Embeddable } from './oembed.js';

/** Lets WordPress, Drupal and others turn the address of a page into a frame. */
@ApiExcludeController()
@Controller('oembed')
@SetMetadata(FOR_MACHINES, true)
// Those who ask send parameters of their own: they are not refused.
@UsePipes(readRequest('ignored'))
export class OembedController {
  constructor(
    private readonly embed: EmbedQueries,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @Public()
  @AskedWhileReading()
  @Header('Cache-Control', 'no-cache')
  async answer(
    @Query() { url, format = 'json', ...most }: OembedQuery,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    if (format !== 'json' && format !== 'xml')
      throw new LibraryError('not-implemented', 'The formats are json and xml.');
    const origin = libraryOrigin(request, this.config);
    const page = embeddableAt(url, origin);
    if (!page) throw new LibraryError('not-found', 'That is no page of this library that can be embedded.');
    const answer = makeOembed(page, (await this.read(page)).title, origin, most);
    response.type(format === 'xml' ? 'text/xml' : 'application/json');
    return format === 'xml' ? oembedXml(answer) : JSON.stringify(answer);
  }

  /** @throws LibraryError not-found, gone; invalid-request where a search cannot be made */
  private async read(page: Embeddable): Promise<Embed> {
    if (page.noun === 'search') {
      const asked = (await SEARCH.transform(page.asked, {
        type: 'query',
        metatype: EmbedSearchQuery,
      })) as EmbedSearchQuery;
      return (await this.embed.search(asked, 1)).answer;
    }
    const { noun, slug } = page;
    switch (noun) {
      case 'themes':
        return await this.embed.theme(slug, 1);
      case 'reviews':
        return await this.embed.review(slug, 1);
      case 'briefings':
        return await this.embed.briefing(slug);
      case 'resources':
        return await this.embed.resource(slug);
    }
  }
}

const SEARCH = readRequest('ignored');
