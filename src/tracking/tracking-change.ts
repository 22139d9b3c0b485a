import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { AuditEntries } from '../audit/audit-entries.js';
import type { AuditLog } from '../audit/audit-log.js';
import type { AuditedChange, Json } from '../audit/audited-change.js';
import type { Clock } from '../platform/clock/clock.js';
import { LibraryError } from '../platform/http/errors/library-error.js';
import { entryOf, foldedEntries, SUBJECT, toOf } from './entry-log.js';
import type { Deed, Entry, FoldedEntry, Followed } from './entry.js';
import { fromState } from './from-state.js';
import type { Follower } from './follower.js';
import { foldItem, isSound, type ItemState } from './fold.js';
import { projectLines } from './lines/project-lines.js';
import { JUDGEMENT_WORDS } from './tracking.js';

/** A fact as it is to be recorded. */
export interface NewEntry {
  fact: Deed;
  /** The day when it happened, as `parseDay` reads it; today, where it is left out. */
  on?: string | null;
  why?: string | null;
  /** What else it says in words. */
  words?: Record<string, Json>;
  behalf?: string | null;
  replaces?: number | null;
}

/**
 * All that one request changes in one partnership: it is recorded, and the present state worked out anew, in one
 * transaction, while nobody else changes anything of the partnership.
 */
export class TrackingChange {
  private readonly logs = new Map<string, ItemLog>();
  private readonly pending: { item: string; entry: NewEntry; from: Json | undefined }[] = [];
  private readonly made = new Map<string, { ref: number; source: Followed }>();
  private readonly actions: { id: string; item: string }[] = [];
  private readonly known = new Map<string, Promise<unknown>>();
  private readonly after: ((numbers: readonly number[]) => Promise<void>)[] = [];

  /** @param today day of the recording, in London */
  constructor(
    readonly manager: EntityManager,
    readonly who: Follower,
    readonly today: string,
    private readonly rooms: { audit: AuditLog; entries: AuditEntries; clock: Clock },
    private readonly expected: number | null,
  ) {}

  /**
   * Refuses what was decided on the strength of what is no more so.
   * @param version of what is changed
   * @throws LibraryError overtaken
   */
  expect(version: number): void {
    if (this.expected !== null && this.expected !== version)
      throw new LibraryError(
        'overtaken',
        'Somebody else has changed this since you read it. Read it again, and decide anew.',
      );
  }

  /** Reads something once for the whole of a change, however many deeds it has: nobody else changes it meanwhile. */
  async once<Known>(what: string, read: () => Promise<Known>): Promise<Known> {
    const reading = this.known.get(what) ?? read();
    this.known.set(what, reading);
    return (await reading) as Known;
  }

  /** How an item stands, with what this change has added so far. @throws LibraryError not-found */
  async item(id: string): Promise<ItemState> {
    const { state } = await this.log(id);
    if (!state) throw noItem();
    return state;
  }

  /** How an item stands; null where it is followed no more. */
  async stateOf(id: string): Promise<ItemState | null> {
    return (await this.log(id)).state;
  }

  /** The entries of an item so far. */
  async entriesOf(id: string): Promise<readonly Entry[]> {
    return (await this.log(id)).entries;
  }

  /** Begins an item; its first entry says what it follows. @returns its id */
  async begin(
    source: Followed,
    entry: Omit<NewEntry, 'fact'>,
    given: { addressees: string[]; responseDueOn: string },
  ): Promise<string> {
    const id = randomUUID();
    const [{ ref }] = await this.once('next item', () =>
      this.manager.query<[{ ref: number }]>(NEXT_REF, [this.who.partnership.id]),
    );
    const own = ref + this.made.size;
    this.made.set(id, { ref: own, source });
    this.logs.set(id, new ItemLog([]));
    await this.add(id, { ...entry, fact: { deed: 'followed', ref: own, source, ...given } });
    return id;
  }

  /** Adds one fact about an item. */
  async add(item: string, entry: NewEntry): Promise<void> {
    const log = await this.log(item);
    if (entry.fact.deed === 'action') this.actions.push({ id: entry.fact.action, item });
    this.pending.push({ item, entry, from: fromState(() => log.state, entry.fact) });
    log.add(this.provisional(item, entry));
  }

  /** Does something more in the same transaction, once the numbers of the entries are known. */
  afterwards(deed: (numbers: readonly number[]) => Promise<void>): void {
    this.after.push(deed);
  }

  /** Records everything. @returns the numbers of its entries, in their order */
  async record(): Promise<number[]> {
    const { audit, entries } = this.rooms;
    await this.refuseUnsound();
    const chain = this.who.partnership.id;
    const items = [...this.made].map(([id, { ref, source }]) => ({
      ...{ id, ref, recommendation: source.kind === 'recommendation' ? source.id : null },
      point: source.kind === 'learning-point' ? source.id : null,
    }));
    await this.manager.query(MAKE_ITEMS, [chain, JSON.stringify(items)]);
    const references = await audit.recordAll(
      this.manager,
      chain,
      this.pending.map(({ item, entry, from }) => ({ ...this.changeOf(item, entry), from })),
    );
    await this.manager.query(MAKE_ACTIONS, [
      this.actions.map(({ id }) => id),
      this.actions.map(({ item }) => item),
    ]);
    const touched = [...new Set(this.pending.map(({ item }) => item))];
    const facts = await entries.facts({ chain, subjectKind: SUBJECT, subjects: touched }, this.manager);
    const states = await projectItems(this.manager, foldedEntries(facts), touched);
    await projectLines(this.manager, chain, states);
    const numbers = references.map(({ number }) => number);
    for (const deed of this.after) await deed(numbers);
    return numbers;
  }

