import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { SortOf, TextFilter, YearFilter } from '../../platform/http/listing/filter.decorators.js';
import { ListQuery } from '../../platform/http/listing/list-query.dto.js';
import { RESOURCE_SORTS, type ResourceSort } from '../resource.sql.js';

export const RESOURCE_TIMES = ['upcoming', 'past'] as const;
export type ResourceTime = (typeof RESOURCE_TIMES)[number];

/** Which resources, and in which order. */
export class ResourceListQuery extends ListQuery {
  /** Slug or name of a theme; resources on narrower themes are found as well. */
  @TextFilter('theme')
  theme?: string[];

  /** Such as `training`. */
  @TextFilter('type')
  type?: string[];

  /** Slug or name of the publisher. */
  @TextFilter('publisher')
  publisher?: string[];

  /** Year of publication, which few have. */
  @YearFilter()
  year?: number[];

  /** Only what starts later (or today, where only the day is known), or what has started; in United Kingdom time. */
  @ApiProperty({ required: false, enum: RESOURCE_TIMES })
  @IsOptional()
  @IsIn(RESOURCE_TIMES, { message: `when must be one of ${RESOURCE_TIMES.join(', ')}` })
  when?: ResourceTime;

  /**
   * `upcoming`: what is to come, the next first, then what has no time, by title, and what has taken place. Dates run from
   * old to new, with `-` from new to old; what has no date comes last. Names run from A to Z.
   */
  @SortOf(RESOURCE_SORTS)
  sort?: ResourceSort = 'upcoming';
}
