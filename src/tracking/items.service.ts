import { Injectable } from '@nestjs/common';
import { LibraryError, invalidField } from '../platform/http/errors/library-error.js';
import { FollowedTexts } from '../recommendations/followed-texts.js';
import { AgencyList } from './agency-list.js';
import { addDays, formatDay } from './day.js';
import type { Followed } from './entry.js';
import { effectiveOn, promisedDay, requireReason } from './given.js';
import { isAuditLead, type Follower } from './follower.js';
import { hasOpenAction, type ItemState } from './fold.js';
import { mayTouchItem, requireAuditLead } from './rights.js';
import { tally } from './standing.js';
import { TrackingSettings } from './tracking-settings.js';
import { isClosed, isOnlyClaimed, isOpenDelivery, RESPONSES_WITH_REASON } from './tracking.js';
import type { ImpactLevel, Judgement, SourceOrigin, RecheckResult, ResponseCode } from './tracking.js';
import { TrackingLog, type Asked, type Done } from './tracking-log.js';
import type { TrackingChange } from './tracking-change.js';

/** What a partnership begins to follow: one of the three. */
export interface FollowWish {
  recommendation?: string;
  learningPoint?: string;
  source?: { origin: SourceOrigin; title?: string; number?: string };
  /** In the board's own words; needed where nothing of the library is followed. */
  text?: string;
  addressees?: string[];
  responseDueOn?: string;
  on?: string;
}

export interface ResponseWish {
  agency: string;
  response: ResponseCode;
  reason?: string;
  on?: string;
}

export interface ImpactWish {
  level: ImpactLevel;
  text: string;
  on?: string;
  sample?: string;
  source?: string;
}

export interface JudgementWish {
  to: Judgement;
  reason?: string;
  recheckOn?: string;
  noRecheckReason?: string;
  /** “No evidence of impact yet”. */
  noEvidence?: boolean;
  supersededBy?: string;
  stopActions?: boolean;
}

export interface RecheckWish {
  result: RecheckResult;
  reason?: string;
  recheckOn?: string;
  on?: string;
}

/** Alone says what becomes of items: followed, answered, judged, looked at again. */
@Injectable()
export class ItemsService {
  constructor(
    private readonly log: TrackingLog,
    private readonly texts: FollowedTexts,
    private readonly agencies: AgencyList,
    private readonly settings: TrackingSettings,
  ) {}

  /** Begins to follow something. @throws LibraryError not-found, already-followed, effective-in-future */
  async follow(who: Follower, wish: FollowWish, asked: Asked | null = null): Promise<Done> {
    requireAuditLead(who);
    return await this.log.change(who, async (change) => ({ subject: await this.begin(change, wish) }), asked);
  }

  /** As `follow`, within a change that does more. @returns the id of the item */
  async begin(change: TrackingChange, wish: FollowWish): Promise<string> {
    const { manager, who, today } = change;
    const on = effectiveOn(wish.on, today);
    const { source, asked, text = null } = await this.sourceOf(change, wish);
    const said = wish.text?.trim() || text;
    if (source.kind === 'learning-point' && !said)
      throw invalidField('text', 'Say in your own words what is followed');
    const addressees = wish.addressees
      ? await this.agencies.require(manager, who.partnership.id, wish.addressees)
      : await this.agencies.ownOf(manager, who.partnership, asked);
    const { responseDays } = await change.once('settings', () =>
      this.settings.find(who.partnership.id, manager),
    );
    const responseDueOn = wish.responseDueOn
      ? promisedDay({ on: wish.responseDueOn }, 'responseDueOn').on
      : addDays(promisedDay({ on }).on, responseDays);
    const words = {
      ...(said && { text: said }),
      ...(wish.source?.title && { title: wish.source.title }),
      ...(wish.source?.number && { number: wish.source.number }),
    };
    return await change.begin(source, { on, words }, { addressees: [...new Set(addressees)], responseDueOn });
  }

  /** Asks agencies, or no longer; a group may be spread over its members. */
  async address(
    who: Follower,
    id: string,
    wish: { add?: string[]; remove?: string[]; reason?: string },
    asked: Asked | null = null,
  ): Promise<Done> {
    requireAuditLead(who);
    return await this.log.change(
      who,
      async (change) => {
        change.expect((await change.item(id)).version);
        const add = await this.agencies.require(change.manager, who.partnership.id, wish.add ?? []);
        await change.add(id, {
          fact: { deed: 'addressed', add, remove: wish.remove ?? [] },
          why: wish.reason,
        });
        return { subject: id };
      },
      asked,
    );
  }

