import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';

export class SitemapQuery {
  /** Which of several sitemaps, from 1; without it, the list of them. */
  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: 'page must be a whole number' })
  @Min(1, { message: 'page must be 1 or more' })
  @Max(1000, { message: 'page must be 1000 or less' })
  page?: number;
}
