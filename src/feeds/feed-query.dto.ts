import { OmitType, PickType } from '@nestjs/swagger';
import { PageQuery } from '../platform/http/listing/page-query.dto.js';
import { SearchQuery } from '../search/api/search-query.dto.js';

/** Which part of a feed: the newest are on page 1. */
export class FeedQuery extends PickType(PageQuery, ['page']) {}

/** What a search may be asked, but how it is shown. */
export class SearchFeedQuery extends OmitType(SearchQuery, [
  ...(['limit', 'explain', 'themeNamed', 'agencyNamed', 'publisherNamed'] as const),
]) {}
