import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/audit-log.js';
import { LibraryError, invalidField } from '../platform/http/errors/library-error.js';
import { AgencyList } from './agency-list.js';
import { endCalendars } from './calendar/calendars.js';
import { formatDay } from './day.js';
import { effectiveOn, promisedDay, requireReason, type GivenDay } from './given.js';
import { isAuditLead, type Follower } from './follower.js';
import type { ActionState, ItemState } from './fold.js';
import { endDeputyships } from './reminders/deputies.js';
import { OwnerDirectory, type OwnerWish } from './owner-directory.js';
import { isOf, mayTouchAction, mayTouchItem, requireAuditLead } from './rights.js';
import { actionItemId } from './tracked.sql.js';
import type { NewEntry, TrackingChange } from './tracking-change.js';
import { TrackingLog, type Asked, type Done, withoutVersion } from './tracking-log.js';
import { isClosed, isOpenDelivery, type Decision, type Delivery } from './tracking.js';

/** What an agency promises. */
export interface ActionWish {
  text: string;
  agency?: string | null;
  supporting?: string[];
  owner?: OwnerWish | null;
  due?: GivenDay | null;
  on?: string;
  /** The colour that a spreadsheet gives it. */
  rag?: string | null;
}

export interface DeliveryWish {
  to: Delivery;
  on?: string;
  reason?: string;
}

/** What was done, how far it is, or both. */
export interface ProgressWish {
  text?: string;
  on?: string;
  evidence?: string;
  /** Left out, it is as far as before. */
  to?: Delivery;
  /** The words of the update, where it is left out. */
  reason?: string;
}

export interface DueWish extends GivenDay {
  reason?: string;
}

export interface MilestoneWish {
  /** Of the milestone that is changed; a new one, where it is left out. */
  number?: number;
  text: string;
  due?: GivenDay | null;
  isDone?: boolean;
}

/** An action as it is found, with the item that it is of. */
export interface FoundAction {
  item: ItemState;
  action: ActionState;
}

/** Alone says what becomes of actions. */
@Injectable()
export class ActionsService {
  constructor(
    private readonly log: TrackingLog,
    private readonly agencies: AgencyList,
    private readonly owners: OwnerDirectory,
    private readonly audit: AuditLog,
  ) {}

  /** A new action of an item. @throws LibraryError not-found, closed, invalid-request */
  async add(who: Follower, itemId: string, wish: ActionWish, asked: Asked | null = null): Promise<Done> {
    return await this.log.change(
      who,
      async (change) => {
        const item = await change.item(itemId);
        mayTouchItem(who, item);
        refuseClosed(item);
        return { subject: await this.begin(change, item, wish) };
      },
      asked,
    );
  }

  /** As `add`, within a change that does more. @returns the id of the action */
  async begin(change: TrackingChange, item: ItemState, wish: ActionWish): Promise<string> {
    const { manager, who, today } = change;
    if (!wish.text.trim()) throw invalidField('text', 'Say what is to be done');
    const own = who.agency?.id ?? null;
    const agency = wish.agency ?? (isAuditLead(who) ? null : own);
    const supporting = wish.supporting ?? [];
    const known = await change.once('agencies', () => this.agencies.list(manager, who.partnership.id));
    const unknown = [...supporting, ...(agency ? [agency] : [])].filter(
      (id) => !known.some((one) => one.id === id),
    );
    await this.agencies.require(manager, who.partnership.id, unknown);
    if (!isAuditLead(who) && agency !== own)
      throw new LibraryError('forbidden', 'You add actions that your own agency leads.');
    const [action, on] = [randomUUID(), effectiveOn(wish.on, today)];
    const ref = Math.max(0, ...item.actions.map((one) => one.ref)) + 1;
    const behalf = isAuditLead(who) ? agency : null;
    const add = (entry: NewEntry): Promise<void> => change.add(item.id, { on, behalf, ...entry });
    await add({
      fact: { deed: 'action', action, ref, agency, supporting, ...(wish.rag && { rag: wish.rag }) },
      words: { text: wish.text.trim() },
    });
    if (wish.owner) {
      const owner = await this.owners.find(manager, who.partnership.id, wish.owner);
      await add({ fact: { deed: 'owner', action, owner } });
    }
    if (wish.due) await add({ fact: { deed: 'due', action, on: formatDay(promisedDay(wish.due)) } });
    return action;
  }

