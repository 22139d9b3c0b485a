import { Global, Module } from '@nestjs/common';
import { MailAttachments } from './mail-attachments.js';
import { MailSender } from './mail-sender.js';
import { Outbox } from './outbox.js';

/** E-mails: written in the transaction of their cause, sent after it. */
@Global()
@Module({ providers: [Outbox, MailSender, MailAttachments], exports: [Outbox, MailAttachments] })
export class OutboxModule {}
