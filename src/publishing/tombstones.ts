import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { sayPartialDate } from '../platform/dates/partial-date.js';
import { LibraryError } from '../platform/http/errors/library-error.js';
import { isSlug } from '../platform/http/listing/address.js';
import { leftRecord } from './changes/left-record.js';
import type { TombstoneView } from './tombstone.model.js';
import { WITHDRAWABLE_WORDS, WITHDRAWAL_REASON_WORDS } from './withdrawal-reasons.js';

/** Knows what was withdrawn from which address. */
@Injectable()
export class Tombstones {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /**
   * What to answer at an address at which there is nothing to see: that it is gone, or else that there never was anything.
   * @param address as the pages have it, or with an id: `/reviews/…`
   * @param otherwise what is said where nothing was withdrawn
   */
  async missing(address: string, otherwise: string): Promise<LibraryError> {
    // What cannot be an address is not asked of the database, which refuses some characters.
    const [found] = isSlug(address) ? await this.source.query<Standing[]>(STANDING, [address]) : [];
    if (!found) return (await this.left(address)) ?? new LibraryError('not-found', otherwise);
    const { isItself, ...tombstone } = found;
    return new LibraryError('gone', sayWithdrawn(tombstone, isItself), [], { tombstone });
  }

  /** What left without being withdrawn itself: a part that its review does not have any more. It is said of it only that it was. */
  private async left(address: string): Promise<LibraryError | null> {
    const left = await leftRecord(this.source, address);
    if (!left) return null;
    const { kind, publisher, leftOn: withdrawnOn } = left;
    if (kind === 'agency')
      return new LibraryError('gone', 'Nothing that is published asks this agency for anything any more.');
    const what = `This ${WITHDRAWABLE_WORDS[kind]} has not been in the library since ${sayPartialDate(withdrawnOn)}.`;
    const tombstone: TombstoneView = { kind, label: null, publisher, withdrawnOn, reason: 'other' };
    return new LibraryError('gone', what, [], { tombstone });
  }
}

interface Standing extends TombstoneView {
  /** Whether the address is that of what was withdrawn, and not of something that hung on it. */
  isItself: boolean;
}

function sayWithdrawn({ kind, withdrawnOn, reason }: TombstoneView, isItself: boolean): string {
  const what = isItself
    ? `This ${WITHDRAWABLE_WORDS[kind]}`
    : `The ${WITHDRAWABLE_WORDS[kind]} that this belonged to`;
  return `${what} was withdrawn from the library on ${sayPartialDate(withdrawnOn)}. The reason given: ${WITHDRAWAL_REASON_WORDS[reason]}.`;
}

// What was withdrawn itself speaks before what it hung on.
const STANDING = `
  select kind, label, publisher, to_char(withdrawn_at at time zone 'Europe/London', 'YYYY-MM-DD') as "withdrawnOn", reason,
    address = $1 or kind in ('recommendation', 'learning-point') as "isItself"
  from tombstone where addresses @> array[$1] and restored_at is null
  order by "isItself" desc, withdrawn_at limit 1`;
