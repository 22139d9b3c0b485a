import { Module } from '@nestjs/common';
import { PublishingModule } from '../publishing/publishing.module.js';
import { PartnershipsController } from './api/partnerships.controller.js';
import { OwnPartnershipService } from './own-partnership.service.js';
import { PublisherNames } from './publisher-names.js';
import { PartnershipQueries } from './partnership.queries.js';

@Module({
  imports: [PublishingModule],
  controllers: [PartnershipsController],
  providers: [PartnershipQueries, PublisherNames, OwnPartnershipService],
  exports: [PartnershipQueries, PublisherNames, OwnPartnershipService],
})
export class PartnershipsModule {}