  /** Reads several items at once: of what is changed in hundreds, not one after the other. */
  async readAll(ids: readonly string[]): Promise<void> {
    const unread = ids.filter((id) => !this.logs.has(id));
    const wanted = { chain: this.who.partnership.id, subjectKind: SUBJECT, subjects: unread };
    const byItem = Map.groupBy(
      await this.rooms.entries.read(wanted, this.manager),
      ({ subjectId }) => subjectId,
    );
    for (const id of unread) this.logs.set(id, new ItemLog((byItem.get(id) ?? []).map(entryOf)));
  }

  private async log(id: string): Promise<ItemLog> {
    if (!this.logs.has(id)) await this.readAll([id]);
    return this.logs.get(id)!;
  }

  /** As it will be, but for its number and time: later decisions of the same change build on it. */
  private provisional(item: string, { fact, on, behalf, replaces }: NewEntry): Entry {
    const { by, way } = this.who;
    return {
      ...{ number: PROVISIONAL + this.pending.length, item, recordedAt: this.rooms.clock.now(), fact },
      ...{ effectiveOn: on ?? this.today, replaces: replaces ?? null, from: null, said: [] },
      by: { kind: by.kind, id: by.id, role: by.role, behalf: behalf ?? null, way },
    };
  }

  private changeOf(
    item: string,
    { fact, on, why, words, behalf, replaces }: NewEntry,
  ): Omit<AuditedChange, 'chain'> {
    const { by, way } = this.who;
    return {
      ...{ actor: by, action: `tracking.${fact.deed}`, subject: { kind: SUBJECT, id: item } },
      to: toOf(fact, { way, behalf: behalf ?? null, replaces: replaces ?? null }),
      ...(why ? { why } : {}),
      ...(words && Object.keys(words).length > 0 ? { words: { to: words } } : {}),
      effectiveOn: on ?? this.today,
    };
  }

  /** Whatever led there: no item is left closed that the rules would not close, and none supersedes itself. */
  private async refuseUnsound(): Promise<void> {
    for (const log of this.logs.values()) {
      const state = log.isChanged ? log.state : null;
      if (!state) continue;
      if (!isSound(state))
        throw new LibraryError(
          'actions-open',
          `The item is “${JUDGEMENT_WORDS[state.judgement.judgement]}”: this would leave it closed without what closing asks for. Reopen it first.`,
        );
      await this.refuseCircle(state);
    }
  }

  private async refuseCircle({ id, judgement }: ItemState): Promise<void> {
    const passed = new Set([id]);
    let next = judgement.supersededBy;
    while (next !== null) {
      if (passed.has(next))
        throw new LibraryError('circle', 'An item cannot be superseded by one that it supersedes itself.');
      passed.add(next);
      next = (await this.log(next)).state?.judgement.supersededBy ?? null;
    }
  }
}

/** The entries of one item, with those that a change adds; how it stands is worked out when somebody asks. */
class ItemLog {
  isChanged = false;
  private known: ItemState | null | undefined;

  constructor(readonly entries: Entry[]) {}

  get state(): ItemState | null {
    if (this.known === undefined) this.known = foldItem(this.entries, { view: 'shown', before: FAR });
    return this.known;
  }

  add(entry: Entry): void {
    this.entries.push(entry);
    this.known = undefined;
    this.isChanged = true;
  }
}

/** Writes how items stand today, from all of their entries. @returns by id; null where one is followed no more */
async function projectItems(
  manager: EntityManager,
  byItem: ReadonlyMap<string, readonly FoldedEntry[]>,
  items: readonly string[],
): Promise<Map<string, ItemState | null>> {
  const rows = items.map((id) => {
    const own = byItem.get(id) ?? [];
    return {
      id,
      state: foldItem(own, { view: 'shown', before: FAR }),
      version: Math.max(0, ...own.map(({ number }) => number)),
    };
  });
  await manager.query(PROJECT, [JSON.stringify(rows)]);
  return new Map(rows.map(({ id, state }) => [id, state]));
}

export const noItem = (): LibraryError => new LibraryError('not-found', 'There is no such item.');

/** After everything that is recorded: the present. */
export const FAR = new Date(8.64e15);
/** Beyond all numbers of entries. */
const PROVISIONAL = 2 ** 50;

const NEXT_REF = `select coalesce(max(ref), 0) + 1 as ref from tracked_item where partnership_id = $1`;

const MAKE_ITEMS = `
  insert into tracked_item (id, partnership_id, ref, recommendation_id, learning_point_id, state, version)
  select made.id, $1, made.ref, made.recommendation, made.point, null, 0
  from jsonb_to_recordset($2::jsonb) as made(id uuid, ref int, recommendation uuid, point uuid)`;

const MAKE_ACTIONS = `insert into tracked_action (id, item_id) select * from unnest($1::uuid[], $2::uuid[])`;

const PROJECT = `
  update tracked_item i set state = row.state, version = row.version
  from jsonb_to_recordset($1::jsonb) as row(id uuid, state jsonb, version bigint) where i.id = row.id`;
