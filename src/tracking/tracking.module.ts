import { Module, RequestMethod, type MiddlewareConsumer, type NestModule } from '@nestjs/common';
import { PublishingModule } from '../publishing/publishing.module.js';
import { RecommendationsModule } from '../recommendations/recommendations.module.js';
import { ReviewsModule } from '../reviews/reviews.module.js';
import { ActionsService } from './actions.service.js';
import { AgenciesService } from './agencies.service.js';
import { AgencyList } from './agency-list.js';
import { TrackedActionsController } from './api/actions.controller.js';
import { TrackingAnswers } from './api/answers.js';
import { TrackingListsController } from './api/entries.controller.js';
import { TrackedItemsController } from './api/items.controller.js';
import { PlanImportsController } from './api/imports.controller.js';
import { PlanImportPagesController } from './web/imports/plan-import-pages.controller.js';
import { ApplyPlan } from './imports/apply-plan.js';
import { ImportFiles } from './imports/import-files.js';
import { PlanImports } from './imports/plan-imports.service.js';
import { SnapshotsController } from './board/api/snapshots.controller.js';
import { BoardMovement } from './board/board-movement.js';
import { BoardSnapshots } from './board/board-snapshots.js';
import { BoardPagesController } from './board/web/board-pages.controller.js';
import { RoundsController } from './rounds/api/rounds.controller.js';
import { OwnerTraces } from './owner-traces.js';
import { OwnActions } from './rounds/own-actions.js';
import { ReadRoundSheet } from './rounds/read-round-sheet.js';
import { RoundSheet } from './rounds/round-sheet.js';
import { RoundAnswers } from './rounds/round-answers.js';
import { RoundQueries } from './rounds/rounds.queries.js';
import { RoundsService } from './rounds/rounds.service.js';
import { UpdateLinks } from './rounds/update-links.js';
import { RoundPagesController } from './rounds/web/round-pages.controller.js';
import { UpdatesController } from './rounds/web/updates.controller.js';
import { ReachQueries } from './reach/reach.queries.js';
import { UsesService } from './reach/uses.service.js';
import { UsesController } from './reach/api/uses.controller.js';
import { ReachPagesController } from './reach/web/reach-pages.controller.js';
import { CalendarsController } from './calendar/api/calendars.controller.js';
import { CalendarFeed } from './calendar/calendar-feed.js';
import { Calendars } from './calendar/calendars.js';
import { CalendarPagesController } from './calendar/web/calendar-pages.controller.js';
import { OwnersController } from './reminders/api/owners.controller.js';
import { MailPagesController } from './reminders/web/mail-pages.controller.js';
import { Deputies } from './reminders/deputies.js';
import { Unreached } from './reminders/unreached.js';
import { Reminders } from './reminders/reminders.js';
import { ReminderFactsQueries } from './reminders/reminder-facts.js';
import { ProgressReportsController } from './lines/api/progress-reports.controller.js';
import { PublicLinesController } from './lines/api/public-lines.controller.js';
import { ProgressReports } from './lines/progress-reports.js';
import { PublicLines } from './lines/public-lines.service.js';
import { LinePagesController } from './lines/web/line-pages.controller.js';
import { ProtectedPagesController } from './lines/web/protected-pages.controller.js';
import { PublicPagesController } from './lines/web/public-pages.controller.js';
import { ReadImport } from './imports/read-import.js';
import { DeskQueries } from './desk.js';
import { EntriesService } from './entries.service.js';
import { EvidenceController } from './api/evidence.controller.js';
import { SaidBeforePagesController } from './web/said-before-pages.controller.js';
import { EvidencePagesController } from './web/evidence-pages.controller.js';
import { EvidenceService } from './evidence.service.js';
import { EvidenceStore } from './evidence-store.js';
import { EvidenceUpkeep } from './evidence-upkeep.js';
import { FileScanner } from './file-scanner.js';
import { FiguresQueries } from './figures.js';
import { ExportLog } from './export/export-log.js';
import { ExportService } from './export/export.service.js';
import { FollowedItems } from './followed-items.js';
import { HistoryQueries } from './history.js';
import { ItemList } from './item-list.js';
import { TrackedItemPresenter } from './item.presenter.js';
import { ItemsService } from './items.service.js';
import { OpenOverTime } from './open-over-time.js';
import { OwnerDirectory } from './owner-directory.js';
import { SaidBeforeController } from './api/said-before.controller.js';
import { SaidBefore } from './said-before.js';
import { AllPresented } from './reports/all-presented.js';
import { TrackingReportsController } from './reports/api/reports.controller.js';
import { ReportFiles } from './reports/report-files.js';
import { ReportSubjects } from './reports/report-subjects.js';
import { ReportsService } from './reports/reports.service.js';
import { ReportPagesController } from './reports/web/report-pages.controller.js';
import { KeptStates } from './kept-states.js';
import { TrackedItemQueries } from './tracked-items.queries.js';
import { TrackingLog } from './tracking-log.js';
import { TrackingSettings } from './tracking-settings.js';
import { BulkUpdateController } from './web/bulk-update.controller.js';
import { TrackingPagesController } from './web/desk.controller.js';
import { EntryFormsController } from './web/entry-forms.controller.js';
import { FollowController } from './web/follow.controller.js';
import { TrackingFormsController } from './web/forms.controller.js';
import { KeepingController } from './web/keeping.controller.js';
import { ItemNarrowing } from './web/narrowing.js';
import { ShowFollowed } from './web/show-followed.middleware.js';
import { TrackingRoom } from './web/tracking-room.js';