  /** Other words, another lead agency or other supporting ones. @throws LibraryError not-found, closed */
  async change(
    who: Follower,
    id: string,
    wish: { text?: string; agency?: string | null; supporting?: string[]; reason?: string },
    asked: Asked | null = null,
  ): Promise<Done> {
    return await this.on(who, id, asked, async (change, { item, action }) => {
      refuseClosed(item);
      const { agency = action.agency, supporting = action.supporting, reason: why } = wish;
      if (!isAuditLead(who) && agency !== action.agency)
        throw new LibraryError('forbidden', 'Only an audit lead gives an action to another agency.');
      await this.agencies.require(change.manager, who.partnership.id, [
        ...supporting,
        ...(agency ? [agency] : []),
      ]);
      if (wish.text?.trim())
        await change.add(item.id, {
          fact: { deed: 'action-reworded', action: id },
          why,
          words: { text: wish.text.trim() },
        });
      if (wish.agency !== undefined || wish.supporting)
        await change.add(item.id, { fact: { deed: 'lead', action: id, agency, supporting }, why });
    });
  }

  /** What was done, in words. @throws LibraryError not-found, forbidden, effective-in-future */
  async update(
    who: Follower,
    id: string,
    wish: { text: string; on?: string; evidence?: string },
    asked: Asked | null = null,
  ): Promise<Done> {
    return await this.on(who, id, asked, (change, found) => this.tell(change, found, wish));
  }

  /**
   * How far it is. An agency lead does not stop an action, but asks for it; what is completed or stopped only an audit lead
   * opens again.
   * @throws LibraryError reason-required, forbidden, closed, effective-in-future
   */
  async deliver(who: Follower, id: string, wish: DeliveryWish, asked: Asked | null = null): Promise<Done> {
    return await this.on(who, id, asked, (change, found) => this.move(change, found, wish));
  }

  /** What was done and how far it is, at once: both are recorded, or neither. @throws LibraryError as `update` and `deliver` */
  async report(who: Follower, id: string, wish: ProgressWish, asked: Asked | null = null): Promise<Done> {
    return await this.on(who, id, asked, (change, found) => this.progress(change, found, wish));
  }

  /** As `report`, within a change that does more. */
  async progress(
    change: TrackingChange,
    found: FoundAction,
    wish: ProgressWish,
  ): Promise<{ status: 202 } | undefined> {
    const { text = '', to, on, evidence } = wish;
    const isMoved = to !== undefined && to !== found.action.delivery;
    if (!text.trim() && !isMoved) throw invalidField('text', 'Say what was done, or how far it is');
    if (text.trim()) await this.tell(change, found, { text, on, evidence });
    if (!isMoved) return undefined;
    return await this.move(change, found, { to, on, reason: wish.reason || text.trim() || undefined });
  }

  /** Says that nothing has changed, within a change that does more: of today, and without words. */
  async sayUnchanged(change: TrackingChange, { item, action }: FoundAction): Promise<void> {
    await change.add(item.id, {
      fact: { deed: 'update', action: action.id, unchanged: true },
      behalf: behalfOfAction(change.who, action),
    });
  }

  /**
   * Sets the date by which it is due, once; after that it is moved, with a reason: an agency lead asks for it.
   * @throws LibraryError reason-required, closed, invalid-request
   */
  async setDue(who: Follower, id: string, wish: DueWish, asked: Asked | null = null): Promise<Done> {
    return await this.on(who, id, asked, (change, found) => this.promise(change, found, wish));
  }

  /** As `setDue`, within a change that does more. */
  async promise(
    change: TrackingChange,
    { item, action }: FoundAction,
    wish: DueWish,
  ): Promise<{ status: 202 } | undefined> {
    const { who } = change;
    refuseClosed(item);
    const on = formatDay(promisedDay(wish));
    const set = async (why: string | undefined): Promise<undefined> => {
      const fact = { deed: 'due', action: action.id, on } as const;
      await change.add(item.id, { fact, why, behalf: behalfOfAction(who, action) });
      return undefined;
    };
    if (!action.due) return await set(wish.reason);
    const why = requireReason(wish.reason, 'a date is moved only with a reason.');
    if (isAuditLead(who)) return await set(why);
    return await this.ask(change, { item, action }, { kind: 'move', on, why });
  }

