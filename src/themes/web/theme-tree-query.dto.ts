import { TextFilter } from '../../platform/http/listing/filter.decorators.js';

/** Which groups of the tree are open: an address can show them, without scripts and in any browser. */
export class ThemeTreeQuery {
  /** Slugs of groups, or `all`. What is no group opens nothing. */
  @TextFilter('open')
  open?: string[];
}
