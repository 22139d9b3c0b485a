import { IsIn, IsOptional } from 'class-validator';
import { EmptyFieldsAreNothing, EmptyIsNothing } from '../../platform/http/forms/field.decorators.js';
import { ITEM_SORTS, type ItemFilters, type ItemSort } from '../item-list.js';
import { MomentQuery, TrackedItemsQuery } from '../api/tracking.dto.js';

/** From which day and how a page is looked at. */
@EmptyFieldsAreNothing('asOf', 'view')
export class MomentOfPage extends MomentQuery {}

/** Which items a page shows, in which order, and how they are looked at. */
@EmptyFieldsAreNothing('review', 'theme', 'agency', 'owner', 'state', 'due', 'asOf', 'view')
export class TrackingPageQuery extends TrackedItemsQuery {
  @EmptyIsNothing()
  @IsOptional()
  @IsIn(Object.keys(ITEM_SORTS), { message: `sort must be one of ${Object.keys(ITEM_SORTS).join(', ')}` })
  sort?: ItemSort;
}

/** The filters that are on. */
export const filtersIn = ({ review, theme, agency, owner, state, due }: TrackingPageQuery): ItemFilters => ({
  ...{ review, theme, agency, owner, state, due },
});
