import { LibraryError } from '../platform/http/errors/library-error.js';
import { isAuditLead, seesAll, type Follower } from './follower.js';
import type { ActionState, ItemState } from './fold.js';
import { noItem } from './tracking-change.js';

/** @throws LibraryError forbidden */
export function requireAuditLead(who: Follower): void {
  if (!isAuditLead(who))
    throw new LibraryError('forbidden', 'Only an audit lead of the partnership may do this.');
}

/** @throws LibraryError forbidden */
export function requireAdministrator({ role }: Follower): void {
  if (role !== 'administrator')
    throw new LibraryError('forbidden', 'Only an administrator of the partnership redacts words.');
}

/** Whether an agency has to do with an item: it was asked, or leads or supports an action. */
export const concerns = ({ addressees, actions }: ItemState, agency: string): boolean =>
  addressees.some((one) => one.agency === agency) || actions.some((one) => isOf(one, agency));

/** Whether an agency leads or supports an action. */
export const isOf = (
  { agency, supporting }: Pick<ActionState, 'agency' | 'supporting'>,
  id: string,
): boolean => agency === id || supporting.includes(id);

/** Whether somebody may know of an item. */
export const maySee = (who: Follower, item: ItemState): boolean =>
  seesAll(who) || (who.agency !== null && concerns(item, who.agency.id));

/** @throws LibraryError not-found for an item that they may not know of; forbidden for whoever only reads */
export function mayTouchItem(who: Follower, item: ItemState): void {
  if (!maySee(who, item)) throw noItem();
  if (!isAuditLead(who) && who.role !== 'agency-lead')
    throw new LibraryError('forbidden', 'The role in which you act may only read this.');
}

/** @throws LibraryError as `mayTouchItem`, and forbidden for another agency's action */
export function mayTouchAction(who: Follower, item: ItemState, action: ActionState): void {
  mayTouchItem(who, item);
  if (!isAuditLead(who) && !isOf(action, who.agency!.id))
    throw new LibraryError('forbidden', 'This is an action of another agency.');
}

/** Whether somebody may have a file: the audit lead, the agency that brought it, and those whose action it is about. */
export const mayOpen = (
  who: Follower,
  { agencyId }: { agencyId: string | null },
  action: Pick<ActionState, 'agency' | 'supporting'> | undefined,
): boolean =>
  isAuditLead(who) ||
  (who.agency !== null &&
    (agencyId === who.agency.id || (action !== undefined && isOf(action, who.agency.id))));
