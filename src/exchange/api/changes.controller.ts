import { Get, Query } from '@nestjs/common';
import { Public } from '../../platform/http/access/public.decorator.js';
import { Revalidated } from '../../platform/http/access/revalidated.decorator.js';
import { ApiRoutes } from '../../platform/http/access/routes.decorators.js';
import { ApiProblems } from '../../platform/http/errors/api-problems.decorator.js';
import { HoldsDeprecated } from '../../platform/http/listing/holds-deprecated.decorator.js';
import { ChangeList } from '../change.model.js';
import { ChangesService } from '../changes.service.js';
import { ChangeQuery } from './change-query.dto.js';

@ApiRoutes('changes')
export class ChangesController {
  constructor(private readonly changes: ChangesService) {}

  /**
   * What has been published, changed, withdrawn or merged since a cursor: each record once, in its latest state. Without a cursor
   * everything is told, so that a first load and what comes after are one thing. A record may be told of again; to take it in
   * twice does no harm. A cursor that is of no use any more answers 410 `cursor-expired`: begin again without one.
   */
  @Get()
  @HoldsDeprecated('2026-11-27')
  @Public()
  @Revalidated()
  @ApiProblems(400, 410)
  async list(@Query() query: ChangeQuery): Promise<ChangeList> {
    return await this.changes.read(query);
  }
}
