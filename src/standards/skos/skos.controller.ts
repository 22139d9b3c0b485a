import { Get, Header, Inject, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { CONFIG, type Config } from '../../platform/config.js';
import { Public } from '../../platform/http/access/public.decorator.js';
import { Revalidated } from '../../platform/http/access/revalidated.decorator.js';
import { MachineRoutes } from '../../platform/http/access/routes.decorators.js';
import { libraryOrigin } from '../../platform/http/origin.js';
import { ConceptQueries } from '../../themes/concept.queries.js';
import { jsonLdOf } from './json-ld.js';
import { refuseOtherFormat } from './prefer-format.js';
import { writeTurtle } from './turtle.js';

/** The thesaurus in SKOS, whole and theme by theme. */
@ApiExcludeController()
@MachineRoutes('')
export class SkosController {
  constructor(
    private readonly concepts: ConceptQueries,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('themes.ttl')
  @Public()
  @Revalidated()
  @Header('Content-Type', 'text/turtle; charset=utf-8')
  async schemeAsTurtle(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    refuseOtherFormat(request, response, 'text/turtle');
    const all = [...(await this.concepts.all()).values()];
    return await writeTurtle(all, libraryOrigin(request, this.config), true);
  }

  @Get('themes.jsonld')
  @Public()
  @Revalidated()
  @Header('Content-Type', 'application/ld+json; charset=utf-8')
  async schemeAsJsonLd(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    refuseOtherFormat(request, response, 'application/ld+json');
    const all = [...(await this.concepts.all()).values()];
    return JSON.stringify(jsonLdOf(all, libraryOrigin(request, this.config), true));
  }

  @Get('themes/:slug.ttl')
  @Public()
  @Revalidated()
  @Header('Content-Type', 'text/turtle; charset=utf-8')
  async conceptAsTurtle(
    @Param('slug') slug: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    refuseOtherFormat(request, response, 'text/turtle');
    return await writeTurtle([await this.concepts.find(slug)], libraryOrigin(request, this.config), false);
  }

  @Get('themes/:slug.jsonld')
  @Public()
  @Revalidated()
  @Header('Content-Type', 'application/ld+json; charset=utf-8')
  async conceptAsJsonLd(
    @Param('slug') slug: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    refuseOtherFormat(request, response, 'application/ld+json');
    const concept = await this.concepts.find(slug);
    return JSON.stringify(jsonLdOf([concept], libraryOrigin(request, this.config), false));
  }
}
