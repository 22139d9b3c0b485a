import { SortOf, TextFilter } from '../../platform/http/listing/filter.decorators.js';
import { ListQuery } from '../../platform/http/listing/list-query.dto.js';
import { PARTNERSHIP_SORTS, type PartnershipSort } from '../partnership.sql.js';

/** Which partnerships, and in which order. */
export class PartnershipListQuery extends ListQuery {
  /** Such as `joint-partnership`. */
  @TextFilter('type')
  type?: string[];

  /** By name; with `-` the other way round. */
  @SortOf(PARTNERSHIP_SORTS)
  sort?: PartnershipSort = 'name';
}
