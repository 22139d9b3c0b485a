import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Outbox } from '../../outbox/outbox.js';
import { OwnerDirectory } from '../owner-directory.js';
import { Recipients } from '../recipients.js';
import { TrackingLog } from '../tracking-log.js';

/** Says whom mail does not reach. */
@Injectable()
export class Unreached {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly log: TrackingLog,
    private readonly owners: OwnerDirectory,
    private readonly recipients: Recipients,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Ids of owners whose last message was not delivered: until a later one was, or their mail goes to another address. Of who is
   * away, that of the deputy counts.
   */
  async in(partnershipId: string): Promise<ReadonlySet<string>> {
    const { manager } = this.source;
    const ids = (await this.owners.list(manager, partnershipId)).map(({ id }) => id);
    const recipients = await this.recipients.of(manager, partnershipId, ids, this.log.today());
    const addressOf = (id: string): string | undefined => recipients.get(id)?.address;
    const addresses = [...new Set(ids.flatMap((id) => addressOf(id) ?? []))];
    const unreached = await this.outbox.unreached(manager, addresses);
    return new Set(ids.filter((id) => unreached.has(addressOf(id) ?? '')));
  }
}
