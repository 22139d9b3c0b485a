import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';

/** Deep pages cost the database more and help nobody: a filter finds things sooner. */
export const LAST_PAGE = 1000;
export const MOST_PER_PAGE = 100;

/** The one paging contract of every list. */
export class PageQuery {
  /** Which page, from 1. A page beyond the end is empty. */
  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: 'page must be a whole number' })
  @Min(1, { message: 'page must be 1 or more' })
  @Max(LAST_PAGE, { message: `page must be ${LAST_PAGE} or less` })
  page?: number = 1;

  /** How many items a page, at most 100. */
  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: 'limit must be a whole number' })
  @Min(1, { message: 'limit must be 1 or more' })
  @Max(MOST_PER_PAGE, { message: `limit must be ${MOST_PER_PAGE} or less` })
  limit?: number = 20;
}
