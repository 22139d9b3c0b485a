import { Get, Header, Inject, Param, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import { CONFIG, type Config } from '../../platform/config.js';
import { Public } from '../../platform/http/access/public.decorator.js';
import { Revalidated } from '../../platform/http/access/revalidated.decorator.js';
import { MachineRoutes } from '../../platform/http/access/routes.decorators.js';
import { libraryOrigin } from '../../platform/http/origin.js';
import { WORK_KINDS } from '../works/work.js';
import { WorkQueries } from '../works/work.queries.js';
import { citedAs, type Cited } from './cited.js';
import { cslOf, writeBibTex, writeRis } from './formats.js';

const RIS = 'application/x-research-info-systems; charset=utf-8';
const BIBTEX = 'application/x-bibtex; charset=utf-8';
const CSL = 'application/vnd.citationstyles.csl+json; charset=utf-8';

const addresses = (ending: string): string[] => WORK_KINDS.map((kind) => `${kind}s/:slug.${ending}`);

/** Reviews, briefings and resources as citations, for reference managers. */
@ApiExcludeController()
@MachineRoutes('')
export class CitationsController {
  constructor(
    private readonly works: WorkQueries,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get(addresses('ris'))
  @Public()
  @Revalidated()
  @Header('Content-Type', RIS)
  async asRis(@Param('slug') slug: string, @Req() request: Request): Promise<string> {
    return writeRis(await this.cited(slug, request));
  }

  @Get(addresses('bib'))
  @Public()
  @Revalidated()
  @Header('Content-Type', BIBTEX)
  async asBibTex(@Param('slug') slug: string, @Req() request: Request): Promise<string> {
    return writeBibTex(await this.cited(slug, request));
  }

  @Get(addresses('csl.json'))
  @Public()
  @Revalidated()
  @Header('Content-Type', CSL)
  async asCsl(@Param('slug') slug: string, @Req() request: Request): Promise<object[]> {
    return cslOf(await this.cited(slug, request));
  }

  private async cited(slug: string, request: Request): Promise<Cited> {
    const kind = WORK_KINDS.find((one) => request.path.toLowerCase().startsWith(`/${one}s/`))!;
    return citedAs(await this.works.find(kind, slug), libraryOrigin(request, this.config));
  }
}
