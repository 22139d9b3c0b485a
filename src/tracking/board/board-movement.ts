import { Injectable } from '@nestjs/common';
import { AuditEntries } from '../../audit/audit-entries.js';
import { deskAction } from '../desk.js';
import { entryOf, SUBJECT } from '../entry-log.js';
import type { DeedName } from '../entry.js';
import { effectiveDay } from '../fold.js';
import type { Follower } from '../follower.js';
import { ItemList, type StandingItem } from '../item-list.js';
import type { TrackingMoment } from '../moment.js';
import { AllPresented } from '../reports/all-presented.js';
import { TrackedItemAnswer } from '../tracked-item.model.js';
import { TrackedItemQueries } from '../tracked-items.queries.js';
import { BoardSnapshots, momentOfSnapshot } from './board-snapshots.js';
import { daysMoved, movementOf, type Movement } from './movement.js';
import { DeskAction } from '../desk.model.js';
import { SnapshotItem } from './snapshot.model.js';
import { LateEntry, MovementAnswer } from './movement.model.js';

/** Says what has moved since a snapshot was taken. */
@Injectable()
export class BoardMovement {
  constructor(
    private readonly snapshots: BoardSnapshots,
    private readonly lists: ItemList,
    private readonly items: TrackedItemQueries,
    private readonly presented: AllPresented,
    private readonly entries: AuditEntries,
  ) {}

  /** @param moment up to which it is looked at */
  async since(who: Follower, moment: TrackingMoment, since: SnapshotItem | null): Promise<MovementAnswer> {
    if (!since) return { since, asOf: moment.asOf, ...NOTHING };
    const [before, now] = await Promise.all([
      this.lists.standings(who, momentOfSnapshot(since)),
      this.lists.standings(who, moment),
    ]);
    const movement = movementOf(before.found, now.found);
    const late = await this.late(who, moment, since, now.found);
    const { moved, followed, closed, reopened, ...rest } = movement;
    const touched = new Set([...Object.values(rest).flat(), ...moved.map(({ action }) => action)]);
    const told = new Set([...followed, ...closed, ...reopened]);
    const states = now.found
      .map(({ state }) => state)
      .filter(({ id, actions }) => told.has(id) || actions.some((action) => touched.has(action.id)));
    const items = await this.presented.of(who, moment, states, now.all);
    const byId = new Map(items.map((item) => [item.id, item]));
    const byAction = new Map(items.flatMap((item) => item.actions.map(({ id }) => [id, item] as const)));
    const actions = (ids: readonly string[]): DeskAction[] =>
      ids.map((id) => deskAction(byAction.get(id)!, id));
    const itemsOf = (ids: readonly string[]): TrackedItemAnswer[] => ids.map((id) => byId.get(id)!);
    return {
      ...{ since, asOf: moment.asOf, lateEntries: late },
      ...{ completed: actions(rest.completed), stopped: actions(rest.stopped) },
      ...{ newlyOverdue: actions(rest.newlyOverdue), noLongerOverdue: actions(rest.noLongerOverdue) },
      moved: moved.map(({ action: id, movesBefore }) => {
        const action = deskAction(byAction.get(id)!, id);
        const movesSince = action.moved
          .slice(movesBefore)
          .map((move) => ({ ...move, days: daysMoved(move) }));
        return { ...action, movesSince };
      }),
      ...{ followed: itemsOf(followed), closed: itemsOf(closed), reopened: itemsOf(reopened) },
    };
  }

  /**
   * What has moved since the last snapshot before a moment; null where there is none.
   * @param now how those stand that are told of
   */
  async lately(
    who: Follower,
    moment: TrackingMoment,
    now: readonly StandingItem[],
  ): Promise<{ since: SnapshotItem; movement: Movement } | null> {
    const lastEntry = await this.items.lastEntry(who, moment);
    const since = await this.snapshots.before(who, { lastEntry, asOf: moment.asOf });
    if (!since) return null;
    const { found: before } = await this.lists.standings(who, momentOfSnapshot(since));
    return { since, movement: movementOf(before, now) };
  }

  /** What was entered since about days before the snapshot, and stands. */
  private async late(
    who: Follower,
    moment: TrackingMoment,
    since: SnapshotItem,
    now: readonly StandingItem[],
  ): Promise<LateEntry[]> {
    const last = await this.items.lastEntry(who, moment);
    const wanted = { chain: who.partnership.id, subjectKind: SUBJECT, after: since.lastEntry, last };
    const read = (await this.entries.read(wanted)).map(entryOf);
    const corrected = new Set(
      read.flatMap(({ fact }) => (fact.deed === 'correction' ? [fact.corrects] : [])),
    );
    const byId = new Map(now.map(({ state }) => [state.id, state]));
    return read.flatMap((entry): LateEntry[] => {
      const { number, fact, effectiveOn, recordedAt } = entry;
      const state = byId.get(entry.item);
      const isLate = effectiveDay(entry) <= since.asOf && !UNTOLD.has(fact.deed) && !corrected.has(number);
      if (!state || !isLate) return [];
      const action = 'action' in fact ? state.actions.find(({ id }) => id === fact.action) : undefined;
      return [
        {
          ...{ number, item: state.id, itemRef: String(state.ref), deed: fact.deed, effectiveOn, recordedAt },
          actionRef: action ? `${state.ref}.${action.ref}` : null,
        },
      ];
    });
  }
}

/** What changes nothing of how an item stands. */
const UNTOLD: ReadonlySet<DeedName> = new Set([
  ...(['correction', 'note', 'earlier', 'line-written', 'line-approved', 'line-withdrawn'] as const),
]);

const NOTHING = {
  ...{ completed: [], stopped: [], moved: [], newlyOverdue: [], noLongerOverdue: [] },
  ...{ lateEntries: [], followed: [], closed: [], reopened: [] },
};