  /** Agrees to what an agency lead asked for, or refuses it. @throws LibraryError not-found, decided, reason-required */
  async decide(
    who: Follower,
    id: string,
    number: number,
    wish: { decision: Decision; reason?: string },
    asked: Asked | null = null,
  ): Promise<Done> {
    requireAuditLead(who);
    return await this.on(who, id, asked, async (change, { item, action }) => {
      const request = action.requests.find((one) => one.request === number);
      if (!request) throw new LibraryError('not-found', 'There is no such request.');
      if (request.decision) throw new LibraryError('decided', 'This request was decided before.');
      const why =
        wish.decision === 'refused'
          ? requireReason(wish.reason, 'a request is refused only with a reason.')
          : wish.reason;
      if (wish.decision === 'agreed') refuseClosed(item);
      await change.add(item.id, {
        ...{ fact: { deed: 'decision', action: id, request: number, decision: wish.decision }, why },
      });
      if (wish.decision === 'refused') return;
      const wished = await this.reasonOf(change, request.words);
      const fact =
        request.kind === 'move'
          ? ({ deed: 'due', action: id, on: formatDay(request.due!) } as const)
          : ({ deed: 'delivery', action: id, to: 'stopped' } as const);
      await change.add(item.id, { fact, why: wish.reason ?? wished });
    });
  }

  /** Who is to do it; null for nobody. @throws LibraryError not-found, invalid-request */
  async setOwner(
    who: Follower,
    id: string,
    owner: OwnerWish | null,
    asked: Asked | null = null,
  ): Promise<Done> {
    return await this.on(who, id, asked, async (change, { item, action }) => {
      const found = owner && (await this.owners.find(change.manager, who.partnership.id, owner));
      await change.add(item.id, {
        fact: { deed: 'owner', action: id, owner: found },
        behalf: behalfOfAction(who, action),
      });
    });
  }

  /** A step on the way, new or changed. @throws LibraryError not-found, invalid-request */
  async setMilestone(
    who: Follower,
    id: string,
    wish: MilestoneWish,
    asked: Asked | null = null,
  ): Promise<Done> {
    return await this.on(who, id, asked, async (change, { item, action }) => {
      const known = action.milestones.map(({ milestone }) => milestone);
      if (wish.number !== undefined && !known.includes(wish.number))
        throw new LibraryError('not-found', 'There is no such milestone.');
      if (!wish.text.trim()) throw invalidField('text', 'Say what the step is');
      const milestone = wish.number ?? Math.max(0, ...known) + 1;
      const on = wish.due ? formatDay(promisedDay(wish.due)) : null;
      await change.add(item.id, {
        fact: { deed: 'milestone', action: id, milestone, on, isDone: wish.isDone ?? false },
        ...{ words: { text: wish.text.trim() }, behalf: behalfOfAction(who, action) },
      });
    });
  }

  /**
   * Puts somebody in the place of somebody else on every open action, in one step.
   * @returns on how many
   */
  async replaceOwner(
    who: Follower,
    from: OwnerWish,
    to: OwnerWish | null,
    asked: Asked | null = null,
  ): Promise<{ replaced: number }> {
    requireAuditLead(who);
    let replaced: number | null = null;
    const replace = async (change: TrackingChange): Promise<{ subject: string }> => {
      replaced = 0;
      const { manager } = change;
      const before = await this.owners.find(manager, who.partnership.id, from, 'known');
      const after = to && (await this.owners.find(manager, who.partnership.id, to));
      for (const id of await itemsOwnedBy(change, before)) {
        const item = await change.item(id);
        for (const { id: action, owner, delivery } of item.actions)
          if (owner === before && isOpenDelivery(delivery)) {
            await change.add(id, { fact: { deed: 'owner', action, owner: after } });
            replaced += 1;
          }
      }
      // Whoever leaves reads nothing more.
      await endCalendars(change, this.audit, { owner: before, agency: null });
      await endDeputyships(change, { audit: this.audit, owners: this.owners }, before);
      return { subject: before };
    };
    const { entry } = await this.log.change(who, replace, withoutVersion(asked));
    // A request that comes again is answered as before.
    return { replaced: replaced ?? (entry === null ? 0 : await this.log.countBeside(who, entry, 'owner')) };
  }

