import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { AuditEntries, saidIn, wordIn, type EntryWords } from '../audit/audit-entries.js';
import { londonDay } from '../platform/dates/london-day.js';
import { FollowedTexts, type FollowedOf, type FollowedText } from '../recommendations/followed-texts.js';
import { AgencyList } from './agency-list.js';
import { isAuditLead, type Follower } from './follower.js';
import { stoodOf, type ActionState, type ItemState } from './fold.js';
import { positionOf } from './lines/position.js';
import type { TrackingMoment } from './moment.js';
import { EvidenceStore, type StoredFile } from './evidence-store.js';
import { mayOpen } from './rights.js';
import { OwnerDirectory, type Owner } from './owner-directory.js';
import { standingOfItem, type ActionStanding, type Colour, type ItemStanding } from './standing.js';
import type {
  EvidenceRef,
  FollowedSource,
  ItemRef,
  PublicLineItem,
  ResponsesItem,
  TrackedAction,
  TrackedAgencyRef,
  TrackedItemAnswer,
} from './tracked-item.model.js';
import { TrackingSettings } from './tracking-settings.js';

/** What ids and numbers in states stand for. */
interface Names {
  partnership: string;
  agencies: Map<string, TrackedAgencyRef>;
  owners: Map<string, Owner>;
  texts: Map<string, FollowedText>;
  points: Map<string, FollowedOf>;
  words: Map<number, EntryWords>;
  items: Map<string, ItemRef>;
  supersedes: Map<string, ItemRef[]>;
  today: string;
  hasBlue: boolean;
  seesPrivate: boolean;
  files: Map<string, StoredFile>;
  who: Follower;
}

/** Says how items stand as the API and the pages have it: words beside codes, names beside ids. */
@Injectable()
export class TrackedItemPresenter {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly entries: AuditEntries,
    private readonly texts: FollowedTexts,
    private readonly agencies: AgencyList,
    private readonly owners: OwnerDirectory,
    private readonly settings: TrackingSettings,
    private readonly evidence: EvidenceStore,
  ) {}

  /**
   * @param states those that are shown
   * @param all of the partnership, as far as who asks may know of them: for what refers to another
   */
  async present(
    who: Follower,
    moment: TrackingMoment,
    states: readonly ItemState[],
    all: readonly ItemState[] = states,
  ): Promise<TrackedItemAnswer[]> {
    const names = await this.names(who, moment, states, all);
    return states.map((state) => itemOf(state, standingOfItem(state, moment.asOf), names));
  }

  private async names(
    who: Follower,
    moment: TrackingMoment,
    states: readonly ItemState[],
    all: readonly ItemState[],
  ): Promise<Names> {
    const { manager } = this.source;
    const followed = (kind: 'recommendation' | 'learning-point'): string[] =>
      states.flatMap(({ source }) => (source.kind === kind ? [source.id] : []));
    const withFiles = states.filter(({ evidence, actions }) => [{ evidence }, ...actions].some(hasFiles));
    const [agencies, owners, texts, points, words, { hasBlue }, files] = await Promise.all([
      this.agencies.list(manager, who.partnership.id),
      this.owners.list(manager, who.partnership.id),
      this.texts.read(followed('recommendation'), moment.before),
      this.texts.ofPoints(followed('learning-point')),
      this.entries.words(who.partnership.id, states.flatMap(wordsOf)),
      this.settings.find(who.partnership.id),
      this.evidence.ofItems(
        who.partnership.id,
        withFiles.map(({ id }) => id),
      ),
    ]);
    const items = new Map(all.map(({ id, ref }) => [id, { id, ref: String(ref) }]));
    return {
      ...{ partnership: who.partnership.slug, texts, points, words, items, today: moment.asOf, hasBlue },
      agencies: new Map(agencies.map(({ id, name }) => [id, { id, name }])),
      owners: new Map(owners.map(({ id, name, email }) => [id, { id, name, email }])),
      supersedes: Map.groupBy(
        all.filter(({ judgement }) => judgement.supersededBy !== null),
        ({ judgement }) => judgement.supersededBy!,
      ) as unknown as Map<string, ItemRef[]>,
      ...{ seesPrivate: isAuditLead(who), files, who },
    };
  }
}

