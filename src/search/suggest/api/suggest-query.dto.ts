import { ApiPropertyOptional, PickType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { SearchQuery } from '../../api/search-query.dto.js';

export const MOST_SUGGESTIONS = 20;
export const USUAL_SUGGESTIONS = 8;

/** What was typed so far is read as the search would read it. */
export class SuggestQuery extends PickType(SearchQuery, ['q'] as const) {
  // Said in so many words, for the comment of the search would be taken over otherwise.
  @ApiPropertyOptional({
    description: 'What was typed so far: at most 512 characters. Fewer than two find nothing.',
    example: 'parental',
  })
  override q?: string;

  /** How many suggestions, at most 20. */
  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: 'limit must be a whole number' })
  @Min(1, { message: 'limit must be 1 or more' })
  @Max(MOST_SUGGESTIONS, { message: `limit must be ${MOST_SUGGESTIONS} or less` })
  limit?: number = USUAL_SUGGESTIONS;
}