  private async tell(
    change: TrackingChange,
    { item, action }: FoundAction,
    { text, on, evidence }: { text: string; on?: string; evidence?: string },
  ): Promise<void> {
    if (!text.trim()) throw invalidField('text', 'Say what was done');
    await change.add(item.id, {
      fact: { deed: 'update', action: action.id },
      ...{ on: effectiveOn(on, change.today), behalf: behalfOfAction(change.who, action) },
      words: { text: text.trim(), ...(evidence && { evidence }) },
    });
  }

  private async move(
    change: TrackingChange,
    { item, action }: FoundAction,
    { to, on: given, reason }: DeliveryWish,
  ): Promise<{ status: 202 } | undefined> {
    const { who } = change;
    refuseClosed(item);
    const on = effectiveOn(given, change.today);
    if (to === 'stopped') {
      const why = requireReason(reason, 'an action is stopped only with a reason.');
      if (!isAuditLead(who)) return await this.ask(change, { item, action }, { kind: 'stop', on: null, why });
    }
    const isOpenedAgain = !isOpenDelivery(action.delivery) && isOpenDelivery(to);
    if (isOpenedAgain && !isAuditLead(who))
      throw new LibraryError(
        'forbidden',
        'Only an audit lead opens an action again that was completed or stopped.',
      );
    if (isOpenedAgain) requireReason(reason, 'an action is opened again only with a reason.');
    const fact = { deed: 'delivery', action: action.id, to } as const;
    await change.add(item.id, { fact, on, why: reason, behalf: behalfOfAction(who, action) });
    return undefined;
  }

  /** Asks for what only the audit lead may do, within a change. */
  async ask(
    change: TrackingChange,
    { item, action }: FoundAction,
    { kind, on, why }: { kind: 'move' | 'stop'; on: string | null; why: string },
  ): Promise<{ status: 202 }> {
    const request = Math.max(0, ...action.requests.map((one) => one.request)) + 1;
    await change.add(item.id, { fact: { deed: 'request', action: action.id, request, kind, on }, why });
    return { status: 202 };
  }

  private async reasonOf(change: TrackingChange, entry: number): Promise<string | undefined> {
    const words = await this.log.words(change.manager, change.who.partnership.id, [entry]);
    const why = words.get(entry)?.why;
    return typeof why === 'string' ? why : undefined;
  }

  /** A change of one action. @throws LibraryError not-found, forbidden */
  private async on(
    who: Follower,
    id: string,
    asked: Asked | null,
    deed: (change: TrackingChange, found: FoundAction) => Promise<{ status: 202 } | void | undefined>,
  ): Promise<Done> {
    return await this.log.change(
      who,
      async (change) => {
        const itemId = await actionItemId(change.manager, id);
        if (!itemId) throw noAction();
        const item = await change.item(itemId).catch(() => Promise.reject(noAction()));
        const action = item.actions.find((one) => one.id === id);
        if (!action) throw noAction();
        mayTouchAction(who, item, action);
        change.expect(action.version);
        return { subject: id, ...(await deed(change, { item, action })) };
      },
      asked,
    );
  }
}

export const noAction = (): LibraryError => new LibraryError('not-found', 'There is no such action.');

/** The agency for which an audit lead enters something. */
export const behalfOfAction = (who: Follower, { agency, supporting }: ActionState): string | null =>
  isAuditLead(who) && !(who.agency && isOf({ agency, supporting }, who.agency.id)) ? agency : null;

function refuseClosed({ judgement }: ItemState): void {
  if (isClosed(judgement.judgement))
    throw new LibraryError('closed', 'The item is closed. Reopen it first, and say why.');
}

async function itemsOwnedBy({ manager, who }: TrackingChange, owner: string): Promise<string[]> {
  const rows = await manager.query<{ id: string }[]>(
    `select id from tracked_item where partnership_id = $1 and state -> 'actions' @> $2::jsonb order by ref`,
    [who.partnership.id, JSON.stringify([{ owner }])],
  );
  return rows.map(({ id }) => id);
}