  /** @throws LibraryError reason-required; forbidden for another agency's; invalid-request for one that is not asked */
  async respond(who: Follower, id: string, wish: ResponseWish, asked: Asked | null = null): Promise<Done> {
    return await this.log.change(
      who,
      async (change) => {
        const item = await this.touch(change, id);
        if (!isAuditLead(who) && wish.agency !== who.agency?.id)
          throw new LibraryError('forbidden', 'You respond for your own agency alone.');
        if (!item.addressees.some(({ agency }) => agency === wish.agency))
          throw invalidField('agency', 'This agency is not among those that were asked');
        const why = RESPONSES_WITH_REASON.includes(wish.response)
          ? requireReason(wish.reason, 'a recommendation is not refused or disputed without a reason.')
          : wish.reason;
        await change.add(id, {
          fact: { deed: 'response', agency: wish.agency, response: wish.response },
          ...{ on: effectiveOn(wish.on, change.today), why, behalf: behalfOf(who, wish.agency) },
        });
        return { subject: id };
      },
      asked,
    );
  }

  /** Another day by which addressees are asked to respond. */
  async setResponseDue(
    who: Follower,
    id: string,
    { on, reason }: { on: string; reason?: string },
    asked: Asked | null = null,
  ): Promise<Done> {
    requireAuditLead(who);
    return await this.log.change(
      who,
      async (change) => {
        change.expect((await change.item(id)).version);
        const why = requireReason(reason, 'the day for responses is moved only with a reason.');
        await change.add(id, { fact: { deed: 'response-due', on: promisedDay({ on }, 'on').on }, why });
        return { subject: id };
      },
      asked,
    );
  }

  /** Evidence that something became better, or that it did not last: the level may fall. */
  async setImpact(who: Follower, id: string, wish: ImpactWish, asked: Asked | null = null): Promise<Done> {
    return await this.log.change(
      who,
      async (change) => {
        await this.touch(change, id);
        const { level, text, sample, source } = wish;
        await change.add(id, {
          fact: { deed: 'impact', level, isClaimed: isOnlyClaimed(level, wish) },
          ...{ on: effectiveOn(wish.on, change.today), behalf: behalfOf(who, null) },
          words: { text, ...(sample && { sample }), ...(source && { source }) },
        });
        return { subject: id };
      },
      asked,
    );
  }

  /**
   * What the audit lead makes of an item.
   * @throws LibraryError closed, reason-required, actions-open, recheck-required, impact-required, responses-not-late, circle
   */
  async judge(who: Follower, id: string, wish: JudgementWish, asked: Asked | null = null): Promise<Done> {
    requireAuditLead(who);
    return await this.log.change(
      who,
      async (change) => {
        const item = await change.item(id);
        change.expect(item.version);
        await this.agencies.refuseOwn(
          change.manager,
          who,
          item.actions.map(({ agency }) => agency),
        );
        if (isClosed(item.judgement.judgement))
          throw new LibraryError('closed', 'The item is closed. Reopen it first, and say why.');
        if (wish.to === 'open')
          throw invalidField('to', 'Choose a judgement; an item that was not judged is open');
        await (isClosed(wish.to) ? this.close(change, item, wish) : this.judgeOpen(change, item, wish));
        return { subject: id };
      },
      asked,
    );
  }

  /** @throws LibraryError reason-required, not-closed */
  async reopen(
    who: Follower,
    id: string,
    reason: string | undefined,
    asked: Asked | null = null,
  ): Promise<Done> {
    requireAuditLead(who);
    return await this.log.change(
      who,
      async (change) => {
        await this.requireClosed(change, id);
        await change.add(id, {
          fact: { deed: 'reopened' },
          why: requireReason(reason, 'a closed item is reopened only with a reason.'),
        });
        return { subject: id };
      },
      asked,
    );
  }

  /** What looking again has shown; “not sustained” reopens. @throws LibraryError not-closed, reason-required, recheck-required */
  async recheck(who: Follower, id: string, wish: RecheckWish, asked: Asked | null = null): Promise<Done> {
    requireAuditLead(who);
    return await this.log.change(
      who,
      async (change) => {
        await this.requireClosed(change, id);
        const why =
          wish.result === 'sustained'
            ? wish.reason
            : requireReason(wish.reason, 'say what was not sustained.');
        await change.add(id, {
          fact: {
            deed: 'recheck',
            result: wish.result,
            recheckOn: wish.recheckOn ? promisedDay({ on: wish.recheckOn }, 'recheckOn').on : null,
          },
          ...{ on: effectiveOn(wish.on, change.today), why },
        });
        return { subject: id };
      },
      asked,
    );
  }

  /** Words beside an item. Private ones are for the audit lead alone. */
  async note(
    who: Follower,
    id: string,
    wish: { text: string; isPrivate?: boolean; action?: string },
    asked: Asked | null = null,
  ): Promise<Done> {
    return await this.log.change(
      who,
      async (change) => {
        const item = await this.touch(change, id);
        if (wish.action && !item.actions.some((action) => action.id === wish.action))
          throw invalidField('action', 'This is no action of the item');
        await change.add(id, {
          fact: {
            deed: 'note',
            action: wish.action ?? null,
            isPrivate: isAuditLead(who) && (wish.isPrivate ?? true),
          },
          words: { text: wish.text },
        });
        return { subject: id };
      },
      asked,
    );
  }

