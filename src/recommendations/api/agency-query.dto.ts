import { SortOf } from '../../platform/http/listing/filter.decorators.js';
import { ListQuery } from '../../platform/http/listing/list-query.dto.js';
import { AGENCY_SORTS, type AgencySort } from '../agency.sql.js';

/** Which part of the agencies, and in which order. */
export class AgencyListQuery extends ListQuery {
  /** By name, or by how many recommendations ask it for something; with `-` the other way round. */
  @SortOf(AGENCY_SORTS)
  sort?: AgencySort = 'name';
}
