import { presentProgress, type ProgressView } from '../../../recommendations/web/progress.presenter.js';
import type { Follower } from '../../follower.js';
import type { ReleasedLineItem, TrackedItemAnswer } from '../../tracked-item.model.js';
import type { Frame } from '../../web/frame.presenter.js';
import { presentForm, type FormView } from '../../web/form-page.js';

/** What of an item is public, and what may become so. */
export interface LineView {
  /** What the public reads; null where that is nothing. */
  released: ProgressView | null;
  /** A line that waits; null where none does. */
  waiting: { text: string; by: string; clearedWhy: string | null } | null;
  /** Whether what is public is older than how it stands now. */
  hasMoved: boolean;
  /** Why it is not offered to release what waits; empty where it is, or nothing waits. */
  why: string;
  /** Addresses of forms that are offered; null for those that are not. */
  write: string | null;
  withdraw: string | null;
  /** A form that is one button. */
  release: FormView | null;
}

/** @returns null where an item can have no public line, and has none */
export function presentLine(item: TrackedItemAnswer, who: Follower, frame: Frame): LineView | null {
  const { publicLine: line, recommendation, review } = item;
  const isPossible = recommendation !== null && review !== null;
  if (!isPossible && !line) return null;
  const base = `/tracking/items/${item.id}/public-line`;
  const isOwn = line !== null && line.writtenBy === who.by.name;
  const isNew = line !== null && (line.isWaiting || line.hasMoved);
  const mayRelease = isPossible && isNew && line.text !== null && frame.approves && !isOwn;
  const button = line?.isWaiting ? 'Release this line' : 'Release it again';
  return {
    released: line?.released?.text ? presentReleased(line.released, item, who) : null,
    waiting: line?.isWaiting
      ? {
          text: line.text ?? 'Words that were taken out',
          by: line.writtenBy ?? 'somebody',
          clearedWhy: line.clearedWhy,
        }
      : null,
    hasMoved: line?.hasMoved ?? false,
    why: isNew && isOwn ? 'You wrote this line, so somebody else has to release it.' : '',
    write: isPossible && frame.leads ? base : null,
    withdraw: line && frame.approves ? `${base}/withdrawal` : null,
    release: mayRelease
      ? presentForm([], { given: null, action: `${base}/approve`, button, version: item.version })
      : null,
  };
}

const presentReleased = (
  { text, on, ...position }: ReleasedLineItem,
  { partnership }: TrackedItemAnswer,
  who: Follower,
): ProgressView =>
  presentProgress({
    ...{ partnership, partnershipName: who.partnership.name, publicLine: text!, updatedOn: on },
    ...position,
  });
