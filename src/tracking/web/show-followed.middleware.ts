import { Injectable, type NestMiddleware } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { permits } from '../../platform/http/access/permissions.js';
import { FollowedItems, type FollowedAs } from '../followed-items.js';

/** What public pages of what can be followed need to know, for whoever may follow it. */
export interface FollowingHook {
  /** By the id of the recommendation. */
  items: Record<string, FollowedAs>;
  /** What is confirmed as said before, in a sentence, by the slug of the theme; on pages of themes. */
  saidBefore: Record<string, string>;
}

/**
 * Tells the pages of recommendations, reviews and themes what the partnership of an audit lead follows, and these and those of
 * briefings whether whoever reads may record that a team used them. They come before tracking, or beside it, and know nothing of it;
 * for everybody else they are as they were, and their answers are kept as before.
 */
@Injectable()
export class ShowFollowed implements NestMiddleware {
  constructor(private readonly followed: FollowedItems) {}

  async use({ actor, baseUrl, path }: Request, { locals }: Response, next: NextFunction): Promise<void> {
    locals.mayRecordUse =
      Boolean(actor?.acting?.partnership) && permits(actor?.acting?.role, 'tracking.contribute');
    const partnership = permits(actor?.acting?.role, 'tracking.lead') ? actor?.acting?.partnership : null;
    if (partnership)
      locals.following = {
        items: Object.fromEntries(await this.followed.of(partnership.id)),
        saidBefore: `${baseUrl}${path}`.startsWith('/themes/')
          ? Object.fromEntries(await this.followed.saidBefore(partnership.id))
          : {},
      } satisfies FollowingHook;
    next();
  }
}
