import { Get, Inject, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import { CONFIG, type Config } from '../../platform/config.js';
import { Public } from '../../platform/http/access/public.decorator.js';
import { Revalidated } from '../../platform/http/access/revalidated.decorator.js';
import { MachineRoutes } from '../../platform/http/access/routes.decorators.js';
import { libraryOrigin } from '../../platform/http/origin.js';
import { ApiDescription } from '../api-description.js';
import type { Described } from '../openapi-types.js';
import type { Swagger2 } from '../swagger-2.js';

/** The API's description for programs. It describes the API, and not itself. */
@ApiExcludeController()
@MachineRoutes('api/v1')
export class DescriptionController {
  constructor(
    private readonly description: ApiDescription,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
  ) {}

  /** OpenAPI 3.1. */
  @Get('openapi.json')
  @Public()
  @Revalidated()
  openApi(): Described {
    return this.description.openApi();
  }

  /** Swagger 2.0, for the custom connectors of Power Automate, which read nothing newer. */
  @Get('swagger.json')
  @Public()
  @Revalidated()
  swagger2(@Req() request: Request): Swagger2 {
    return this.description.swagger2(libraryOrigin(request, this.config));
  }
}
