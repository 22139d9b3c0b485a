import type { Json } from '../audit/audited-change.js';
import type {
  Delivery,
  Decision,
  EarlierDecision,
  ImpactLevel,
  Judgement,
  SourceOrigin,
} from './tracking.js';
import type { RecheckResult, RequestKind, ResponseCode, Way } from './tracking.js';

/** What an item follows. */
export type Followed =
  | { kind: 'recommendation'; id: string }
  | { kind: 'learning-point'; id: string }
  | { kind: 'other'; origin: SourceOrigin };

/**
 * What an entry says, apart from words: codes, ids and days. Days that are promises are written as `formatDay` does.
 * `action` is the action's id; words stand beside the entry, and are read by its number.
 */
export type Deed =
  | { deed: 'followed'; ref: number; source: Followed; addressees: string[]; responseDueOn: string }
  | { deed: 'addressed'; add: string[]; remove: string[] }
  | { deed: 'response-due'; on: string }
  | { deed: 'response'; agency: string; response: ResponseCode }
  | { deed: 'action'; action: string; ref: number; agency: string | null; supporting: string[]; rag?: string }
  | { deed: 'action-reworded'; action: string }
  | { deed: 'lead'; action: string; agency: string | null; supporting: string[] }
  | { deed: 'owner'; action: string; owner: string | null }
  | { deed: 'delivery'; action: string; to: Delivery }
  | { deed: 'due'; action: string; on: string }
  | { deed: 'request'; action: string; request: number; kind: RequestKind; on: string | null }
  | { deed: 'decision'; action: string; request: number; decision: Decision }
  | { deed: 'milestone'; action: string; milestone: number; on: string | null; isDone: boolean }
  /** `unchanged`: somebody was asked, and said that nothing has. */
  | { deed: 'update'; action: string; unchanged?: true }
  | { deed: 'evidence'; action: string | null; evidence: string }
  | { deed: 'impact'; level: ImpactLevel; isClaimed: boolean }
  | {
      deed: 'judgement';
      to: Judgement;
      recheckOn: string | null;
      noEvidence: boolean;
      supersededBy: string | null;
    }
  | { deed: 'recheck'; result: RecheckResult; recheckOn: string | null }
  | { deed: 'reopened' }
  | { deed: 'earlier'; recommendation: string; decision: EarlierDecision }
  | { deed: 'note'; action: string | null; isPrivate: boolean }
  | { deed: 'line-written'; cleared: { kind: string; start: number; length: number }[] }
  | {
      deed: 'line-approved';
      /** The entry with the words that are released. */
      words: number;
      cleared: { kind: string; start: number; length: number }[];
    }
  | { deed: 'line-withdrawn' }
  | { deed: 'correction'; corrects: number; action: string | null };
export type DeedName = Deed['deed'];

const ABOUT_LINES: ReadonlySet<DeedName> = new Set(['line-written', 'line-approved', 'line-withdrawn']);
/** Whether it is about what the public is told. */
export const isAboutLine = ({ deed }: { deed: string }): boolean => ABOUT_LINES.has(deed as DeedName);

/** Who recorded an entry. */
export interface EntryBy {
  kind: 'person' | 'key' | 'system';
  id: string | null;
  role: string | null;
  /** Id of the agency for which somebody else recorded it. */
  behalf: string | null;
  way: Way;
}

/** As much of an entry as says how its item stands. */
export interface FoldedEntry {
  /** Its place in the partnership's log: the order of recording. */
  number: number;
  item: string;
  /** When it was recorded. */
  recordedAt: Date;
  /** The day when it happened, as exactly as is known: what `parseDay` reads. */
  effectiveOn: string;
  fact: Deed;
}

/** One fact about an item that was recorded: nothing changes it afterwards. */
export interface Entry extends FoldedEntry {
  by: EntryBy;
  /** What it takes the place of; null where it does of nothing. */
  from: Json;
  /** Which words it was recorded with: `why`, `to`; those that are no more there were redacted. */
  said: string[];
  /** The entry that this one stands in for, after a correction. */
  replaces: number | null;
}
