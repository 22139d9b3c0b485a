import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { createTransport } from 'nodemailer';
import { DataSource, type EntityManager } from 'typeorm';
import { CONFIG, type Config } from '../platform/config.js';
import { TaskHandlers } from '../platform/jobs/task-handlers.js';
import { MailAttachments } from './mail-attachments.js';
import { OutboxMessage, WAITED_TOO_LONG } from './outbox-message.entity.js';
import { enqueueMail } from './outbox.js';

/** A server that says nothing for so long is away. */
const PATIENCE_MS = 20_000;
/** What could not be sent for so long says what is past: links in it have run out (LINK_HOURS). */
const LONGEST_WAIT_DAYS = 7;
const FROM = 'Practice review library';

type Transport = Pick<ReturnType<typeof createTransport>, 'sendMail'>;

/** How a try ended, in a word that may be logged. */
type Outcome = { state: 'sent' | 'waiting' | 'refused'; error: string | null };

/** Sends what is in the outbox. Without a mail server messages wait for a start with one. */
@Injectable()
export class MailSender implements OnModuleInit, OnApplicationBootstrap {
  private readonly transport: Transport | null;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @InjectDataSource() private readonly source: DataSource,
    private readonly handlers: TaskHandlers,
    private readonly attachments: MailAttachments,
  ) {
    this.transport = config.smtpUrl ? transportTo(config.smtpUrl) : null;
  }

  onModuleInit(): void {
    this.handlers.register('mail.send', ({ id }) => this.send(id));
  }

  async onApplicationBootstrap(): Promise<void> {
    if (!this.transport) return;
    const waiting = await this.source.manager.findBy(OutboxMessage, { state: 'waiting' });
    for (const { id } of waiting) await enqueueMail(this.source.manager, id);
  }

  /**
   * Sends a message that waits. Its row is held meanwhile, so two jobs do not send it twice.
   * @throws Error where it is to be tried again, without the words of the server
   */
  private async send(id: string): Promise<void> {
    const failed = await this.source.transaction(async (manager) => {
      const message = await manager.findOne(OutboxMessage, {
        where: { id, state: 'waiting' },
        lock: { mode: 'pessimistic_write' },
      });
      if (!message || !this.transport) return null;
      if (isTooOld(message)) {
        await note(manager, message, { state: 'refused', error: WAITED_TOO_LONG });
        return null;
      }
      // All but the commit is done before it is sent, and that waits for no disk: whoever kills us between the server's answer and
      // the commit has it sent twice. A database that crashes may forget such a commit, with the same effect.
      await note(manager, message, SENT);
      await manager.query('set local synchronous_commit = off');
      const outcome = await this.try(message);
      if (outcome.state !== 'sent') await note(manager, message, outcome);
      return outcome.state === 'waiting' ? outcome.error : null;
    });
    if (failed) throw new Error(`An e-mail was not taken: ${failed}`);
  }

  private async try(message: OutboxMessage): Promise<Outcome> {
    const { id, recipientName, recipientAddress, subject, text, html } = message;
    try {
      const attachments = await this.attachments.of(message);
      await this.transport!.sendMail({
        // Nobody's “I am on holiday” is an answer to it (RFC 3834).
        headers: { 'Auto-Submitted': 'auto-generated' },
        messageId: `<${id}@outbox.practice-review-library>`,
        from: { name: FROM, address: this.config.mailFrom! },
        to: { name: recipientName, address: recipientAddress },
        subject: subject ?? '',
        text: text ?? '',
        ...(html !== null && { html }),
        attachments,
      });
      return SENT;
    } catch (error) {
      const { code = 'UNKNOWN', responseCode } = error as { code?: string; responseCode?: number };
      const said = responseCode ? `${code} ${responseCode}` : code;
      // A server that says no for good to this person or this message; not one that does not let us in.
      const isFinal = ['EENVELOPE', 'EMESSAGE'].includes(code) && (responseCode ?? 0) >= 500;
      return { state: isFinal ? 'refused' : 'waiting', error: said };
    }
  }
}

// By the real time, as links run out and as the database dates messages, whatever the clock of tracking is set to.
const isTooOld = ({ writtenAt }: OutboxMessage): boolean =>
  writtenAt.getTime() < Date.now() - LONGEST_WAIT_DAYS * 24 * 60 * 60 * 1000;

const SENT: Outcome = { state: 'sent', error: null };
const NO_WORDS = { subject: null, text: null, html: null };

async function note(manager: EntityManager, message: OutboxMessage, outcome: Outcome): Promise<void> {
  const { id, tries, subject, text, html } = message;
  const { state, error } = outcome;
  await manager.update(OutboxMessage, id, {
    ...{ state, tries: tries + 1, lastError: error, sentAt: state === 'sent' ? new Date() : null },
    ...(state === 'waiting' ? { subject, text, html } : NO_WORDS),
  });
}

const transportTo = (url: string): Transport =>
  createTransport({
    url,
    ...{ connectionTimeout: PATIENCE_MS, greetingTimeout: PATIENCE_MS, socketTimeout: PATIENCE_MS },
    ...{ disableFileAccess: true, disableUrlAccess: true },
  });
