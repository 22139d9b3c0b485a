import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Outbox } from '../../outbox/outbox.js';
import { OwnerDirectory } from '../owner-directory.js';
import { recipientsOn } from '../recipients.js';
import { TrackingLog } from '../tracking-log.js';

/** Says whom mail does not reach. */
@Injectable()
export class Unreached {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly log: TrackingLog,
    private readonly owners: OwnerDirectory,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Ids of owners whose last message was not delivered: until a later one was, or their mail goes to another address. Of who is
   * away, that of the deputy counts.
   */
  async in(partnershipId: string): Promise<ReadonlySet<string>> {
    const { manager } = this.source;
    const recipients = [...recipientsOn(await this.owners.list(manager, partnershipId), this.log.today())];
    const addresses = [...new Set(recipients.flatMap(([, to]) => to?.address ?? []))];
    const unreached = await this.outbox.unreached(manager, addresses);
    return new Set(recipients.flatMap(([id, to]) => (to && unreached.has(to.address) ? [id] : [])));
  }
}
