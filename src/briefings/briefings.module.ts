import { Module } from '@nestjs/common';
import { BriefingsController } from './api/briefings.controller.js';
import { BriefingQueries } from './briefing.queries.js';

@Module({ controllers: [BriefingsController], providers: [BriefingQueries], exports: [BriefingQueries] })
export class BriefingsModule {}
