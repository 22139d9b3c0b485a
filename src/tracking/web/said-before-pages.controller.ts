import { Body, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Requires } from '../../platform/http/access/requires.decorator.js';
import { PageRoutes } from '../../platform/http/access/routes.decorators.js';
import { invalidField } from '../../platform/http/errors/library-error.js';
import { readForm } from '../../platform/http/forms/read-form.js';
import { followerOf } from '../follower.js';
import { SaidBefore } from '../said-before.js';
import { SaidBeforeForm } from './said-before-form.js';

/** What the buttons beside earlier recommendations do; `tracking/said-before.njk` draws them. */
@PageRoutes('tracking/items')
export class SaidBeforePagesController {
  constructor(private readonly saidBefore: SaidBefore) {}

  @Post(':id/earlier')
  @Requires('tracking.lead')
  async decide(
    @Req() request: Request,
    @Param('id') id: string,
    @Body() body: Record<string, unknown>,
    @Res() response: Response,
  ): Promise<void> {
    const { form, problems } = await readForm(SaidBeforeForm, body);
    if (problems[0]) throw invalidField(problems[0].href.slice(1), problems[0].text);
    await this.saidBefore.decide(followerOf(request, 'page'), id, form);
    response.redirect(303, `/tracking/items/${id}#said-before`);
  }
}
