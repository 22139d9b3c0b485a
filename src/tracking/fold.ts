import { parseDay, type KnownDay } from './day.js';
import type { Deed, DeedName, FoldedEntry, Followed } from './entry.js';
import { isClosed, isOpenDelivery } from './tracking.js';
import type {
  Decision,
  Delivery,
  EarlierDecision,
  ImpactLevel,
  Judgement,
  RecheckResult,
  RequestKind,
  ResponseCode,
} from './tracking.js';

/**
 * From where the past is looked at. `shown`: what was recorded before an instant. `taken`: up to a number of the log, for a
 * snapshot. `known`: how it stood at the end of a day, with what was recorded or corrected later.
 */
export type View =
  { view: 'shown'; before: Date } | { view: 'taken'; last: number } | { view: 'known'; on: string };

/** Which entry holds the words of something; they are read by it, so that what is redacted is gone everywhere at once. */
type WordsOf = number;

export interface AddresseeState {
  agency: string;
  response: ResponseCode;
  /** The day of the response; null while it is awaited. */
  on: string | null;
  words: WordsOf | null;
}

export interface RequestState {
  request: number;
  kind: RequestKind;
  due: KnownDay | null;
  words: WordsOf;
  decision: Decision | null;
}

export interface MilestoneState {
  milestone: number;
  due: KnownDay | null;
  isDone: boolean;
  words: WordsOf;
}

export interface ActionState {
  id: string;
  /** Of the item's actions. */
  ref: number;
  words: WordsOf;
  agency: string | null;
  supporting: string[];
  owner: string | null;
  delivery: Delivery;
  /** The day since which delivery is what it is. */
  deliveredOn: string;
  /** Why, where somebody said. */
  deliveryWords: WordsOf | null;
  due: KnownDay | null;
  originalDue: KnownDay | null;
  /** Each later date that was set in place of one before, with its reason. */
  moves: { from: KnownDay; to: KnownDay; words: WordsOf }[];
  requests: RequestState[];
  milestones: MilestoneState[];
  /** `unchanged`: that nothing is new was said, and no more. */
  updates: { on: string; words: WordsOf; unchanged?: true }[];
  evidence: { id: string; on: string; words: WordsOf }[];
  /** The day of the last that was heard of it. */
  heardOn: string;
  /** The colour that a spreadsheet gave it: kept, never believed. */
  statedRag: string | null;
  version: number;
}

/** What of an item was released to the public, and how it stood when it was: nothing that is recorded later changes it. */
export interface ReleasedState {
  /** Of the line. */
  words: WordsOf;
  /** The entry that released it. */
  entry: number;
  on: string;
  stood: {
    responses: ResponseCode[];
    deliveries: Delivery[];
    judgement: Judgement;
    impact: ImpactLevel;
    isClaimed: boolean;
  };
}

/** What was written for the public of an item. */
export interface LineState {
  /** Of the line as it was written last. */
  words: WordsOf;
  /** Null while nothing is public. */
  released: ReleasedState | null;
}

export interface JudgementState {
  judgement: Judgement;
  on: string | null;
  words: WordsOf | null;
  /** When a closed item is looked at again; null where a reason is given for not doing so. */
  recheckOn: string | null;
  noEvidence: boolean;
  supersededBy: string | null;
}

/** How an item stands, without anything that depends on the day on which one looks. */
export interface ItemState {
  id: string;
  ref: number;
  source: Followed;
  followedOn: string;
  words: WordsOf;
  responseDueOn: string;
  addressees: AddresseeState[];
  actions: ActionState[];
  judgement: JudgementState;
  impact: {
    level: ImpactLevel;
    isClaimed: boolean;
    on: string | null;
    words: WordsOf | null;
    entries: number;
  };
  rechecks: { result: RecheckResult; on: string; words: WordsOf }[];
  evidence: { id: string; on: string; words: WordsOf }[];
  notes: { words: WordsOf; action: string | null; isPrivate: boolean }[];
  /** What was said of earlier recommendations. */
  earlier: { recommendation: string; decision: EarlierDecision; on: string; words: WordsOf }[];
  /** Null where nothing is written for the public, or it was withdrawn. */
  line: LineState | null;
  version: number;
}

/** The last day on which what an entry says can have happened. */
export const effectiveDay = ({ effectiveOn }: Pick<FoldedEntry, 'effectiveOn'>): string =>
  effectiveOn.length === EXACT ? effectiveOn : parseDay(effectiveOn)!.on;
/** Of a day that is known exactly: it is its own last day, and most are. */
const EXACT = 'YYYY-MM-DD'.length;

/**
 * Folds the entries of one item into how it stands: the one place where this is worked out, for today, for both pasts and for
 * a rebuild. Of two entries that say the same thing, the later by (effective day, order of recording) counts.
 * @param entries of the item, in any order
 * @returns null where the item is not followed in this view, or its being followed was corrected away
 */
export function foldItem(entries: readonly FoldedEntry[], view: View): ItemState | null {
  const state = foldWhole(entries, view);
  const released = state?.line?.released;
  if (released)
    released.stood = stoodOf(foldWhole(entries, { view: 'taken', last: released.entry }) ?? state);
  return state;
}

