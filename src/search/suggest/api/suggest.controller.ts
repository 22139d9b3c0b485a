import { Get, Header, Query } from '@nestjs/common';
import { Public } from '../../../platform/http/access/public.decorator.js';
import { ApiRoutes, AskedWhileReading } from '../../../platform/http/access/routes.decorators.js';
import { ApiProblems } from '../../../platform/http/errors/api-problems.decorator.js';
import { SuggestQuery } from './suggest-query.dto.js';
import { SuggestAnswer } from './suggest-answer.model.js';
import { SuggestService } from '../suggest.service.js';

@ApiRoutes('suggest')
export class SuggestController {
  constructor(private readonly service: SuggestService) {}

  /** Suggestions while somebody types: themes, reviews and briefings with words that begin so, from two characters. */
  @Public()
  @AskedWhileReading()
  // Half-typed words say what is on somebody's mind: no browser or proxy is to keep them.
  @Header('Cache-Control', 'no-store')
  @ApiProblems(400)
  @Get()
  async suggest(@Query() query: SuggestQuery): Promise<SuggestAnswer> {
    return await this.service.suggest(query);
  }
}
