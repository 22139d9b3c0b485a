import { Injectable } from '@nestjs/common';
import { isEmail } from 'class-validator';
import { In, type EntityManager } from 'typeorm';
import { enqueue } from '../platform/jobs/enqueue.js';
import { OutboxMessage } from './outbox-message.entity.js';

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

  /** Deletes messages for good, with the name and address of whom they were for; those that wait are not sent. */
  async forget(manager: EntityManager, ids: readonly string[]): Promise<void> {
    await manager.delete(OutboxMessage, { id: In([...ids]) });
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

const WITHDRAW = `
  delete from outbox_message where id in (
    select id from outbox_message where id = any($1::uuid[]) and state = 'waiting' for update skip locked)`;

/** Has the job of a message done, once however often it is asked for. */
export const enqueueMail = async (manager: EntityManager, id: string): Promise<string> =>
  await enqueue(manager, 'mail.send', { id }, { jobKey: `mail ${id}` });
