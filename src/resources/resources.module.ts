import { Module } from '@nestjs/common';
import { ResourcesController } from './api/resources.controller.js';
import { ResourceQueries } from './resource.queries.js';

@Module({ controllers: [ResourcesController], providers: [ResourceQueries], exports: [ResourceQueries] })
export class ResourcesModule {}
