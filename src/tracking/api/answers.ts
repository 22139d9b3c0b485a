import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { entryIdOf } from '../entries.service.js';
import type { Follower } from '../follower.js';
import { TrackedItemPresenter } from '../item.presenter.js';
import { momentOf, type TrackingMoment } from '../moment.js';
import { EntryRef, TrackedAction, TrackedItemAnswer } from '../tracked-item.model.js';
import { noItem } from '../tracking-change.js';
import { TrackedItemQueries } from '../tracked-items.queries.js';
import { TrackingLog, type Done } from '../tracking-log.js';
import { ChangedAction, ChangedItem } from './changed.model.js';

/** Answers with how things stand, in the present or at a moment. */
@Injectable()
export class TrackingAnswers {
  constructor(
    private readonly log: TrackingLog,
    private readonly items: TrackedItemQueries,
    private readonly presenter: TrackedItemPresenter,
  ) {}

  moment(query: { asOf?: string; view?: 'shown' | 'known' } = {}): TrackingMoment {
    return momentOf(query, this.log.today());
  }

  async item(who: Follower, id: string, moment: TrackingMoment): Promise<TrackedItemAnswer> {
    // What it refers to may be any other: they are read once, and it is among them.
    const all = await this.items.all(who, moment);
    const state = all.find((one) => one.id === id);
    if (!state) throw noItem();
    const [item] = await this.presenter.present(who, moment, [state], all);
    return item!;
  }

  async action(who: Follower, id: string, moment: TrackingMoment): Promise<TrackedAction> {
    const state = await this.items.ofAction(who, id, moment);
    const [item] = await this.presenter.present(who, moment, [state]);
    return item!.actions.find((one) => one.id === id)!;
  }

  async changedItem(who: Follower, done: Done, response: Response): Promise<ChangedItem> {
    const item = await this.item(who, done.subject, this.moment());
    return { ...item, entry: say(who, done, item.version, response) };
  }

  async changedAction(who: Follower, done: Done, response: Response): Promise<ChangedAction> {
    const action = await this.action(who, done.subject, this.moment());
    return { ...action, entry: say(who, done, action.version, response) };
  }
}

function say(who: Follower, { status, entry }: Done, version: number, response: Response): EntryRef | null {
  response.status(status).setHeader('ETag', `"${version}"`);
  return entry === null ? null : { id: entryIdOf(who, entry), number: entry };
}
