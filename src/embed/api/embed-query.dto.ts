import { IntersectionType, OmitType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsNotEmpty, IsOptional, Max, Min } from 'class-validator';
import { SearchQuery, SearchWords } from '../../search/api/search-query.dto.js';

export const USUAL_ITEMS = 3;
export const MOST_ITEMS = 10;

/** How much of it. */
export class EmbedQuery {
  /** How many lines, from 1 to 10. */
  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: 'limit must be a whole number' })
  @Min(1, { message: 'limit must be 1 or more' })
  @Max(MOST_ITEMS, { message: `limit must be ${MOST_ITEMS} or less` })
  limit?: number = USUAL_ITEMS;
}

/** What a search may be asked, but how it is shown. */
const Filters = OmitType(SearchQuery, [
  ...(['q', 'page', 'limit', 'explain', 'themeNamed', 'agencyNamed', 'publisherNamed'] as const),
]);

/** A search that stays on somebody's page: its words are needed, its filters are those of every search. */
export class EmbedSearchQuery extends IntersectionType(EmbedQuery, Filters) {
  /**
   * What it is to find, in plain words: at most 512 characters.
   * @example 'unseen adults'
   */
  @IsNotEmpty({ message: 'q is needed: what is to be found' })
  @SearchWords()
  q: string;
}
