import { Module } from '@nestjs/common';
import { PartnershipsController } from './api/partnerships.controller.js';
import { PartnershipQueries } from './partnership.queries.js';

@Module({
  controllers: [PartnershipsController],
  providers: [PartnershipQueries],
  exports: [PartnershipQueries],
})
export class PartnershipsModule {}
