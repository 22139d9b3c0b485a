import { Injectable } from '@nestjs/common';
import { TrackedItemPresenter } from '../item.presenter.js';
import { momentOf } from '../moment.js';
import type { TrackedAction, TrackedItemAnswer } from '../tracked-item.model.js';
import { TrackingLog } from '../tracking-log.js';
import { answering } from './round-answers.js';
import type { UpdateLink } from './update-links.js';

/** Says how somebody's own actions stand, and nothing beside them. */
@Injectable()
export class OwnActions {
  constructor(
    private readonly log: TrackingLog,
    private readonly presenter: TrackedItemPresenter,
  ) {}

  /** Those of a link, by number. */
  async of(link: UpdateLink): Promise<TrackedAction[]> {
    return (await this.within(link)).flatMap(({ actions }) => actions);
  }

  /** Their items, each with the person's own actions alone. */
  async within({ partnership, owner, actions }: UpdateLink): Promise<TrackedItemAnswer[]> {
    const moment = momentOf({}, this.log.today());
    const states = [...new Map(actions.map(({ of }) => [of.id, of])).values()];
    const own = new Set(actions.map(({ id }) => id));
    const items = await this.presenter.present(answering(partnership, owner), moment, states);
    return items.map((item) => ({ ...item, actions: item.actions.filter(({ id }) => own.has(id)) }));
  }
}