  private async sourceOf(
    { manager, who }: TrackingChange,
    wish: FollowWish,
  ): Promise<{ source: Followed; asked: string[]; text?: string | null }> {
    const { recommendation, learningPoint, source } = wish;
    if ([recommendation, learningPoint, source].filter(Boolean).length !== 1)
      throw invalidField(
        'recommendation',
        'Follow one thing: a recommendation, a learning point, or a source of your own',
      );
    if (source) {
      if (!wish.text?.trim()) throw invalidField('text', 'Say what is followed');
      return { source: { kind: 'other', origin: source.origin }, asked: [] };
    }
    const kind = recommendation ? 'recommendation' : 'learning-point';
    const id = (recommendation ?? learningPoint)!;
    const found = await this.texts.find(manager, kind, id);
    if (!found)
      throw invalidField(
        recommendation ? 'recommendation' : 'learningPoint',
        'There is no such one in the library',
      );
    if (await isFollowed(manager, who, id))
      throw new LibraryError('already-followed', 'Your partnership follows this already.');
    return { source: { kind, id }, asked: found.addressees, ...(learningPoint && { text: found.text }) };
  }

  /** An item that somebody may add to. @throws LibraryError not-found */
  private async touch(change: TrackingChange, id: string): Promise<ItemState> {
    const item = await change.item(id);
    mayTouchItem(change.who, item);
    change.expect(item.version);
    return item;
  }

  private async requireClosed(change: TrackingChange, id: string): Promise<void> {
    const { judgement, version } = await change.item(id);
    change.expect(version);
    if (!isClosed(judgement.judgement)) throw new LibraryError('not-closed', 'The item is open.');
  }

  private async judgeOpen(
    change: TrackingChange,
    { id }: ItemState,
    { to, reason }: JudgementWish,
  ): Promise<void> {
    await change.add(id, { fact: { deed: 'judgement', to, ...NOT_CLOSING }, why: reason });
  }

  private async close(change: TrackingChange, item: ItemState, wish: JudgementWish): Promise<void> {
    const why = requireReason(wish.reason, 'an item is closed only with a reason.');
    if (hasOpenAction(item) && !wish.stopActions)
      throw new LibraryError(
        'actions-open',
        'Actions are open. Complete or stop them first, or stop them with the closing.',
      );
    const recheckOn = wish.recheckOn ? promisedDay({ on: wish.recheckOn }, 'recheckOn').on : null;
    if (recheckOn === null && !wish.noRecheckReason?.trim())
      throw new LibraryError('recheck-required', 'Say when it is looked at again, or why it need not be.');
    if (item.impact.entries === 0 && !wish.noEvidence)
      throw new LibraryError(
        'impact-required',
        'Enter evidence of impact first, or say that there is none yet.',
      );
    if (wish.to === 'closed-no-response') requireNoResponse(item, change.today);
    const supersededBy = await this.superseding(change, item, wish);
    for (const { id, delivery } of item.actions)
      if (isOpenDelivery(delivery))
        await change.add(item.id, { fact: { deed: 'delivery', action: id, to: 'stopped' }, why });
    await change.add(item.id, {
      fact: { deed: 'judgement', to: wish.to, recheckOn, noEvidence: wish.noEvidence ?? false, supersededBy },
      why,
      words: wish.noRecheckReason && recheckOn === null ? { noRecheckReason: wish.noRecheckReason } : {},
    });
  }

  private async superseding(
    change: TrackingChange,
    item: ItemState,
    { to, supersededBy }: JudgementWish,
  ): Promise<string | null> {
    if (to !== 'closed-superseded') return null;
    if (!supersededBy) throw invalidField('supersededBy', 'Say which item takes its place');
    if (supersededBy === item.id) throw new LibraryError('circle', 'An item cannot take its own place.');
    await change.item(supersededBy).catch(() => {
      throw invalidField('supersededBy', 'There is no such item');
    });
    return supersededBy;
  }
}

const NOT_CLOSING = { recheckOn: null, noEvidence: false, supersededBy: null };

/** The agency for which an audit lead enters something. */
const behalfOf = (who: Follower, agency: string | null): string | null => (isAuditLead(who) ? agency : null);

function requireNoResponse(item: ItemState, today: string): void {
  const { asked, awaiting, late } = tally(item, today);
  if (asked === 0 || awaiting < asked || late < asked)
    throw new LibraryError(
      'responses-not-late',
      `An item is closed for want of a response only when every addressee was to answer by ${formatDay({ on: item.responseDueOn, precision: 'day' })}, and none has.`,
    );
}

async function isFollowed(manager: TrackingChange['manager'], who: Follower, id: string): Promise<boolean> {
  const rows = await manager.query<object[]>(
    `select 1 from tracked_item where partnership_id = $1 and state is not null and $2 in (recommendation_id, learning_point_id)`,
    [who.partnership.id, id],
  );
  return rows.length > 0;
}
