import { Module } from '@nestjs/common';
import { ProtectedTerms } from './anonymity/protected-terms.js';
import { ContentState } from './content-state.js';
import { AnswerFromKept } from './kept-answers/answer-from-kept.middleware.js';
import { ListedRecordQueries } from './changes/listed-records.queries.js';
import { ChangeLog } from './changes/change-log.js';
import { SummaryNotices } from './summary-notice.js';
import { Tombstones } from './tombstones.js';

/** What may be seen of the library, and what is said of what may not be seen any more. */
@Module({
  providers: [
    AnswerFromKept,
    SummaryNotices,
    Tombstones,
    ProtectedTerms,
    ContentState,
    ChangeLog,
    ListedRecordQueries,
  ],
  exports: [SummaryNotices, Tombstones, ProtectedTerms, ContentState, ChangeLog, ListedRecordQueries],
})
export class PublishingModule {}
