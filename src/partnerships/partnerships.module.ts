import { Module } from '@nestjs/common';
import { PublishingModule } from '../publishing/publishing.module.js';
import { PartnershipsController } from './api/partnerships.controller.js';
import { ContactLine } from './contact-line.js';
import { OwnPartnershipService } from './own-partnership.service.js';
import { PartnershipQueries } from './partnership.queries.js';

@Module({
  imports: [PublishingModule],
  controllers: [PartnershipsController],
  providers: [PartnershipQueries, OwnPartnershipService, ContactLine],
  exports: [PartnershipQueries, OwnPartnershipService, ContactLine],
})
export class PartnershipsModule {}
