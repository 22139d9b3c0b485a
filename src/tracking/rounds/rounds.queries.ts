import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditEntries, saidIn } from '../../audit/audit-entries.js';
import { Outbox } from '../../outbox/outbox.js';
import { LibraryError } from '../../platform/http/errors/library-error.js';
import { isId } from '../../platform/text/is-id.js';
import type { Follower } from '../follower.js';
import { OwnerDirectory, type ListedOwner } from '../owner-directory.js';
import { KeptStates } from '../kept-states.js';
import { actionsIn, answersSince, statesIn, type RoundAction } from './round-actions.js';
import type { MailState, RoundItem, RoundPerson } from './round.model.js';

/** The kind of subject that a round is in the log. */
export const ROUND = 'update-round';

/** A round as it is kept. */
export interface KeptRound {
  id: string;
  name: string | null;
  by: string;
  actions: string[];
  openedAt: Date;
  isClosed: boolean;
  /** Number of the entry that opened it. */
  entry: number;
}

/** Somebody who was asked, as it is kept. */
export interface KeptPerson {
  owner: string;
  askedEntry: number;
  answeredEntry: number | null;
  messages: string[];
  chasedOn: string | null;
}

/** A round that runs, in short. */
export interface RunningRound {
  id: string;
  name: string | null;
  by: string;
  asked: number;
  /** Names of those who have not answered. */
  quiet: string[];
  /** How many of their last e-mails were refused. */
  refused: number;
}

/** A round with everything that is known of it now. */
export interface RoundNow {
  round: KeptRound;
  actions: RoundAction[];
  /** The same by who owns them now. */
  byOwner: ReadonlyMap<string | null, RoundAction[]>;
  people: KeptPerson[];
  owners: ReadonlyMap<string, ListedOwner>;
}

/** Reads rounds: who was asked for what, and who has answered. */
@Injectable()
export class RoundQueries {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly entries: AuditEntries,
    private readonly owners: OwnerDirectory,
    private readonly outbox: Outbox,
    private readonly states: KeptStates,
  ) {}

  /** The latest first. */
  async list({ partnership }: Follower): Promise<RoundItem[]> {
    const rounds = await this.rounds(partnership.id, ALL, this.source.manager);
    const all: RoundItem[] = [];
    for (const round of rounds)
      all.push(await this.present(partnership.id, await this.now(partnership.id, round)));
    return all;
  }

  /** Those that run, the latest first: who was asked, and who has not answered, by name. */
  async running({ partnership }: Follower): Promise<RunningRound[]> {
    const all: RunningRound[] = [];
    for (const round of await this.rounds(partnership.id, RUNNING, this.source.manager)) {
      const now = await this.now(partnership.id, round);
      const asked = now.people.filter((person) => hasAnswered(now, person) || !isGone(now, person));
      const quiet = asked.filter((person) => !hasAnswered(now, person));
      const mails = await this.outbox.states(
        this.source.manager,
        quiet.flatMap(({ messages }) => messages.slice(-1)),
      );
      all.push({
        refused: [...mails.values()].filter((state) => state === 'refused').length,
        ...{ id: round.id, name: round.name, by: round.by, asked: asked.length },
        quiet: quiet
          .map(({ owner }) => now.owners.get(owner)!.name)
          .toSorted((one, other) => one.localeCompare(other, 'en-GB')),
      });
    }
    return all;
  }

  /** @throws LibraryError not-found */
  async find({ partnership }: Follower, id: string): Promise<RoundItem> {
    return await this.present(partnership.id, await this.look(partnership.id, id));
  }

  /**
   * @param asking the transaction in which it is asked, where there is one
   * @throws LibraryError not-found
   */
  async look(partnershipId: string, id: string, asking: EntityManager | null = null): Promise<RoundNow> {
    const [round] = isId(id)
      ? await this.rounds(partnershipId, { ...ALL, id }, asking ?? this.source.manager)
      : [];
    if (!round) throw new LibraryError('not-found', 'There is no such round.');
    return await this.now(partnershipId, round, asking);
  }

  private async now(
    partnershipId: string,
    round: KeptRound,
    asking: EntityManager | null = null,
  ): Promise<RoundNow> {
    const manager = asking ?? this.source.manager;
    // Whoever holds the chain asks in its transaction alone; others are told from memory.
    const states = await (asking ? statesIn(asking, partnershipId) : this.states.present(partnershipId));
    const actions = actionsIn(states, round.actions);
    const people = (await manager.query<PersonRow[]>(PEOPLE, [round.id])).map(personOf);
    const owners = await this.owners.list(manager, partnershipId);
    return {
      ...{ round, actions, people, owners: new Map(owners.map((owner) => [owner.id, owner])) },
      byOwner: Map.groupBy(actions, ({ owner }) => owner),
    };
  }

  private async rounds(
    partnershipId: string,
    { id, isRunning }: WantedRounds,
    asking: EntityManager,
  ): Promise<KeptRound[]> {
    const rows = await asking.query<RoundRow[]>(ROUNDS, [partnershipId, id, isRunning]);
    const words = await this.entries.words(
      partnershipId,
      rows.map(({ entry }) => Number(entry)),
      asking,
    );
    return rows.map(({ entry, ...row }) => ({
      ...row,
      ...{ entry: Number(entry), name: saidIn(words.get(Number(entry)), 'name') },
    }));
  }

  private async present(partnershipId: string, now: RoundNow): Promise<RoundItem> {
    const { round, people, owners } = now;
    const mails = await this.outbox.states(
      this.source.manager,
      people.flatMap(({ messages }) => messages.slice(-1)),
    );
    const answered = people.flatMap(({ answeredEntry }) => answeredEntry ?? []);
    const seals = await this.entries.seals(partnershipId, answered);
    const all = people
      .map((person): RoundPerson => {
        const { answeredEntry, chasedOn, messages } = person;
        const at = answeredEntry === null ? null : (seals.get(answeredEntry)?.recordedAt ?? null);
        return {
          ...{ id: person.owner, name: owners.get(person.owner)!.name, answeredAt: at, remindedOn: chasedOn },
          ...{ isAnswered: hasAnswered(now, person), isGone: isGone(now, person) },
          ...{ mail: (mails.get(messages.at(-1) ?? '') ?? 'sent') satisfies MailState },
          actions: actionsOfPerson(now, person).map((action) => {
            const said = answersSince(action, person.askedEntry);
            const { id, ref, isOpen } = action;
            return { id, ref, isOpen, isAnswered: said.length > 0, said };
          }),
        };
      })
      .toSorted((one, other) => one.name.localeCompare(other.name, 'en-GB'));
    const asked = all.filter(({ isGone: gone, isAnswered }) => !gone || isAnswered);
    const { id, name, by, openedAt, isClosed, actions } = round;
    return {
      ...{ id, name, by, openedAt, isClosed, actionCount: actions.length, people: all },
      ...{ asked: asked.length, answered: asked.filter(({ isAnswered }) => isAnswered).length },
    };
  }
}

