import { addDays } from '../tracking/day.js';
import { entryIdOf } from '../tracking/entries.service.js';
import type { Follower } from '../tracking/follower.js';
import type { GivenDay } from '../tracking/given.js';
import type { OwnerWish } from '../tracking/owner-directory.js';
import type { Begin, Due, ItemDeed, Offset } from './story/happening.js';
import type { TrackingServices } from './tracking-at.js';

/** What was made so far, by how the story calls it. */
export class Made {
  /** Ids of items. */
  readonly items = new Map<string, string>();
  /** Ids of actions, by item and letter. */
  readonly actions = new Map<string, string>();
  /** How many requests were made about an action. */
  readonly requests = new Map<string, number>();
  /** Number of the last entry of an item. */
  readonly last = new Map<string, number>();
}

/** Does what the story tells of one item, as somebody would on a page. */
export class ItemTeller {
  /** @param agencies ids, by name */
  constructor(
    private readonly services: TrackingServices,
    private readonly who: Follower,
    private readonly agencies: ReadonlyMap<string, string>,
    private readonly made: Made,
    private readonly today: string,
  ) {}

  /** @param item how the story calls it */
  async tell(item: string, deed: ItemDeed): Promise<void> {
    const { subject, entry } = await ('begin' in deed
      ? this.begin(deed.begin)
      : 'impact' in deed || 'judge' in deed || 'recheck' in deed || 'respond' in deed
        ? this.onItem(this.item(item), deed)
        : 'line' in deed || 'releaseLine' in deed
          ? this.forThePublic(this.item(item), deed)
          : 'reopen' in deed || 'note' in deed || 'correctLast' in deed
            ? this.beside(item, deed)
            : this.onAction(item, deed));
    if ('begin' in deed) this.made.items.set(item, subject);
    if ('action' in deed) this.made.actions.set(`${item} ${deed.action}`, subject);
    if (entry !== null) this.made.last.set(item, entry);
  }

  private async begin({ review, number, addressees, ...wish }: Begin): Promise<Told> {
    const { items, texts } = this.services;
    const asked = addressees && { addressees: addressees.map((name) => this.agency(name)) };
    if (review === undefined) return await items.follow(this.who, { ...wish, ...asked });
    const found = await texts.ofReview(review, this.who.partnership.id);
    return await items.follow(this.who, { recommendation: found.find((one) => one.number === number)!.id });
  }

  private async onItem(
    id: string,
    deed: Extract<
      ItemDeed,
      { respond: unknown } | { impact: unknown } | { judge: unknown } | { recheck: unknown }
    >,
  ): Promise<Told> {
    const { items } = this.services;
    if ('respond' in deed) {
      const { respond: response, agency, reason, on } = deed;
      return await items.respond(this.who, id, {
        ...{ agency: this.agency(agency), response, reason, on: this.dayOn(on) },
      });
    }
    if ('impact' in deed) return await items.setImpact(this.who, id, { level: deed.impact, ...deed });
    if ('judge' in deed) {
      const { judge: to, recheck, supersededBy, ...wish } = deed;
      return await items.judge(this.who, id, {
        ...{ ...wish, to, recheckOn: this.dayOn(recheck) },
        ...(supersededBy && { supersededBy: this.item(supersededBy) }),
      });
    }
    const { recheck: result, reason, next } = deed;
    return await items.recheck(this.who, id, { result, reason, recheckOn: this.dayOn(next) });
  }

  private async forThePublic(
    id: string,
    deed: Extract<ItemDeed, { line: unknown } | { releaseLine: unknown }>,
  ): Promise<Told> {
    const { lines } = this.services;
    return 'line' in deed
      ? await lines.write(this.who, id, { text: deed.line })
      : await lines.approve(this.who, id, {});
  }

  private async beside(
    item: string,
    deed: Extract<ItemDeed, { reopen: unknown } | { note: unknown } | { correctLast: unknown }>,
  ): Promise<Told> {
    const { items, entries } = this.services;
    const id = this.item(item);
    if ('reopen' in deed) return await items.reopen(this.who, id, deed.reopen);
    if ('note' in deed) return await items.note(this.who, id, { text: deed.note, isPrivate: deed.isPrivate });
    const wrong = entryIdOf(this.who, this.made.last.get(item)!);
    return await entries.correct(this.who, wrong, { reason: deed.correctLast, replacement: deed.instead });
  }

  private async onAction(item: string, deed: ActionDeed): Promise<Told> {
    const { actions } = this.services;
    const { who } = this;
    if ('action' in deed) {
      const { text, agency, supporting = [], owner, due } = deed;
      return await actions.add(who, this.item(item), {
        ...{ text, agency: this.agency(agency), supporting: supporting.map((name) => this.agency(name)) },
        ...{ owner: owner ? ownerCalled(owner) : null, due: due === undefined ? null : this.due(due) },
      });
    }
    const called = 'update' in deed ? deed.update : 'deliver' in deed ? deed.deliver : movedOrSo(deed);
    const id = this.made.actions.get(`${item} ${called}`)!;
    if ('update' in deed) {
      const { text, evidence, on } = deed;
      return await actions.update(who, id, { text, evidence, on: this.dayOn(on) });
    }
    if ('step' in deed) {
      const { text, number, isDone, due } = deed;
      return await actions.setMilestone(who, id, {
        ...{ text, number, isDone, due: due === undefined ? null : this.due(due) },
      });
    }
    if ('decide' in deed) {
      const { decision, reason } = deed;
      return await actions.decide(who, id, this.made.requests.get(id)!, { decision, reason });
    }
    const { reason } = deed;
    const done =
      'move' in deed
        ? await actions.setDue(who, id, { ...this.due(deed.due), reason: deed.reason })
        : await actions.deliver(who, id, { to: deed.to, reason, on: this.dayOn(deed.on) });
    if (done.status === 202) this.made.requests.set(id, (this.made.requests.get(id) ?? 0) + 1);
    return done;
  }

  private item(called: string): string {
    return this.made.items.get(called)!;
  }

  private agency(name: string): string {
    return this.agencies.get(name)!;
  }

  private dayOn(offset: Offset | undefined): string | undefined {
    return offset === undefined ? undefined : addDays(this.today, offset);
  }

  private due(due: Due): GivenDay {
    const [offset, precision] = typeof due === 'number' ? ([due, 'day'] as const) : due;
    return { on: addDays(this.today, offset), precision };
  }
}

type Told = { subject: string; entry: number | null };
type ActionDeed = Extract<
  ItemDeed,
  | { action: unknown }
  | { update: unknown }
  | { deliver: unknown }
  | { move: unknown }
  | { decide: unknown }
  | { step: unknown }
>;

const movedOrSo = (
  deed: Extract<ActionDeed, { move: unknown } | { decide: unknown } | { step: unknown }>,
): string => ('move' in deed ? deed.move : 'decide' in deed ? deed.decide : deed.step);

/** An address at which nobody is. */
export const ownerCalled = (name: string): OwnerWish => ({
  ...{ name, email: `${name.toLowerCase().replaceAll(' ', '.')}@fennmere.example` },
});