function foldWhole(entries: readonly FoldedEntry[], view: View): ItemState | null {
  const recorded = recordedIn(entries, view);
  const counted = countedIn(recorded, view);
  const followed = counted.find(({ fact }) => fact.deed === 'followed');
  if (followed?.fact.deed !== 'followed') return null;
  const state = begun(followed as FoldedEntry & { fact: Extract<Deed, { deed: 'followed' }> });
  const actions = new Map(
    counted.flatMap((entry) =>
      entry.fact.deed === 'action' ? [[entry.fact.action, begunAction(entry, entry.fact)]] : [],
    ),
  );
  for (const entry of counted) apply(state, actions, entry);
  // A correction is a change as well, though it says nothing by itself.
  for (const { fact, number } of recorded) {
    state.version = Math.max(state.version, number);
    const action = 'action' in fact && fact.action ? actions.get(fact.action) : undefined;
    if (action) action.version = Math.max(action.version, number);
  }
  state.actions = [...actions.values()].toSorted((one, other) => one.ref - other.ref);
  return state;
}

/** The entries that a view knows of: all of them, where it knows what was recorded later too. */
function recordedIn(entries: readonly FoldedEntry[], view: View): readonly FoldedEntry[] {
  if (view.view === 'known') return entries;
  if (view.view === 'taken') return entries.filter(({ number }) => number <= view.last);
  return entries.filter(({ recordedAt }) => recordedAt < view.before);
}

