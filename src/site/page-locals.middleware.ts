import { Inject, Injectable, Logger, type NestMiddleware } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { Clock } from '../platform/clock/clock.js';
import { CONFIG, type Config } from '../platform/config.js';
import { presentActor } from '../accounts/web/actor.presenter.js';
import { libraryOrigin } from '../platform/http/origin.js';
import { FormTokens } from '../platform/http/forms/form-tokens.js';
import { addressOf } from '../platform/pages/addresses.js';
import { presentContactPanel } from '../partnerships/web/contact-panel.presenter.js';
import { EveryPageQueries, type EveryPage } from './every-page.queries.js';

/** A page does not wait longer than this for what every page shows; it then shows the general contact lines. */
const LONGEST_WAIT_MS = 1500;

/** Puts into `res.locals` what the layout of every page shows, error pages included. */
@Injectable()
export class PageLocals implements NestMiddleware {
  private readonly logger = new Logger('Pages');

  constructor(
    private readonly everyPage: EveryPageQueries,
    private readonly formTokens: FormTokens,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async use(request: Request, response: Response, next: NextFunction): Promise<void> {
    if (request.addressed?.isForMachines) {
      next();
      return;
    }
    // Asked about again before it is shown again: what is withdrawn must not live on in a browser or a proxy.
    response.setHeader('Cache-Control', request.actor ? 'private, no-store' : 'private, no-cache');
    const origin = libraryOrigin(request, this.config);
    const address = `${origin}${request.baseUrl}${request.path}`;
    response.locals.address = address;
    // For pages that say that they can be embedded (`embeddable`), with what of their address says what they are about.
    response.locals.oembed = (query: string) => `${origin}/oembed?url=${encodeURIComponent(address + query)}`;
    response.locals.origin = this.config.publicUrl ?? null;
    response.locals.canonical = this.config.publicUrl ? canonicalOf(this.config.publicUrl, request) : null;
    response.locals.isDemo = this.config.demo;
    response.locals.contactEmail = this.config.contactEmail ?? null;
    response.locals.today = TODAY.format(this.clock.now());
    response.locals.signedIn = request.actor ? presentActor(request.actor) : null;
    // Called by forms while the page is made: a page without one sets no cookie and can be kept as before.
    response.locals.formToken = () => this.formTokens.make(request, response);
    const { partnership, sections } = await this.inTime();
    Object.assign(response.locals, { contactPanel: presentContactPanel(partnership), sections });
    next();
  }

  /** @returns what is known without the database where it fails or takes too long */
  private async inTime(): Promise<EveryPage> {
    let timer: NodeJS.Timeout | undefined;
    try {
      const tooLate = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new Error('they took too long')), LONGEST_WAIT_MS);
      });
      return await Promise.race([this.everyPage.read(), tooLate]);
    } catch (error) {
      this.logger.warn(`No contact lines: ${error instanceof Error ? error.message : 'unknown'}`);
      return NOTHING_KNOWN;
    } finally {
      clearTimeout(timer);
    }
  }
}

/** Where it is not known what there is, every section is offered, and the contact lines are general. */
const NOTHING_KNOWN: EveryPage = {
  partnership: null,
  sections: { themes: true, reviews: true, recommendations: true, briefings: true, resources: true },
};

/** The one address of a page, for search engines: what filters leave of a list is not another page; a further page of it is. */
function canonicalOf(origin: string, request: Request): string {
  const page = Number(request.query.page);
  const path = `${request.baseUrl}${request.path}`;
  return origin + addressOf(path, { page: Number.isSafeInteger(page) && page > 1 ? page : null });
}

/** The day somebody reads a page, for quoting it: the library's readers are in the United Kingdom. */
const TODAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Europe/London' });