const hasFiles = ({ evidence }: Pick<ItemState, 'evidence'>): boolean => evidence.length > 0;

/** The entries whose words an item needs. */
function wordsOf(state: ItemState): number[] {
  const { words, addressees, actions, judgement, impact, rechecks, notes } = state;
  const ofActions = actions.flatMap((action) => [
    ...[action.words, action.deliveryWords, ...action.moves.map((one) => one.words)],
    ...[...action.requests, ...action.milestones, ...action.updates, ...action.evidence].map(
      (one) => one.words,
    ),
  ]);
  const all = [words, judgement.words, impact.words, ...addressees.map((one) => one.words), ...ofActions];
  const lists = [...rechecks, ...notes, ...state.evidence, ...linesOf(state)];
  return [...all, ...lists.map((one) => one.words)].filter((one) => one !== null);
}

/** The entries with the line that was written last, and with the one that is public. */
const linesOf = ({ line }: ItemState): { words: number }[] =>
  line ? [line, ...(line.released ? [line.released] : [])] : [];

const reasonAt = ({ words }: Names, entry: number | null): string | null =>
  entry === null ? null : wordIn(words.get(entry), 'why');

const textAt = ({ words }: Names, entry: number | null, field = 'text'): string | null =>
  entry === null ? null : saidIn(words.get(entry), field);

const coloured = (colour: Colour, { hasBlue }: Names): Colour =>
  colour === 'blue' && !hasBlue ? 'green' : colour;

function itemOf(state: ItemState, standing: ItemStanding, names: Names): TrackedItemAnswer {
  const { source, judgement, impact } = state;
  const text = source.kind === 'recommendation' ? (names.texts.get(source.id) ?? null) : null;
  const of = text ?? (source.kind === 'learning-point' ? names.points.get(source.id) : undefined);
  const own = textAt(names, state.words);
  return {
    ...{
      id: state.id,
      ref: String(state.ref),
      partnership: names.partnership,
      text: own ?? text?.text ?? null,
    },
    recommendation: text && {
      ...{
        id: text.id,
        number: text.number,
        text: text.text,
        version: text.version,
        hasLeftSource: text.hasLeftSource,
      },
    },
    ...{ source: sourceOf(state, names), review: of?.review ?? null, themes: of?.themes ?? [] },
    ...{
      followedOn: state.followedOn,
      responses: responsesOf(state, standing, names),
      delivery: standing.delivery,
    },
    actions: state.actions.map((action) => actionOf(state, action, standing.actions.get(action.id)!, names)),
    judgement: judgement.judgement,
    judged: {
      ...{ on: judgement.on, reason: reasonAt(names, judgement.words), recheckOn: judgement.recheckOn },
      ...{
        noRecheckReason: textAt(names, judgement.words, 'noRecheckReason'),
        noEvidence: judgement.noEvidence,
      },
      supersededBy:
        judgement.supersededBy === null ? null : (names.items.get(judgement.supersededBy) ?? null),
    },
    supersedes: (names.supersedes.get(state.id) ?? []).map(({ id, ref }) => ({ id, ref: String(ref) })),
    impact: impact.level,
    impactEvidence: {
      ...{ on: impact.on, text: textAt(names, impact.words), sample: textAt(names, impact.words, 'sample') },
      ...{ source: textAt(names, impact.words, 'source'), isClaimed: impact.isClaimed },
    },
    rechecks: state.rechecks.map(({ result, on, words }) => ({ result, on, reason: reasonAt(names, words) })),
    evidence: evidenceOf(state.evidence, undefined, names),
    notes: state.notes
      .filter(({ isPrivate }) => !isPrivate || names.seesPrivate)
      .map(({ words, action, isPrivate }) => ({ text: textAt(names, words), action, isPrivate })),
    publicLine: publicLineOf(state, names),
    ...{
      word: standing.word,
      colour: coloured(standing.colour, names),
      flags: standing.flags,
      version: state.version,
    },
  };
}