/** What partnerships follow: what was promised, what was done, and whether it helped. */
@Module({
  imports: [PublishingModule, ReviewsModule, RecommendationsModule],
  controllers: [
    ...[TrackedItemsController, TrackedActionsController, TrackingListsController],
    ...[TrackingPagesController, TrackingFormsController, EntryFormsController],
    ...[BulkUpdateController, FollowController, KeepingController],
    PlanImportsController,
    PlanImportPagesController,
    EvidenceController,
    SaidBeforeController,
    EvidencePagesController,
    SaidBeforePagesController,
    TrackingReportsController,
    ReportPagesController,
    ...[SnapshotsController, BoardPagesController],
    ...[UsesController, ReachPagesController],
    ...[CalendarsController, CalendarPagesController],
    ...[OwnersController, MailPagesController],
    ...[RoundsController, RoundPagesController, UpdatesController],
    ...[PublicLinesController, ProgressReportsController],
    ...[LinePagesController, PublicPagesController, ProtectedPagesController],
  ],
  providers: [
    ...[TrackingLog, ItemsService, ActionsService, EntriesService, AgenciesService],
    ...[AgencyList, OwnerDirectory, TrackingSettings],
    ...[PlanImports, ReadImport, ApplyPlan, ImportFiles],
    SaidBefore,
    ...[EvidenceService, EvidenceStore, EvidenceUpkeep, FileScanner],
    ...[FollowedItems, OpenOverTime, ItemNarrowing, TrackingRoom],
    ...[
      TrackedItemQueries,
      KeptStates,
      ItemList,
      DeskQueries,
      FiguresQueries,
      HistoryQueries,
      TrackedItemPresenter,
      TrackingAnswers,
    ],
    ...[BoardSnapshots, BoardMovement],
    ...[ReachQueries, UsesService],
    ...[Calendars, CalendarFeed],
    ...[ReminderFactsQueries, Reminders, Deputies, Unreached],
    ...[RoundsService, RoundQueries, UpdateLinks, RoundAnswers, OwnActions, OwnerTraces],
    ...[RoundSheet, ReadRoundSheet],
    ...[PublicLines, ProgressReports],
    ...[AllPresented, ReportSubjects, ReportsService, ReportFiles, ExportService, ExportLog],
  ],
})
export class TrackingModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    const routes = ['recommendations/{*path}', 'reviews/{*path}', 'themes/{*path}', 'briefings/{*path}'];
    consumer.apply(ShowFollowed).forRoutes(...routes.map((path) => ({ path, method: RequestMethod.GET })));
  }
}
