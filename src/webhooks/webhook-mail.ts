import { writeLetter } from '../outbox/letter.js';
import type { Mail } from '../outbox/outbox.js';
import type { Webhook } from './webhook.entity.js';

export const WEBHOOK_MAIL = 'webhook';

type Told = Pick<Webhook, 'id' | 'name' | 'email' | 'address'>;

/** Says, once a day at most, that messages to a site were given up. @param day YYYY-MM-DD */
export const givenUpMail = (webhook: Told, publicUrl: string, day: string): Mail =>
  mailOf(
    webhook,
    publicUrl,
    `${webhook.id} ${day}`,
    `Messages of the webhook “${webhook.name}” do not arrive`,
    [
      `The webhook “${webhook.name}” tells ${siteOf(webhook)} what changes in the practice review library. Some of its messages did not arrive, and were given up after the last of ten tries in three days.`,
      'Until they are sent again, that site may show what has changed or was withdrawn. When it answers again, open the page of the webhook, and choose “Send again what was given up”.',
    ],
  );

/** Says that a site asked for nothing more. */
export const switchedOffMail = (webhook: Told, publicUrl: string, at: Date): Mail =>
  mailOf(
    webhook,
    publicUrl,
    `${webhook.id} off ${at.toISOString()}`,
    `The webhook “${webhook.name}” is switched off`,
    [
      `${siteOf(webhook)} answered a message of the webhook “${webhook.name}” of the practice review library that it is gone (410), so it is told no more.`,
      'If that was a mistake, open the page of the webhook and start it again: it goes on where it stopped.',
    ],
  );

const siteOf = ({ address }: Told): string => new URL(address).host;

const mailOf = (
  { id, name, email }: Told,
  publicUrl: string,
  period: string,
  subject: string,
  said: string[],
): Mail => ({
  ...{ to: { name, address: email }, kind: WEBHOOK_MAIL, period },
  ...writeLetter({
    subject,
    before: ['Hello,', ...said],
    button: { words: 'Open the webhook', address: `${publicUrl}/webhooks/${id}` },
  }),
});
