import { Injectable } from '@nestjs/common';
import { isEmail } from 'class-validator';
import { In, type EntityManager } from 'typeorm';
import { enqueue } from '../platform/jobs/enqueue.js';
import { OutboxMessage, WAITED_TOO_LONG } from './outbox-message.entity.js';

/** An e-mail, before it is sent. */
export interface Mail {
  to: { name: string; address: string };
  /** What it is about: `sign-in-link`. */
  kind: string;
  /** Of several of one kind to one person, which: a quarter, or the id of a link. */
  period: string;
  subject: string;
  text: string;
  html?: string;
}

/** Takes e-mails that are to be sent. */
@Injectable()
export class Outbox {
  /**
   * Has an e-mail sent after the transaction of `manager` commits, once for each person, kind and period.
   * @returns its id; null where there was one already
   * @throws Error for what cannot be an address, a name or a subject; the message does not repeat it
   */
  async send(manager: EntityManager, mail: Mail): Promise<string | null> {
    const { to, kind, period, subject, text, html = null } = mail;
    for (const [what, line] of Object.entries({ name: to.name, address: to.address, subject }))
      // A line break in it would begin a header of somebody else's choice.
      if (/\p{Cc}/u.test(line)) throw new Error(`A control character in the ${what} of an e-mail`);
    if (!isEmail(to.address)) throw new Error('An e-mail to what is no address');
    const written = await manager
      .createQueryBuilder()
      .insert()
      .into(OutboxMessage)
      .values({
        ...{ recipientName: to.name, recipientAddress: to.address.toLowerCase() },
        ...{ kind, period, subject, text, html },
      })
      .orIgnore()
      .returning('id')
      .execute();
    const [row] = written.raw as { id: string }[];
    if (!row) return null;
    await enqueueMail(manager, row.id);
    return row.id;
  }

  /** The last period of messages of these kinds to each address, where it is this one or a later one. */
  async lastPeriods(
    manager: EntityManager,
    kinds: readonly string[],
    fromPeriod: string,
  ): Promise<Map<string, string>> {
    const rows = await manager.query<{ address: string; period: string }[]>(
      `select recipient_address as address, max(period) as period from outbox_message
       where kind = any($1) and period >= $2 group by recipient_address`,
      [kinds, fromPeriod],
    );
    return new Map(rows.map(({ address, period }) => [address, period]));
  }

  /**
   * Of these addresses, those that the last message did not reach: the server refused it, or a report that came later says so.
   * What waited for too long says nothing of the address.
   */
  async unreached(manager: EntityManager, addresses: readonly string[]): Promise<Set<string>> {
    const rows = await manager.query<{ address: string }[]>(UNREACHED, [
      addresses.map((one) => one.toLowerCase()),
    ]);
    return new Set(rows.map(({ address }) => address));
  }

  /** Deletes messages for good, with the name and address of whom they were for; those that wait are not sent. */
  async forget(manager: EntityManager, ids: readonly string[]): Promise<void> {
    await manager.delete(OutboxMessage, { id: In([...ids]) });
  }

  /** Deletes those of these messages that are to somebody, for good. */
  async forgetTo(manager: EntityManager, address: string, ids: readonly string[]): Promise<void> {
    await manager.delete(OutboxMessage, { id: In([...ids]), recipientAddress: address });
  }

  /** Deletes messages of these kinds to somebody, and those that wait to others and name them. */
  async forgetPerson(
    manager: EntityManager,
    { name, email }: { name: string; email: string | null },
    kinds: readonly string[],
  ): Promise<void> {
    await manager.query(FORGET_PERSON, [kinds, email, name]);
  }

  /** Deletes those of them that wait, as what they say holds no more. One that is being sent just now goes out. */
  async withdraw(manager: EntityManager, ids: readonly string[]): Promise<void> {
    await manager.query(WITHDRAW, [ids]);
  }

  /** How far messages are, by id. */
  async states(manager: EntityManager, ids: readonly string[]): Promise<Map<string, OutboxMessage['state']>> {
    const rows = await manager.find(OutboxMessage, {
      ...{ where: { id: In([...ids]) }, select: { id: true, state: true } },
    });
    return new Map(rows.map(({ id, state }) => [id, state]));
  }
}

const UNREACHED = `
  select address from (
    select distinct on (recipient_address) recipient_address as address, state from outbox_message
    where recipient_address = any($1) and state <> 'waiting' and last_error is distinct from '${WAITED_TOO_LONG}'
    order by recipient_address, written_at desc) last
  where state = 'refused'`;

const FORGET_PERSON = `
  delete from outbox_message
  where kind = any($1) and (recipient_address = $2 or (state = 'waiting' and position($3 in text) > 0))`;

const WITHDRAW = `
  delete from outbox_message where id in (
    select id from outbox_message where id = any($1::uuid[]) and state = 'waiting' for update skip locked)`;

/** Has the job of a message done, once however often it is asked for. */
export const enqueueMail = async (manager: EntityManager, id: string): Promise<string> =>
  await enqueue(manager, 'mail.send', { id }, { jobKey: `mail ${id}` });
