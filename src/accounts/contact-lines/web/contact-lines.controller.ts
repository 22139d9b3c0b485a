import { Body, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { actorOf } from '../../../platform/http/access/access.guard.js';
import { Requires } from '../../../platform/http/access/requires.decorator.js';
import { PageRoutes } from '../../../platform/http/access/routes.decorators.js';
import { ShowsAgain } from '../../../platform/http/forms/shows-again.decorator.js';
import { NarrowQuery, pageByName } from '../../web/narrow-query.dto.js';
import { KeptContacts } from '../kept-contacts.js';
import { readLines } from './contact-lines-form.js';
import { presentContactLines } from './contact-lines.presenter.js';

/** Whom to call, for those who keep these lines. */
@PageRoutes('contact-lines')
export class ContactLinesController {
  constructor(private readonly contacts: KeptContacts) {}

  /** Whoever keeps those of one partnership alone is led to them. */
  @Get()
  @Requires('contacts.manage')
  async list(@Query() query: NarrowQuery, @Req() request: Request, @Res() response: Response): Promise<void> {
    const actor = actorOf(request);
    const all = await this.contacts.list(actor);
    if (actor.acting?.partnership && all[0]) return response.redirect(303, `/contact-lines/${all[0].slug}`);
    const list = pageByName(all, query, '/contact-lines', ({ name }) => name);
    response.render('accounts/contact-lines', { list });
  }

  @Get(':slug')
  @Requires('contacts.manage')
  async page(@Param('slug') slug: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const { name, lines, isOwn } = await this.contacts.find(actorOf(request), slug);
    const view = { slug, isOwn, isSaved: request.query.saved === 'yes', ...presentContactLines(name, lines) };
    response.render('accounts/contact-lines-of', view);
  }

  @Post(':slug')
  @ShowsAgain()
  @Requires('contacts.manage')
  async set(
    @Param('slug') slug: string,
    @Body() body: Record<string | symbol, unknown>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { name, isOwn } = await this.contacts.find(actorOf(request), slug);
    const { typed, lines, problems } = await readLines(body);
    if (problems.length > 0) {
      const view = { slug, isOwn, isSaved: false, ...presentContactLines(name, typed, problems) };
      return response.status(400).render('accounts/contact-lines-of', view);
    }
    await this.contacts.set(actorOf(request), slug, lines);
    response.redirect(303, `/contact-lines/${slug}?saved=yes`);
  }
}
