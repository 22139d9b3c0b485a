import { Module } from '@nestjs/common';
import { PublishingModule } from '../publishing/publishing.module.js';
import { PartnershipsController } from './api/partnerships.controller.js';
import { PartnershipQueries } from './partnership.queries.js';

@Module({
  imports: [PublishingModule],
  controllers: [PartnershipsController],
  providers: [PartnershipQueries],
  exports: [PartnershipQueries],
})
export class PartnershipsModule {}
