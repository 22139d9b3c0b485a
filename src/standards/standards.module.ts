import { Module } from '@nestjs/common';
import { PublishingModule } from '../publishing/publishing.module.js';
import { ThemesModule } from '../themes/themes.module.js';
import { CitationsController } from './citations/citations.controller.js';
import { OaiController } from './oai/oai.controller.js';
import { OaiService } from './oai/oai.service.js';
import { OaiSets } from './oai/oai-sets.js';
import { SkosController } from './skos/skos.controller.js';
import { WorkQueries } from './works/work.queries.js';

/**
 * The library in the standards of libraries: SKOS, OAI-PMH, and citations. To be imported before the rooms with pages, for
 * `/themes/{slug}.ttl` would be the page of a theme otherwise.
 */
@Module({
  imports: [PublishingModule, ThemesModule],
  controllers: [SkosController, CitationsController, OaiController],
  providers: [WorkQueries, OaiService, OaiSets],
  exports: [WorkQueries],
})
export class StandardsModule {}