/** The actions of a round that somebody owns now, by number. */
export const actionsOfPerson = ({ byOwner }: RoundNow, { owner }: Pick<KeptPerson, 'owner'>): RoundAction[] =>
  byOwner.get(owner) ?? [];

/** Whether somebody has answered by their link, or everything that was asked was said by another way. */
export function hasAnswered(now: RoundNow, person: KeptPerson): boolean {
  if (person.answeredEntry !== null) return true;
  const own = actionsOfPerson(now, person);
  return (
    own.length > 0 &&
    own.every((action) => !action.isOpen || answersSince(action, person.askedEntry).length > 0)
  );
}

/** Whether nothing is asked of somebody any more: they own none of the actions, or left the directory. */
export const isGone = (now: RoundNow, person: KeptPerson): boolean =>
  actionsOfPerson(now, person).length === 0 || (now.owners.get(person.owner)?.email ?? null) === null;

/** Which rounds of a partnership: one, or all, of those that run alone or of all. */
interface WantedRounds {
  id: string | null;
  isRunning: boolean;
}

const ALL: WantedRounds = { id: null, isRunning: false };
const RUNNING: WantedRounds = { id: null, isRunning: true };

interface RoundRow extends Omit<KeptRound, 'entry' | 'name'> {
  entry: string;
}

interface PersonRow extends Omit<KeptPerson, 'askedEntry' | 'answeredEntry'> {
  askedEntry: string;
  answeredEntry: string | null;
}

const personOf = ({ askedEntry, answeredEntry, ...person }: PersonRow): KeptPerson => ({
  ...{ ...person, askedEntry: Number(askedEntry) },
  answeredEntry: answeredEntry === null ? null : Number(answeredEntry),
});

const ROUNDS = `
  select id, answer_by::text as by, actions, opened_at as "openedAt", closed_entry is not null as "isClosed", entry
  from update_round where partnership_id = $1 and ($2::uuid is null or id = $2)
    and (closed_entry is null or not $3) order by update_round.entry desc`;

const PEOPLE = `
  select owner_id as owner, asked_entry as "askedEntry", answered_entry as "answeredEntry", messages,
    chased_on::text as "chasedOn"
  from update_round_person where round_id = $1`;
