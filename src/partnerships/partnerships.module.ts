import { Module } from '@nestjs/common';
import { PublishingModule } from '../publishing/publishing.module.js';
import { PartnershipsController } from './api/partnerships.controller.js';
import { ContactLineService } from './contact-lines.service.js';
import { ContactSentences } from './contact-sentences.js';
import { OwnPartnershipService } from './own-partnership.service.js';
import { PublishersByName } from './publishers-by-name.js';
import { PartnershipQueries } from './partnership.queries.js';

@Module({
  imports: [PublishingModule],
  controllers: [PartnershipsController],
  providers: [
    PartnershipQueries,
    PublishersByName,
    OwnPartnershipService,
    ContactLineService,
    ContactSentences,
  ],
  exports: [
    PartnershipQueries,
    PublishersByName,
    OwnPartnershipService,
    ContactLineService,
    ContactSentences,
  ],
})
export class PartnershipsModule {}
