import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditEntries, saidIn } from '../audit/audit-entries.js';
import { isId } from '../platform/text/is-id.js';
import { noAction } from './actions.service.js';
import { entryOf, foldedEntries, SUBJECT } from './entry-log.js';
import type { Entry, FoldedEntry } from './entry.js';
import { foldItem, type ItemState, type View } from './fold.js';
import type { Follower } from './follower.js';
import { KeptStates } from './kept-states.js';
import type { TrackingMoment } from './moment.js';
import { maySee } from './rights.js';
import { actionItemId } from './tracked.sql.js';
import { noItem } from './tracking-change.js';

/** Reads how items stand, or stood: as far as somebody may know of them. */
@Injectable()
export class TrackedItemQueries {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly entries: AuditEntries,
    private readonly states: KeptStates,
  ) {}

  /** All items of a partnership that somebody may know of, by number. */
  async all(who: Follower, moment: TrackingMoment): Promise<ItemState[]> {
    const { id } = who.partnership;
    const { past } = moment;
    const states = past
      ? await this.states.past(id, JSON.stringify(past), async () => this.fold(id, past, await this.ids(id)))
      : await this.states.present(id);
    return states.filter((item) => maySee(who, item));
  }

  /** @throws LibraryError not-found */
  async find(who: Follower, id: string, moment: TrackingMoment): Promise<ItemState> {
    if (!isId(id)) throw noItem();
    const [state] = moment.past
      ? await this.fold(who.partnership.id, moment.past, [id])
      : await this.present(who, id);
    if (!state || !maySee(who, state)) throw noItem();
    return state;
  }

  /** @throws LibraryError not-found */
  async ofAction(who: Follower, action: string, moment: TrackingMoment): Promise<ItemState> {
    const id = await actionItemId(this.source.manager, action);
    const item = id && (await this.find(who, id, moment).catch(() => null));
    if (!item || !item.actions.some((one) => one.id === action)) throw noAction();
    return item;
  }

  /** Everything that was recorded about an item, in that order. @throws LibraryError not-found */
  async entriesOf(who: Follower, id: string): Promise<Entry[]> {
    await this.find(who, id, NOW);
    const read = await this.entries.read({ chain: who.partnership.id, subjectKind: SUBJECT, subjects: [id] });
    return read.map(entryOf);
  }

  /** How a file was called when it came; `evidence`, where that was redacted. */
  async fileName({ partnership }: Follower, item: string, evidence: string): Promise<string> {
    const chain = partnership.id;
    const read = await this.entries.read({ chain, subjectKind: SUBJECT, subjects: [item] });
    const entry = read
      .map(entryOf)
      .find(({ fact }) => fact.deed === 'evidence' && fact.evidence === evidence);
    const words = await this.entries.words(chain, entry ? [entry.number] : []);
    return saidIn(words.get(entry?.number ?? 0), 'name') ?? 'evidence';
  }

  /** Number of the last entry of the partnership's log that counts at a moment. */
  async lastEntry({ partnership }: Follower, { past }: TrackingMoment): Promise<number> {
    if (past?.view === 'taken') return past.last;
    return await this.entries.last(partnership.id, past?.view === 'shown' ? past.before : null);
  }

  /** Changes whenever anything is recorded about an item of the partnership. */
  async lastVersion({ partnership }: Follower, asking: EntityManager = this.source.manager): Promise<string> {
    return await this.states.lastVersion(partnership.id, asking);
  }

  private async present({ partnership }: Follower, id: string): Promise<ItemState[]> {
    const rows = await this.source.query<{ state: ItemState }[]>(PRESENT, [partnership.id, id]);
    return rows.map(({ state }) => state);
  }

  /** A few items at once: other requests go on meanwhile, however much is followed. */
  private async fold(partnershipId: string, past: View, ids: readonly string[]): Promise<ItemState[]> {
    const recorded =
      past.view === 'shown' ? { before: past.before } : past.view === 'taken' ? { last: past.last } : {};
    const read = async (at: number): Promise<Map<string, FoldedEntry[]>> => {
      const some = { subjects: ids.slice(at, at + AT_ONCE), ...recorded };
      return foldedEntries(await this.entries.facts({ chain: partnershipId, subjectKind: SUBJECT, ...some }));
    };
    const states: ItemState[] = [];
    let next = read(0);
    for (let at = AT_ONCE; at - AT_ONCE < ids.length; at += AT_ONCE) {
      const byItem = await next;
      // The database reads the next ones while these are folded; what fails is told when they are waited for.
      if (at < ids.length) (next = read(at)).catch(() => undefined);
      for (const entries of byItem.values()) states.push(...[foldItem(entries, past) ?? []].flat());
    }
    return states;
  }

  private async ids(partnershipId: string): Promise<string[]> {
    const rows = await this.source.query<{ id: string }[]>(IDS, [partnershipId]);
    return rows.map(({ id }) => id);
  }
}

/** The present, for whoever asks what somebody may do. */
export const NOW: TrackingMoment = { asOf: '', view: 'shown', past: null, before: null };

const AT_ONCE = 100;

// Followed or not: in the past it may have been.
const IDS = `select id from tracked_item where partnership_id = $1`;

const PRESENT = `
  select state from tracked_item
  where partnership_id = $1 and id = $2 and state is not null`;
