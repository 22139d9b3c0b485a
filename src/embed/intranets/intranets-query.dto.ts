import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { SearchWords } from '../../search/api/search-query.dto.js';
import { MOST_ITEMS, USUAL_ITEMS } from '../api/embed-query.dto.js';

/** What is to be put on somebody's own pages. */
export class IntranetsQuery {
  /** Slug of the theme; without one, that of which most reviews speak. */
  @IsOptional()
  @IsString({ message: 'theme must be one theme' })
  @MaxLength(300, { message: 'theme takes at most 300 characters' })
  theme?: string;

  /** Words to search for, instead of a theme. */
  @IsOptional()
  @SearchWords()
  q?: string;

  /** How many lines. */
  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: 'number must be a whole number' })
  @Min(1, { message: 'number must be 1 or more' })
  @Max(MOST_ITEMS, { message: `number must be ${MOST_ITEMS} or less` })
  number?: number = USUAL_ITEMS;
}
