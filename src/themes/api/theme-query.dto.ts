import { THEME_STATUSES, type ThemeStatus } from '../theme.js';
import { EnumFilter, SortOf, TextFilter } from '../../platform/http/listing/filter.decorators.js';
import { ListQuery } from '../../platform/http/listing/list-query.dto.js';
import { THEME_SORTS, type ThemeSort } from '../theme-sorts.js';

/** Which themes, and in which order. */
export class ThemeListQuery extends ListQuery {
  /** `accepted` unless told otherwise. */
  @EnumFilter('status', THEME_STATUSES)
  status?: ThemeStatus[];

  /** Slug or name of the theme right above. */
  @TextFilter('broader')
  broader?: string[];

  /** By name, or by how many reviews are about it; with `-` the other way round. */
  @SortOf(THEME_SORTS)
  sort?: ThemeSort = 'label';
}
