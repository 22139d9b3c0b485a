import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { writeLetter } from '../outbox/letter.js';
import { Outbox } from '../outbox/outbox.js';
import { CONFIG, type Config } from '../platform/config.js';
import { AccountEntity } from './account.entity.js';
import { sayInstant } from './web/say.js';

/** What may have been done by somebody who has got into an account, as its owner is told. */
const CHANGES = {
  'password-set': 'a password was set with a link',
  'password-link-made': 'an administrator made a link with which to choose a new password',
  'password-changed': 'the password was changed',
  'second-step-set-up': 'a second step was set up',
  'second-step-turned-off': 'the second step was turned off',
  'second-step-reset': 'the second step was taken off by an administrator',
  'recovery-codes-made': 'new recovery codes were made, and the old ones work no more',
  joined: 'a sign-in at work was joined to it',
  parted: 'a sign-in at work was taken off it',
} as const;

export type AccountChange = keyof typeof CHANGES;

/** Tells people by e-mail that the way in which they sign in has changed, where the library can send any. */
@Injectable()
export class ChangesTold {
  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'smtpUrl' | 'contactEmail'>,
    private readonly outbox: Outbox,
  ) {}

  /** In the transaction of the change. There is no link in it: what asks people to press something looks like a fraud. */
  async tell(manager: EntityManager, accountId: string, change: AccountChange): Promise<void> {
    if (this.config.smtpUrl === undefined) return;
    const { name, email } = await manager.findOneByOrFail(AccountEntity, { id: accountId });
    const { contactEmail } = this.config;
    const orWrite = contactEmail ? `, or write to ${contactEmail}` : '';
    await this.outbox.send(manager, {
      ...{ to: { name, address: email }, kind: 'account-changed', period: randomUUID() },
      ...writeLetter({
        subject: 'Your account in the practice review library was changed',
        before: [
          `Dear ${name},`,
          `In your account in the practice review library, ${CHANGES[change]} on ${sayInstant(new Date())}.`,
          'If that was you, or you asked for it, there is nothing to do.',
          `If it was not, tell an administrator of your partnership today${orWrite}: they can give you a link to a new password, which signs everybody else out, and take off a second step or a sign-in at work that is not yours.`,
        ],
      }),
    });
  }
}
