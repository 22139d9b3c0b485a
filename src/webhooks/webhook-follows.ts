import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { LibraryError } from '../platform/http/errors/library-error.js';
import { ChangeLog, type ChangesPage, type FollowedChanges } from '../publishing/changes/change-log.js';
import { MeantThemes } from '../themes/meant-themes.js';
import type { Webhook } from './webhook.entity.js';

/** What of a webhook says which changes it is told of. */
export type WebhookFilters = Pick<Webhook, 'kinds' | 'themeId' | 'publisherId'>;

/** Reads the log of changes as a webhook follows it. */
@Injectable()
export class WebhookFollows {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly log: ChangeLog,
    private readonly meant: MeantThemes,
  ) {}

  /**
   * The changes since a cursor of this webhook. A library that was restored, or copied, tells all that there is anew: nobody
   * knows what its log has lost.
   */
  async since(filters: WebhookFilters, cursor: string | null, limit: number): Promise<ChangesPage> {
    const followed = await this.followed(filters);
    try {
      return await this.log.read(followed, cursor ?? undefined, limit);
    } catch (error) {
      if (!(error instanceof LibraryError) || error.code !== 'cursor-expired') throw error;
      return await this.log.read(followed, undefined, limit);
    }
  }

  /** @throws LibraryError invalid-request, cursor-expired: of another library, or of other filters */
  async check(filters: WebhookFilters, cursor: string): Promise<void> {
    await this.log.read(await this.followed(filters), cursor, 1);
  }

  /** From which only what changes from now on is told. */
  async cursorNow(filters: WebhookFilters): Promise<string> {
    const { asked } = await this.followed(filters);
    return await this.source.transaction('REPEATABLE READ', async (manager) =>
      this.log.cursorNow(manager, asked),
    );
  }

  private async followed({ kinds, themeId, publisherId }: WebhookFilters): Promise<FollowedChanges> {
    const themeIds = themeId && (await this.meant.ofId(themeId));
    return {
      ...(kinds && { kinds }),
      ...(themeIds && { themeIds }),
      ...(publisherId && { publisherIds: [publisherId] }),
      asked: ['webhook', kinds, themeIds, publisherId],
    };
  }
}
