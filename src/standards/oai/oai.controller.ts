import { Get, Header, HttpCode, Inject, Post, Query, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import { CONFIG, type Config } from '../../platform/config.js';
import { Public } from '../../platform/http/access/public.decorator.js';
import { MachineRoutes } from '../../platform/http/access/routes.decorators.js';
import { AsksByBody } from '../../platform/http/forms/asks-by-body.decorator.js';
import { libraryOrigin } from '../../platform/http/origin.js';
import { OaiService } from './oai.service.js';

const XML = 'text/xml; charset=utf-8';
/** No question is longer: a resumption token stands alone. */
const LONGEST_QUESTION = 8 * 1024;

/** OAI-PMH 2.0, by which catalogues and discovery services harvest the library. */
@ApiExcludeController()
@MachineRoutes('oai')
export class OaiController {
  constructor(
    private readonly oai: OaiService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  // Not one to be kept: each answer says when it was given, and from then on the next harvest asks.
  @Get()
  @Public()
  @Header('Cache-Control', 'no-cache')
  @Header('Content-Type', XML)
  async get(@Req() request: Request, @Query() _byItsOwnRules: Record<string, string>): Promise<string> {
    return await this.answer(request.url.split('?').slice(1).join('?'), request);
  }

  /** The protocol has harvesters ask by either method. */
  @Post()
  @HttpCode(200)
  @Public()
  @AsksByBody('application/x-www-form-urlencoded', LONGEST_QUESTION)
  @Header('Cache-Control', 'no-cache')
  @Header('Content-Type', XML)
  async post(@Req() request: Request): Promise<string> {
    return await this.answer(request.body as string, request);
  }

  private async answer(question: string, request: Request): Promise<string> {
    return await this.oai.answer(new URLSearchParams(question), libraryOrigin(request, this.config));
  }
}
