import { SortOf, TextFilter, YearFilter } from '../../platform/http/listing/filter.decorators.js';
import { ListQuery } from '../../platform/http/listing/list-query.dto.js';
import { BRIEFING_SORTS, type BriefingSort } from '../briefing.sql.js';

/** Which briefings, and in which order. */
export class BriefingListQuery extends ListQuery {
  /** Slug or name of a theme; briefings on narrower themes are found as well. */
  @TextFilter('theme')
  theme?: string[];

  /** Such as `seven-minute`. */
  @TextFilter('type')
  type?: string[];

  /** Slug or name of the publisher. */
  @TextFilter('publisher')
  publisher?: string[];

  /** Year of publication. */
  @YearFilter()
  year?: number[];

  /** Dates run from old to new, with `-` from new to old; what has no date comes last. Names run from A to Z. */
  @SortOf(BRIEFING_SORTS)
  sort?: BriefingSort = '-publishedOn';
}