/** The entries that count in a view, in the order in which they take effect. */
function countedIn(recorded: readonly FoldedEntry[], view: View): FoldedEntry[] {
  const corrected = new Set(
    recorded.flatMap(({ fact }) => (fact.deed === 'correction' ? [fact.corrects] : [])),
  );
  return recorded
    .filter((entry) => entry.fact.deed !== 'correction' && !corrected.has(entry.number))
    .map((entry) => ({ entry, day: effectiveDay(entry) }))
    .filter(({ day }) => view.view !== 'known' || day <= view.on)
    .toSorted((one, other) => compare(one.day, other.day) || one.entry.number - other.entry.number)
    .map(({ entry }) => entry);
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

const begun = ({
  item,
  fact,
  number,
  ...entry
}: FoldedEntry & { fact: Extract<Deed, { deed: 'followed' }> }): ItemState => ({
  ...{ id: item, ref: fact.ref, source: fact.source, followedOn: effectiveDay(entry), words: number },
  ...{ responseDueOn: fact.responseDueOn, addressees: fact.addressees.map(awaited), actions: [] },
  judgement: UNJUDGED,
  impact: { level: 'none', isClaimed: false, on: null, words: null, entries: 0 },
  ...{ rechecks: [], evidence: [], notes: [], earlier: [], line: null, version: 0 },
});

const UNJUDGED: JudgementState = {
  ...{ judgement: 'open', on: null, words: null, recheckOn: null, noEvidence: false, supersededBy: null },
};

const awaited = (agency: string): AddresseeState => ({ agency, response: 'awaiting', on: null, words: null });

function begunAction(
  entry: FoldedEntry,
  { action, ref, agency, supporting, rag }: Extract<Deed, { deed: 'action' }>,
): ActionState {
  const on = effectiveDay(entry);
  return {
    ...{ id: action, ref, words: entry.number, agency, supporting, owner: null },
    ...{ delivery: 'not-started', deliveredOn: on, deliveryWords: null, due: null, originalDue: null },
    ...{ moves: [], requests: [], milestones: [], updates: [], evidence: [], heardOn: on },
    ...{ statedRag: rag ?? null, version: 0 },
  };
}

/** What counts as having heard of an action. */
const HEARD: ReadonlySet<Deed['deed']> = new Set(['delivery', 'update', 'evidence', 'milestone']);

function apply(state: ItemState, actions: Map<string, ActionState>, entry: FoldedEntry): void {
  const { fact, number } = entry;
  const day = effectiveDay(entry);
  const action = 'action' in fact && fact.action ? actions.get(fact.action) : undefined;
  if (action) {
    if (HEARD.has(fact.deed) && day > action.heardOn) action.heardOn = day;
    take(ON_ACTION, action, fact, { number, day });
  }
  take(ON_ITEM, state, fact, { number, day });
}

interface At {
  number: WordsOf;
  day: string;
}

/** What deeds do to what they are about. */
type Effects<Target> = {
  [Name in DeedName]?: (target: Target, fact: Extract<Deed, { deed: Name }>, at: At) => void;
};

function take<Target>(effects: Effects<Target>, target: Target, fact: Deed, at: At): void {
  const effect = effects[fact.deed] as ((one: Target, given: Deed, when: At) => void) | undefined;
  effect?.(target, fact, at);
}

const ON_ACTION: Effects<ActionState> = {
  'action-reworded': (action, _, { number: words }) => void Object.assign(action, { words }),
  lead: (action, { agency, supporting }) => void Object.assign(action, { agency, supporting }),
  owner: (action, { owner }) => void Object.assign(action, { owner }),
  delivery: (action, { to }, { number, day }) =>
    void Object.assign(action, { delivery: to, deliveredOn: day, deliveryWords: number }),
  due: (action, { on }, { number }) => moveDue(action, parseDay(on)!, number),
  request: (action, { request, kind, on }, { number: words }) => {
    const due = on === null ? null : parseDay(on);
    action.requests.push({ request, kind, due, words, decision: null });
  },
  decision: (action, { request, decision }) => {
    for (const one of action.requests) if (one.request === request) one.decision = decision;
  },
  milestone: (action, { milestone, on, isDone }, { number: words }) =>
    putMilestone(action, { milestone, due: on === null ? null : parseDay(on), isDone, words }),
  update: (action, { unchanged }, { number: words, day: on }) =>
    void action.updates.push({ on, words, ...(unchanged && { unchanged }) }),
  evidence: (action, { evidence: id }, { number: words, day: on }) =>
    void action.evidence.push({ id, on, words }),
};

const ON_ITEM: Effects<ItemState> = {
  addressed: (item, { add, remove }) => {
    const kept = item.addressees.filter(({ agency }) => !remove.includes(agency));
    const known = new Set(kept.map(({ agency }) => agency));
    item.addressees = [...kept, ...add.filter((id) => !known.has(id)).map(awaited)];
  },
  'response-due': (item, { on }) => void Object.assign(item, { responseDueOn: on }),
  response: (item, { agency, response }, { number: words, day }) => {
    const on = response === 'awaiting' ? null : day;
    item.addressees = item.addressees.map((one) =>
      one.agency === agency ? { agency, response, on, words } : one,
    );
  },
  impact: (item, { level, isClaimed }, { number: words, day: on }) => {
    item.impact = { level, isClaimed, on, words, entries: item.impact.entries + 1 };
  },
  judgement: (item, { to, recheckOn, noEvidence, supersededBy }, { number: words, day: on }) => {
    item.judgement = { judgement: to, on, words, recheckOn, noEvidence, supersededBy };
  },
  recheck: (item, { result, recheckOn }, { number: words, day: on }) => {
    item.rechecks.push({ result, on, words });
    item.judgement =
      result === 'not-sustained' ? { ...UNJUDGED, on, words } : { ...item.judgement, recheckOn };
  },
  reopened: (item, _, { number: words, day: on }) => {
    item.judgement = { ...UNJUDGED, on, words };
  },
  evidence: (item, { action, evidence: id }, { number: words, day: on }) => {
    if (action === null) item.evidence.push({ id, on, words });
  },
  earlier: (item, { recommendation, decision }, { number: words, day: on }) => {
    const others = item.earlier.filter((one) => one.recommendation !== recommendation);
    item.earlier = [...others, { recommendation, decision, on, words }];
  },
  'line-written': (item, _, { number: words }) => {
    item.line = { words, released: item.line?.released ?? null };
  },
  // How it stood is worked out when all is folded: what is entered late may happen before the release.
  'line-approved': (item, { words }, { number: entry, day: on }) => {
    item.line = { words: item.line?.words ?? words, released: { words, entry, on, stood: stoodOf(item) } };
  },
  'line-withdrawn': (item) => void Object.assign(item, { line: null }),
  note: (item, { action, isPrivate }, { number: words }) =>
    void item.notes.push({ words, action, isPrivate }),
};

/** The first date is the original; any other in place of it is a move, also one that is sooner. */
function moveDue(action: ActionState, to: KnownDay, words: WordsOf): void {
  if (action.due) action.moves.push({ from: action.due, to, words });
  action.originalDue ??= to;
  action.due = to;
}

function putMilestone(action: ActionState, given: MilestoneState): void {
  const others = action.milestones.filter(({ milestone }) => milestone !== given.milestone);
  action.milestones = [...others, given].toSorted((one, other) => one.milestone - other.milestone);
}

/** How an item stands, as much of it as the public may learn. */
export const stoodOf = ({ addressees, actions, judgement, impact }: ItemState): ReleasedState['stood'] => ({
  responses: addressees.map(({ response }) => response),
  deliveries: actions.map(({ delivery }) => delivery),
  judgement: judgement.judgement,
  ...{ impact: impact.level, isClaimed: impact.isClaimed },
});

/** Whether a line was written that is not public, and waits for somebody to release it. */
export const isLineWaiting = ({ line }: Pick<ItemState, 'line'>): boolean =>
  line !== null && line.released?.words !== line.words;

/** Whether no action of an item is open: closing asks for it. */
export const hasOpenAction = ({ actions }: ItemState): boolean =>
  actions.some(({ delivery }) => isOpenDelivery(delivery));

/** Whether what is closed is closed as the rules have it: a correction may not leave an item that no request could make. */
export const isSound = (state: ItemState): boolean =>
  !isClosed(state.judgement.judgement) ||
  (!hasOpenAction(state) && (state.impact.entries > 0 || state.judgement.noEvidence));
