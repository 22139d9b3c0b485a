import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { AgencyList, type ListedAgency } from './agency-list.js';
import type { Follower } from './follower.js';
import { ItemList, type StandingItem } from './item-list.js';
import type { TrackingMoment } from './moment.js';
import { isOpenDelivery } from './tracking.js';
import { AgencyFigures, FiguresAnswer } from './figures.model.js';

/** Counts by agency: promises of organisations, as they are. */
@Injectable()
export class FiguresQueries {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly list: ItemList,
    private readonly agencies: AgencyList,
  ) {}

  /** @param names `then`: under the agency of that time; `now`: under what it has become */
  async byAgency(who: Follower, moment: TrackingMoment, names: 'then' | 'now'): Promise<FiguresAnswer> {
    const { found } = await this.list.standings(who, moment);
    return await this.ofItems(who, moment, names, found);
  }

  /** As `byAgency`, of items that are known already. */
  async ofItems(
    who: Follower,
    moment: TrackingMoment,
    names: 'then' | 'now',
    found: readonly StandingItem[],
  ): Promise<FiguresAnswer> {
    const known = new Map(
      (await this.agencies.list(this.source.manager, who.partnership.id)).map((one) => [one.id, one]),
    );
    const called = (id: string | null): string | null =>
      id !== null && names === 'now' ? lastOf(known, id) : id;
    const rows = new Map<string | null, AgencyFigures>();
    const rowOf = (id: string | null): AgencyFigures => {
      const key = called(id);
      const row = rows.get(key);
      if (row) return row;
      const agency = key === null ? null : { id: key, name: known.get(key)?.name ?? key };
      const made = { ...NOTHING, agency };
      rows.set(key, made);
      return made;
    };
    for (const { state, standing } of found) {
      for (const { agency, response } of state.addressees) {
        const row = rowOf(agency);
        row.asked += 1;
        if (response === 'awaiting') row.awaiting += 1;
        if (response === 'awaiting' && moment.asOf > state.responseDueOn) row.late += 1;
      }
      for (const action of state.actions) {
        const row = rowOf(action.agency);
        row.actions += 1;
        if (isOpenDelivery(action.delivery)) row.open += 1;
        if (action.delivery === 'completed') row.completed += 1;
        if (action.delivery === 'stopped') row.stopped += 1;
        if (standing.actions.get(action.id)!.overdueDays > 0) row.overdue += 1;
      }
    }
    const items = [...rows.values()].toSorted((one, other) =>
      (one.agency?.name ?? '\uffff').localeCompare(other.agency?.name ?? '\uffff', 'en'),
    );
    return { asOf: moment.asOf, view: moment.view, names, items };
  }
}

const NOTHING = { asked: 0, awaiting: 0, late: 0, actions: 0, open: 0, completed: 0, stopped: 0, overdue: 0 };

/** What an agency has become at last: of several, the first. There are no circles. */
function lastOf(known: ReadonlyMap<string, ListedAgency>, id: string): string {
  const next = known.get(id)?.successors[0];
  return next === undefined ? id : lastOf(known, next);
}
