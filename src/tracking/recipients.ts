import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { OwnerDirectory } from './owner-directory.js';

/** Where mail for somebody goes. */
interface Recipient {
  name: string;
  address: string;
  /** Whose mail it is, where it goes to somebody else in their place. */
  standsInFor: string | null;
}

/** The one place that says whose mail goes where. */
@Injectable()
export class Recipients {
  constructor(private readonly owners: OwnerDirectory) {}

  /**
   * @param _day on which it is sent, YYYY-MM-DD
   * @returns for each owner that was asked for: null where there is no address
   */
  async of(
    manager: EntityManager,
    partnershipId: string,
    ownerIds: readonly string[],
    _day: string,
  ): Promise<Map<string, Recipient | null>> {
    const owners = await this.owners.list(manager, partnershipId);
    const known = new Map(owners.map(({ id, name, email }) => [id, { name, email }]));
    return new Map(
      ownerIds.map((id) => {
        const { name, email } = known.get(id) ?? { name: '', email: null };
        return [id, email === null ? null : { name, address: email, standsInFor: null }];
      }),
    );
  }
}
