import type { DayPrecision } from '../../tracking/day.js';
import type { Replacement } from '../../tracking/entries.service.js';
import type { Decision, Delivery, ImpactLevel, Judgement, RecheckResult } from '../../tracking/tracking.js';
import type { ResponseCode, SourceOrigin, Succession } from '../../tracking/tracking.js';

/** Days from today: less than 0 before it. */
export type Offset = number;

/** When something is due: a day, or the month or quarter that it is in. */
export type Due = Offset | [Offset, DayPrecision];

/** What the partnership begins to follow. */
export interface Begin {
  /** Label of the review. */
  review?: string;
  /** Number of the recommendation. */
  number?: string;
  source?: { origin: SourceOrigin; title: string; number: string };
  text?: string;
  addressees?: string[];
}

/** What is done about an item. Actions are called by a letter, agencies by their names. */
export type ItemDeed =
  | { begin: Begin }
  | { respond: ResponseCode; agency: string; reason?: string; on?: Offset }
  | { action: string; text: string; agency: string; supporting?: string[]; owner?: string; due?: Due }
  | { update: string; text: string; on?: Offset; evidence?: string }
  | { deliver: string; to: Delivery; reason?: string; on?: Offset }
  | { move: string; due: Due; reason: string }
  | { decide: string; decision: Decision; reason?: string }
  | { step: string; text: string; due?: Due; number?: number; isDone?: boolean }
  | { impact: ImpactLevel; text: string; sample?: string; source?: string }
  | {
      judge: Judgement;
      reason?: string;
      recheck?: Offset;
      noRecheckReason?: string;
      noEvidence?: boolean;
      supersededBy?: string;
      stopActions?: boolean;
    }
  | { recheck: RecheckResult; reason?: string; next?: Offset }
  | { reopen: string }
  | { note: string; isPrivate: boolean }
  /** What the public is to read of the item, and that somebody else releases it. */
  | { line: string }
  | { releaseLine: true }
  /** Puts right the entry of the item that was made last. */
  | { correctLast: string; instead: Replacement | null };

/** What is done in the partnership. */
type PartnershipDeed =
  | { publish: string }
  | { enter: { name: string; otherNames?: string[]; executive?: string; members?: string[] } }
  | { succeed: string; into: string; kind: Succession }
  | { replaceOwner: string; by: string }
  /** The board meets on this day, or so many days later, and signs off what it had. */
  | { board: string; meets: Offset }
  /** A team discussed a theme, by its address. */
  | { discussed: string; people: number; agency: string; changed?: string; evidence?: string }
  /** A word that must not be said of a review, by its label. */
  | { protect: string; term: string }
  | { report: string; title: string; introduction: string }
  | { releaseReport: string }
  /** Somebody is away until a day, and another has their mail. */
  | { away: string; deputy: string; until: Offset }
  /** The owners of all open actions are asked for updates. */
  | { round: string; by: Offset };

/** Something that was recorded on a day. `as` names the agency whose lead records it, or the approver; else the audit lead does. */
export type Happening = { day: Offset } & (PartnershipDeed | (ItemDeed & { item: string; as?: string }));
