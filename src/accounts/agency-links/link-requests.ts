import { randomUUID } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { BY_THE_SYSTEM } from '../../audit/audit-actor.js';
import { enqueue } from '../../platform/jobs/enqueue.js';
import { TaskHandlers } from '../../platform/jobs/task-handlers.js';
import { AccountEntity } from '../account.entity.js';
import { SignInLimits } from '../sign-in-limits.js';
import { AgencyLinks } from './agency-links.js';
import { ASKED_BY_OLD_LINK, ASKED_ON_THE_PAGE } from './link-mail.js';

/** Takes the wishes of those who cannot sign in, from anybody: so often and no oftener, and telling nobody who has an account. */
@Injectable()
export class LinkRequests implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly handlers: TaskHandlers,
    private readonly limits: SignInLimits,
    private readonly links: AgencyLinks,
  ) {}

  onModuleInit(): void {
    this.handlers.register('sign-in-link.send', async ({ accountId }) => {
      await this.links.send(accountId, ASKED_ON_THE_PAGE, BY_THE_SYSTEM);
    });
  }

  /**
   * Asks for a link by an e-mail address. A job does what differs: until the answer the same is done for any address.
   * @param address the network address that it is asked from
   * @throws LibraryError too-many-requests
   */
  async byEmail(email: string, address: string): Promise<void> {
    await this.limits.askForLink(email, address);
    const account = await this.source.getRepository(AccountEntity).findOneBy({ email });
    await enqueue(this.source.manager, 'sign-in-link.send', { accountId: account?.id ?? randomUUID() });
  }

  /**
   * Asks for another link in place of one that was used or has run out. It goes to the address on file.
   * @returns whether this was such a link
   * @throws LibraryError too-many-requests; unavailable where the library cannot send e-mails
   */
  async byOldLink(token: string, address: string): Promise<boolean> {
    const link = await this.links.look(token);
    if (link?.state !== 'used' && link?.state !== 'expired') return false;
    await this.limits.askForLink(link.account.email, address);
    return await this.links.send(link.account.id, ASKED_BY_OLD_LINK, BY_THE_SYSTEM);
  }
}
