import { Get, Inject, Param, Render, Req } from '@nestjs/common';
import type { Request } from 'express';
import { CONFIG, type Config } from '../../platform/config.js';
import { Public } from '../../platform/http/access/public.decorator.js';
import { PageRoutes } from '../../platform/http/access/routes.decorators.js';
import { LibraryError } from '../../platform/http/errors/library-error.js';
import { libraryOrigin } from '../../platform/http/origin.js';
import { ApiDescription } from '../api-description.js';
import { presentGroup, presentGroups, type DocsGroup, type DocsPage } from './docs.presenter.js';

/** Pages about the API, made from its description: to be read in any browser, without scripts. */
@PageRoutes('api/docs')
export class DocsPagesController {
  constructor(
    private readonly description: ApiDescription,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
  ) {}

  @Get()
  @Public()
  @Render('describing/docs')
  all(@Req() request: Request): { groups: DocsGroup[]; origin: string } {
    return { groups: presentGroups(this.description.openApi()), origin: libraryOrigin(request, this.config) };
  }

  @Get(':group')
  @Public()
  @Render('describing/group')
  group(@Param('group') name: string, @Req() request: Request): { page: DocsPage } {
    const page = presentGroup(this.description.openApi(), name, libraryOrigin(request, this.config));
    if (!page) throw new LibraryError('not-found', 'There is no such part of the API.');
    return { page };
  }
}
