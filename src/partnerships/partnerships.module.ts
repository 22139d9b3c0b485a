import { Module } from '@nestjs/common';
import { PublishingModule } from '../publishing/publishing.module.js';
import { PartnershipsController } from './api/partnerships.controller.js';
import { OwnPartnershipService } from './own-partnership.service.js';
import { PartnershipQueries } from './partnership.queries.js';

@Module({
  imports: [PublishingModule],
  controllers: [PartnershipsController],
  providers: [PartnershipQueries, OwnPartnershipService],
  exports: [PartnershipQueries, OwnPartnershipService],
})
export class PartnershipsModule {}
