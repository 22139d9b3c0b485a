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
import { HistoryQueries } from './history.js';
import { ItemList } from './item-list.js';
import { ItemPresenter } from './item.presenter.js';
import { ItemsService } from './items.service.js';
import { OwnerDirectory } from './owner-directory.js';
import { SaidBeforeController } from './api/said-before.controller.js';
import { SaidBefore } from './said-before.js';
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
    EvidenceController,
    SaidBeforeController,
    EvidencePagesController,
    SaidBeforePagesController,
  ],
  providers: [
    ...[TrackingLog, ItemsService, ActionsService, EntriesService, AgenciesService],
    ...[AgencyList, OwnerDirectory, TrackingSettings],
    SaidBefore,
    ...[EvidenceService, EvidenceStore, EvidenceUpkeep, FileScanner],
    ...[
      TrackedItemQueries,
      ItemList,
      DeskQueries,
      FiguresQueries,
      HistoryQueries,
      ItemPresenter,
      TrackingAnswers,
    ],
  ],
})
export class TrackingModule {}
