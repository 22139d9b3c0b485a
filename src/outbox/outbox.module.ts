import { Global, Module } from '@nestjs/common';
import { MailSender } from './mail-sender.js';
import { Outbox } from './outbox.js';

/** E-mails: written in the transaction of their cause, sent after it. */
@Global()
@Module({ providers: [Outbox, MailSender], exports: [Outbox] })
export class OutboxModule {}
