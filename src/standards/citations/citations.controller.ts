import { Get, Header, Inject, Param, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import { CONFIG, type Config } from '../../platform/config.js';
import { Public } from '../../platform/http/access/public.decorator.js';
import { Revalidated } from '../../platform/http/access/revalidated.decorator.js';
import { MachineRoutes } from '../../platform/http/access/routes.decorators.js';
import { libraryOrigin } from '../../platform/http/origin.js';
import type { WorkKind } from '../works/work.js';
import { WorkQueries } from '../works/work.queries.js';
import { citedAs, type Cited } from './cited.js';
import { cslOf, writeBibTex, writeRis } from './formats.js';

const RIS = 'application/x-research-info-systems; charset=utf-8';
const BIBTEX = 'application/x-bibtex; charset=utf-8';
const CSL = 'application/vnd.citationstyles.csl+json; charset=utf-8';

/** Reviews, briefings and resources as citations, for reference managers. */
@ApiExcludeController()
@MachineRoutes('')
export class CitationsController {
  constructor(
    private readonly works: WorkQueries,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('reviews/:slug.ris')
  @Public()
  @Revalidated()
  @Header('Content-Type', RIS)
  async reviewAsRis(@Param('slug') slug: string, @Req() request: Request): Promise<string> {
    return writeRis(await this.cited('review', slug, request));
  }

  @Get('reviews/:slug.bib')
  @Public()
  @Revalidated()
  @Header('Content-Type', BIBTEX)
  async reviewAsBibTex(@Param('slug') slug: string, @Req() request: Request): Promise<string> {
    return writeBibTex(await this.cited('review', slug, request));
  }

  @Get('reviews/:slug.csl.json')
  @Public()
  @Revalidated()
  @Header('Content-Type', CSL)
  async reviewAsCsl(@Param('slug') slug: string, @Req() request: Request): Promise<object[]> {
    return cslOf(await this.cited('review', slug, request));
  }

  @Get('briefings/:slug.ris')
  @Public()
  @Revalidated()
  @Header('Content-Type', RIS)
  async briefingAsRis(@Param('slug') slug: string, @Req() request: Request): Promise<string> {
    return writeRis(await this.cited('briefing', slug, request));
  }

  @Get('briefings/:slug.bib')
  @Public()
  @Revalidated()
  @Header('Content-Type', BIBTEX)
  async briefingAsBibTex(@Param('slug') slug: string, @Req() request: Request): Promise<string> {
    return writeBibTex(await this.cited('briefing', slug, request));
  }

  @Get('briefings/:slug.csl.json')
  @Public()
  @Revalidated()
  @Header('Content-Type', CSL)
  async briefingAsCsl(@Param('slug') slug: string, @Req() request: Request): Promise<object[]> {
    return cslOf(await this.cited('briefing', slug, request));
  }

  @Get('resources/:slug.ris')
  @Public()
  @Revalidated()
  @Header('Content-Type', RIS)
  async resourceAsRis(@Param('slug') slug: string, @Req() request: Request): Promise<string> {
    return writeRis(await this.cited('resource', slug, request));
  }

  @Get('resources/:slug.bib')
  @Public()
  @Revalidated()
  @Header('Content-Type', BIBTEX)
  async resourceAsBibTex(@Param('slug') slug: string, @Req() request: Request): Promise<string> {
    return writeBibTex(await this.cited('resource', slug, request));
  }

  @Get('resources/:slug.csl.json')
  @Public()
  @Revalidated()
  @Header('Content-Type', CSL)
  async resourceAsCsl(@Param('slug') slug: string, @Req() request: Request): Promise<object[]> {
    return cslOf(await this.cited('resource', slug, request));
  }

  private async cited(kind: WorkKind, slug: string, request: Request): Promise<Cited> {
    return citedAs(await this.works.find(kind, slug), libraryOrigin(request, this.config));
  }
}
