import { Module } from '@nestjs/common';
import { ProtectedTerms } from './anonymity/protected-terms.js';
import { SummaryNotices } from './summary-notice.js';
import { Tombstones } from './tombstones.js';

/** What may be seen of the library, and what is said of what may not be seen any more. */
@Module({
  providers: [SummaryNotices, Tombstones, ProtectedTerms],
  exports: [SummaryNotices, Tombstones, ProtectedTerms],
})
export class PublishingModule {}
