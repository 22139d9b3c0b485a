import { Inject, Injectable, Logger, type NestMiddleware } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { CONFIG, type Config } from '../platform/config.js';
import { addressOf } from '../platform/pages/addresses.js';
import { PartnershipQueries } from '../partnerships/partnership.queries.js';
import { presentContactPanel } from '../partnerships/web/contact-panel.presenter.js';
import { SectionQueries, type FilledSections } from './sections.queries.js';

/** A page does not wait longer than this for what every page shows; it then shows the general contact lines. */
const LONGEST_WAIT_MS = 1500;

/** Puts into `res.locals` what the layout of every page shows, error pages included. */
@Injectable()
export class PageLocals implements NestMiddleware {
  private readonly logger = new Logger('Pages');

  constructor(
    private readonly partnerships: PartnershipQueries,
    private readonly sections: SectionQueries,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async use(request: Request, response: Response, next: NextFunction): Promise<void> {
    // Asked about again before it is shown again: what is withdrawn must not live on in a browser or a proxy.
    response.setHeader('Cache-Control', 'private, no-cache');
    const origin = this.config.publicUrl ?? `${request.protocol}://${request.host}`;
    response.locals.address = `${origin}${request.baseUrl}${request.path}`;
    response.locals.origin = this.config.publicUrl ?? null;
    response.locals.canonical = this.config.publicUrl ? canonicalOf(this.config.publicUrl, request) : null;
    response.locals.contactEmail = this.config.contactEmail ?? null;
    response.locals.today = TODAY.format(new Date());
    const [contactPanel, sections] = await Promise.all([
      this.inTime('contact lines', async () => presentContactPanel(await this.partnerships.contactPanel())),
      this.inTime('sections', async () => await this.sections.read()),
    ]);
    Object.assign(response.locals, { contactPanel, sections: sections ?? ALL_SECTIONS });
    next();
  }

  /** @returns null where it fails or takes too long: the page is shown without it */
  private async inTime<Part>(what: string, read: () => Promise<Part>): Promise<Part | null> {
    let timer: NodeJS.Timeout | undefined;
    try {
      const tooLate = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new Error(`the ${what} took too long`)), LONGEST_WAIT_MS);
      });
      return await Promise.race([read(), tooLate]);
    } catch (error) {
      this.logger.warn(`No ${what}: ${error instanceof Error ? error.message : 'unknown'}`);
      return null;
    } finally {
      clearTimeout(timer);
    }
  }
}

/** Where it is not known what there is, everything is offered. */
const ALL_SECTIONS: FilledSections = {
  themes: true,
  reviews: true,
  recommendations: true,
  briefings: true,
  resources: true,
};

/** The one address of a page, for search engines: what filters leave of a list is not another page; a further page of it is. */
function canonicalOf(origin: string, request: Request): string {
  const page = Number(request.query.page);
  const path = `${request.baseUrl}${request.path}`;
  return origin + addressOf(path, { page: Number.isSafeInteger(page) && page > 1 ? page : null });
}

/** The day somebody reads a page, for quoting it: the library's readers are in the United Kingdom. */
const TODAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Europe/London' });
