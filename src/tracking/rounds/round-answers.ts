import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../audit/audit-log.js';
import { Outbox } from '../../outbox/outbox.js';
import { LibraryError } from '../../platform/http/errors/library-error.js';
import { ActionsService, type FoundAction } from '../actions.service.js';
import type { Follower } from '../follower.js';
import type { TrackingChange } from '../tracking-change.js';
import { TrackingLog } from '../tracking-log.js';
import type { Delivery } from '../tracking.js';
import { ROUND } from './rounds.queries.js';
import { UpdateLinks, type UpdateLink } from './update-links.js';

/** What somebody says of one of their actions. */
export interface ActionAnswer {
  /** Id of the action. */
  id: string;
  isUnchanged: boolean;
  text?: string;
  /** The day of what is said, as `parseDay` reads it; today, where it is left out. */
  on?: string;
  to?: Delivery;
  /** Another day by which it is due, as `parseDay` reads it. */
  due?: string;
  /** Why another day, or why to stop. */
  reason?: string;
}

/** What is wrong with the answer about one action. */
export interface AnswerProblem {
  id: string;
  error: LibraryError;
}

/** Actions that were answered are not the person's any more, or not open: ids of them. */
export class ActionsLost extends LibraryError {
  constructor(readonly lost: readonly string[]) {
    super(
      'overtaken',
      'Some of these actions are not yours any more, or were completed or stopped meanwhile.',
    );
  }
}

/** Answers that are not taken, and of none of them anything. */
export class AnswersRefused extends LibraryError {
  constructor(readonly problems: readonly AnswerProblem[]) {
    super('invalid-request', 'Some of the answers need another look.');
  }
}

/** Takes what people answer by their links: all that one of them says, in one step. */
@Injectable()
export class RoundAnswers {
  constructor(
    private readonly log: TrackingLog,
    private readonly audit: AuditLog,
    private readonly outbox: Outbox,
    private readonly actions: ActionsService,
    private readonly links: UpdateLinks,
  ) {}

  /**
   * Takes all answers, or none. Of two at once one finds the link used.
   * @throws LibraryError gone; ActionsLost; AnswersRefused
   */
  async answer(
    token: string,
    { partnership, owner }: UpdateLink,
    answers: readonly ActionAnswer[],
  ): Promise<void> {
    const who = answering(partnership, owner);
    await this.log.change(who, async (change) => {
      const { manager } = change;
      const link = await this.links.look(token, manager);
      if (link?.state !== 'good') throw new LibraryError('gone', 'This link does not work any more.');
      const own = new Map(link.actions.map(({ id, item }) => [id, item]));
      const lost = answers.map(({ id }) => id).filter((id) => !own.has(id));
      if (lost.length > 0) throw new ActionsLost(lost);
      await change.readAll([...new Set(answers.map(({ id }) => own.get(id)!))]);
      const problems: AnswerProblem[] = [];
      for (const one of answers) {
        const error = await this.take(change, own.get(one.id)!, one).catch(asRefusal);
        if (error) problems.push({ id: one.id, error });
      }
      if (problems.length > 0) throw new AnswersRefused(problems);
      const { number } = await this.audit.record(manager, {
        ...{ chain: partnership.id, actor: who.by, action: 'tracking.round-answered' },
        ...{ subject: { kind: ROUND, id: link.round.id }, to: { owner: owner.id, actions: answers.length } },
      });
      const [row] = await manager.query<[{ messages: string[] }[], number]>(ANSWERED, [
        ...[link.round.id, owner.id, number],
      ]);
      // Nobody is reminded of what they have just said.
      await this.outbox.withdraw(manager, row[0]!.messages);
      return { subject: link.round.id, entry: number };
    });
  }

  private async take(change: TrackingChange, itemId: string, answer: ActionAnswer): Promise<void> {
    const { id, isUnchanged, text, on, to, due, reason } = answer;
    const find = async (): Promise<FoundAction> => {
      const item = await change.item(itemId);
      return { item, action: item.actions.find((one) => one.id === id)! };
    };
    if (isUnchanged) return await this.actions.sayUnchanged(change, await find());
    if (text || to) await this.actions.progress(change, await find(), { text, on, to, reason });
    if (due) await this.actions.promise(change, await find(), { on: due, reason });
  }
}

/** Somebody who does actions, with the rights of an agency lead over their own alone: no role of the library. */
export const answering = (
  partnership: Follower['partnership'],
  { id, name }: UpdateLink['owner'],
): Follower => ({
  ...{ by: { kind: 'person', id, name, role: null }, role: 'agency-lead' },
  ...{ partnership, agency: null, way: 'email-link' },
});

function asRefusal(error: unknown): LibraryError {
  if (error instanceof LibraryError) return error;
  throw error;
}

const ANSWERED = `
  update update_round_person set answered_entry = $3 where round_id = $1 and owner_id = $2 returning messages`;
