import { Module } from '@nestjs/common';
import { SearchController } from './api/search.controller.js';
import { MeiliEngine } from './engines/meili.engine.js';
import { PostgresEngine } from './engines/postgres.engine.js';
import { IndexUpkeep } from './index/index-upkeep.js';
import { Meili } from './index/meili.js';
import { SearchTasks } from './index/search-tasks.js';
import { PublishedResults } from './published-results.js';
import { SearchService } from './search.service.js';
import { ThesaurusStore } from './understanding/thesaurus.store.js';

/** Finding: read the query, ask an engine, show what is published; and keeping the index in step. */
@Module({
  controllers: [SearchController],
  providers: [
    SearchService,
    ThesaurusStore,
    MeiliEngine,
    PostgresEngine,
    PublishedResults,
    Meili,
    IndexUpkeep,
    SearchTasks,
  ],
  exports: [SearchService, SearchTasks, IndexUpkeep, Meili],
})
export class SearchModule {}
