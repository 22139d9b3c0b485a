import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { TrackingAnswers } from '../api/answers.js';
import { AgencyList, type ListedAgency } from '../agency-list.js';
import { seesAll, type Follower } from '../follower.js';
import { HistoryQueries } from '../history.js';
import type { TrackingMoment } from '../moment.js';
import { OwnerDirectory, type ListedOwner } from '../owner-directory.js';
import type { TrackedItemAnswer } from '../tracked-item.model.js';
import { TrackedItemQueries } from '../tracked-items.queries.js';
import type { EntryNames } from './say-entry.js';
import type { FormAbout } from './tracking-form.js';
import { type HistoryEntry } from '../history.model.js';

/** Gathers what stands beside an item on its page and on its forms. */
@Injectable()
export class TrackingRoom {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly answers: TrackingAnswers,
    private readonly queries: TrackedItemQueries,
    private readonly histories: HistoryQueries,
    private readonly agencyList: AgencyList,
    private readonly directory: OwnerDirectory,
  ) {}

  /** Its timeline, what ids in it are called, and, in the present, what its forms need to know. */
  async beside(
    who: Follower,
    item: TrackedItemAnswer,
    moment: TrackingMoment,
  ): Promise<{
    history: HistoryEntry[];
    names: EntryNames;
    about: FormAbout | null;
    moment: TrackingMoment;
  }> {
    const [history, agencies, owners] = await Promise.all([
      this.histories.of(who, item.id, moment),
      this.agencies(who),
      this.owners(who),
    ]);
    const about = moment.past
      ? null
      : { who, item, agencies: agencies.filter(isActiveAgency), owners, query: {} };
    return { history, names: namesOf(item, agencies, owners), about, moment };
  }

  /** What a form about an item needs to know. @throws LibraryError not-found */
  async aboutItem(who: Follower, id: string, query: Record<string, unknown>): Promise<FormAbout> {
    const [item, agencies, owners] = await Promise.all([
      this.answers.item(who, id, this.answers.moment()),
      this.agencies(who),
      this.owners(who),
    ]);
    return { who, item, agencies: agencies.filter(isActiveAgency), owners, query };
  }

  /** The item of an action. @throws LibraryError not-found */
  async itemOf(who: Follower, action: string): Promise<string> {
    return (await this.queries.ofAction(who, action, this.answers.moment())).id;
  }

  async agencies({ partnership }: Follower): Promise<ListedAgency[]> {
    return await this.agencyList.list(this.source.manager, partnership.id);
  }

  /** Agency leads see those who own something of what they may know of. */
  async owners(who: Follower): Promise<ListedOwner[]> {
    const owners = await this.directory.list(this.source.manager, who.partnership.id);
    if (seesAll(who)) return owners;
    const items = await this.queries.all(who, this.answers.moment());
    const known = new Set(items.flatMap(({ actions }) => actions.map(({ owner }) => owner)));
    return owners.filter(({ id }) => known.has(id));
  }
}

/** An agency that has become another is asked for nothing more. */
export const isActiveAgency = ({ endedOn }: ListedAgency): boolean => endedOn === null;

const namesOf = (
  item: TrackedItemAnswer,
  agencies: readonly ListedAgency[],
  owners: readonly ListedOwner[],
): EntryNames => ({
  agencies: new Map(agencies.map(({ id, name }) => [id, name])),
  owners: new Map(owners.map(({ id, name }) => [id, name])),
  actions: new Map(item.actions.map(({ id, ref }) => [id, ref])),
  items: new Map(
    [item.judged.supersededBy, ...item.supersedes].flatMap((other) => (other ? [[other.id, other.ref]] : [])),
  ),
});
