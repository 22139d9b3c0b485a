import type { EntityManager } from 'typeorm';
import { passRightsOn } from '../accounts/pass-rights-on.js';
import type { AuditLog } from '../audit/audit-log.js';
import type { AuditReference } from '../audit/audited-change.js';
import type { AgencyList } from './agency-list.js';
import type { ActionState, AddresseeState } from './fold.js';
import { isOf } from './rights.js';
import { isClosed, isOpenDelivery, SUCCESSION_WORDS, type Succession } from './tracking.js';
import type { TrackingChange } from './tracking-change.js';

/** What becomes of an agency, and from which day. */
export interface SuccessionFact {
  from: { id: string; name: string };
  /** Ids; what is open passes to the first. */
  into: string[];
  kind: Succession;
  on: string;
}

/**
 * An agency becomes another one in a partnership: what it is asked and has promised passes on, and with it the rights of whoever
 * acts for it. What is over stays with the old name.
 * @returns the entry of the log that says so
 */
export async function succeedAgency(
  change: TrackingChange,
  { audit, agencies }: { audit: AuditLog; agencies: AgencyList },
  fact: SuccessionFact,
): Promise<AuditReference> {
  const { manager, who } = change;
  const { from, into, kind, on } = fact;
  await agencies.succeed(manager, who.partnership.id, from.id, { into, kind, on });
  for (const item of await itemsOf(manager, who.partnership.id, from.id))
    await passItemOn(change, item, fact);
  const moves = [{ from: from.id, into: into[0]! }];
  await passRightsOn(manager, audit, { moves, within: who.partnership.id, by: who.by });
  return await audit.record(manager, {
    ...{ chain: who.partnership.id, actor: who.by, action: 'tracking.agency-succeeded', effectiveOn: on },
    ...{ subject: { kind: 'agency', id: from.id, name: from.name }, to: { kind, into } },
  });
}

async function passItemOn(
  change: TrackingChange,
  item: string,
  { from, into: [first], kind, on }: SuccessionFact,
): Promise<void> {
  const { actions, addressees, judgement } = await change.item(item);
  const said = { on, why: `${from.name}: ${SUCCESSION_WORDS[kind].toLowerCase()}` };
  const pass = (one: string): string => (one === from.id ? first! : one);
  if (!isClosed(judgement.judgement) && addressees.some((one) => isAwaited(one, from.id)))
    await change.add(item, { fact: { deed: 'addressed', add: [first!], remove: [from.id] }, ...said });
  for (const { id: action, agency, supporting } of actions.filter((one) => isOpenOf(one, from.id))) {
    const lead = { agency: agency && pass(agency), supporting: [...new Set(supporting.map(pass))] };
    await change.add(item, { fact: { deed: 'lead', action, ...lead }, ...said });
  }
}

const isAwaited = ({ agency, response }: AddresseeState, id: string): boolean =>
  agency === id && response === 'awaiting';

const isOpenOf = (action: ActionState, id: string): boolean =>
  isOpenDelivery(action.delivery) && isOf(action, id);

/** The items that ask an agency, or with an action that it leads or supports. */
async function itemsOf(asking: EntityManager, partnershipId: string, agency: string): Promise<string[]> {
  const rows = await asking.query<{ id: string }[]>(ITEMS_OF, [
    ...[partnershipId, JSON.stringify([{ agency }]), JSON.stringify([{ supporting: [agency] }])],
  ]);
  return rows.map(({ id }) => id);
}

const ITEMS_OF = `
  select id from tracked_item where partnership_id = $1 and (state -> 'addressees' @> $2::jsonb
    or state -> 'actions' @> $2::jsonb or state -> 'actions' @> $3::jsonb) order by ref`;
