import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { RecommendationsModule } from '../recommendations/recommendations.module.js';
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
import { DeskQueries } from './desk.js';
import { EntriesService } from './entries.service.js';
import { EvidenceStore } from './evidence-store.js';
import { FiguresQueries } from './figures.js';
import { ExportLog } from './export/export-log.js';
import { ExportService } from './export/export.service.js';
import { HistoryQueries } from './history.js';
import { ItemList } from './item-list.js';
import { TrackedItemPresenter } from './item.presenter.js';
import { ItemsService } from './items.service.js';
import { OwnerDirectory } from './owner-directory.js';
import { AllPresented } from './reports/all-presented.js';
import { TrackingReportsController } from './reports/api/reports.controller.js';
import { ReportFiles } from './reports/report-files.js';
import { ReportSubjects } from './reports/report-subjects.js';
import { ReportsService } from './reports/reports.service.js';
import { ReportPagesController } from './reports/web/report-pages.controller.js';
import { TrackedItemQueries } from './tracked-items.queries.js';
import { TrackingLog } from './tracking-log.js';
import { TrackingSettings } from './tracking-settings.js';

/** What partnerships follow: what was promised, what was done, and whether it helped. */
@Module({
  imports: [AccountsModule, RecommendationsModule],
  controllers: [
    TrackedItemsController,
    TrackedActionsController,
    TrackingListsController,
    PlanImportsController,
    PlanImportPagesController,
    TrackingReportsController,
    ReportPagesController,
  ],
  providers: [
    ...[TrackingLog, ItemsService, ActionsService, EntriesService, AgenciesService],
    ...[PlanImports, ApplyPlan, ImportFiles],
    ...[AgencyList, OwnerDirectory, TrackingSettings, EvidenceStore],
    ...[
      TrackedItemQueries,
      ItemList,
      DeskQueries,
      FiguresQueries,
      HistoryQueries,
      TrackedItemPresenter,
      TrackingAnswers,
    ],
    ...[AllPresented, ReportSubjects, ReportsService, ReportFiles, ExportService, ExportLog],
  ],
})
export class TrackingModule {}
