import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { Follower } from '../follower.js';
import type { ItemState } from '../fold.js';
import { TrackedItemPresenter } from '../item.presenter.js';
import type { TrackingMoment } from '../moment.js';
import type { TrackedItemAnswer } from '../tracked-item.model.js';

const AT_ONCE = 200;

/** Says how many items stand, a few at once: other requests go on meanwhile. */
@Injectable()
export class AllPresented {
  constructor(private readonly presenter: TrackedItemPresenter) {}

  /** Without notes: private ones are in no report, and no other ones either. */
  async of(
    who: Follower,
    moment: TrackingMoment,
    states: readonly ItemState[],
    all: readonly ItemState[],
  ): Promise<TrackedItemAnswer[]> {
    const presented: TrackedItemAnswer[] = [];
    for (let at = 0; at < states.length; at += AT_ONCE) {
      const some = await this.presenter.present(who, moment, states.slice(at, at + AT_ONCE), all);
      presented.push(...some.map((item) => ({ ...item, notes: [] })));
      await setImmediate();
    }
    return presented;
  }
}