function evidenceOf(
  evidence: ItemState['evidence'],
  action: ActionState | undefined,
  names: Names,
): EvidenceRef[] {
  return evidence.map(({ id, on, words }) => {
    const file = names.files.get(id)!;
    const isOpen = mayOpen(names.who, file, action);
    return {
      ...{ id, on, cameOn: londonDay(file.cameAt), name: isOpen ? textAt(names, words, 'name') : null },
      ...{ mediaType: file.mediaType, size: file.size, class: file.keepClass, keepUntil: file.keepUntil },
      isOpen: isOpen && file.goneAt === null,
    };
  });
}

function sourceOf({ source, words }: ItemState, names: Names): FollowedSource | null {
  if (source.kind === 'recommendation') return null;
  const [title, number] = [textAt(names, words, 'title'), textAt(names, words, 'number')];
  return source.kind === 'other'
    ? { origin: source.origin, learningPoint: null, title, number }
    : { origin: null, learningPoint: source.id, title, number };
}

function publicLineOf(state: ItemState, names: Names): PublicLineItem | null {
  const { line } = state;
  if (!line) return null;
  const { words, released } = line;
  const now = positionOf(stoodOf(state));
  const then = released && positionOf(released.stood);
  return {
    ...{ text: textAt(names, words), writtenBy: wordIn(names.words.get(words), 'actor') },
    ...{ clearedWhy: reasonAt(names, words), isWaiting: released?.words !== words },
    released: released && then && { text: textAt(names, released.words), on: released.on, ...then },
    hasMoved: then !== null && JSON.stringify(then) !== JSON.stringify(now),
  };
}

const unnamed = (id: string): TrackedAgencyRef => ({ id, name: 'An agency that is no longer in the list' });

function responsesOf(
  { addressees, responseDueOn }: ItemState,
  { responses }: ItemStanding,
  names: Names,
): ResponsesItem {
  const { asked, answered, accepted, awaiting, disputed, late } = responses;
  return {
    ...{ dueOn: responseDueOn, asked, answered, accepted, acceptedInPart: responses['accepted-in-part'] },
    ...{ notAccepted: responses['not-accepted'], disputed, awaiting, late },
    each: addressees.map(({ agency, response, on, words }) => ({
      ...{
        agency: names.agencies.get(agency) ?? unnamed(agency),
        response,
        reason: reasonAt(names, words),
        on,
      },
      late: response === 'awaiting' && names.today > responseDueOn,
    })),
  };
}

function actionOf(
  item: ItemState,
  action: ActionState,
  standing: ActionStanding,
  names: Names,
): TrackedAction {
  const agencyOf = (id: string): TrackedAgencyRef => names.agencies.get(id) ?? unnamed(id);
  const { due, originalDue, delivery, moves, requests, milestones, updates } = action;
  return {
    ...{ id: action.id, item: item.id, ref: `${item.ref}.${action.ref}`, text: textAt(names, action.words) },
    agency: action.agency === null ? null : agencyOf(action.agency),
    supporting: action.supporting.map(agencyOf),
    owner: action.owner === null ? null : (names.owners.get(action.owner) ?? null),
    ...{ due, originalDue, moves: moves.length },
    moved: moves.map(({ from, to, words }) => ({ from, to, reason: reasonAt(names, words) })),
    ...{ slippedDays: standing.slippedDays, delivery, deliveryReason: reasonAt(names, action.deliveryWords) },
    completedOn: delivery === 'completed' ? action.deliveredOn : null,
    stoppedOn: delivery === 'stopped' ? action.deliveredOn : null,
    ...{ overdueDays: standing.overdueDays, dueInDays: standing.dueInDays },
    requests: requests.map(({ request: number, kind, due: asked, words, decision }) => ({
      ...{ number, kind, due: asked, reason: reasonAt(names, words), decision },
    })),
    milestones: milestones.map(({ milestone: number, due: on, isDone, words }) => ({
      ...{ number, text: textAt(names, words), due: on, isDone },
    })),
    updates: updates.map(({ on, words, unchanged = false }) => ({
      ...{ on, isUnchanged: unchanged },
      text: textAt(names, words),
      evidence: textAt(names, words, 'evidence'),
    })),
    evidence: evidenceOf(action.evidence, action, names),
    ...{ heardOn: action.heardOn, statedRag: action.statedRag, word: standing.word },
    ...{ colour: coloured(standing.colour, names), flags: standing.flags, version: action.version },
  };
}
