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
    // Whatever else their items have is not even read.
    const states = [...Map.groupBy(actions, ({ of }) => of)].map(([of, own]) => ({
      ...of,
      actions: own.map(({ state }) => state),
    }));
    return await this.presenter.present(answering(partnership, owner), moment, states);
  }
}
