import { Module } from '@nestjs/common';
import { PartnershipsModule } from '../partnerships/partnerships.module.js';
import { RecommendationsModule } from '../recommendations/recommendations.module.js';
import { PopularityModule } from '../popularity/popularity.module.js';
import { ThemesModule } from '../themes/themes.module.js';
import { SearchPageController } from './web/search-page.controller.js';
import { SearchController } from './api/search.controller.js';
import { ExampleSearches } from './web/example-searches.js';
import { MeiliFirst } from './retrieval/meili-first.js';
import { IndexLag } from './index/index-lag.js';
import { IndexUpkeep } from './index/index-upkeep.js';
import { Meili } from '../platform/meilisearch/meili.js';
import { PublishedResults } from './results/published-results.js';
import { LibraryIndexStore } from './ranking/library-index.store.js';
import { SearchService } from './search.service.js';
import { SuggestController } from './suggest/api/suggest.controller.js';
import { SuggestService } from './suggest/suggest.service.js';
import { ThesaurusStore } from './analysis/thesaurus.store.js';

/** Finding: read the query, rank the library, show what is published; and keeping the index in step. */
@Module({
  imports: [PartnershipsModule, ThemesModule, RecommendationsModule, PopularityModule],
  controllers: [SearchController, SuggestController, SearchPageController],
  providers: [
    SearchService,
    ExampleSearches,
    ThesaurusStore,
    LibraryIndexStore,
    MeiliFirst,
    PublishedResults,
    Meili,
    IndexUpkeep,
    IndexLag,
    SuggestService,
  ],
  exports: [MeiliFirst, SearchService, ExampleSearches, IndexUpkeep, IndexLag, Meili],
})
export class SearchModule {}
