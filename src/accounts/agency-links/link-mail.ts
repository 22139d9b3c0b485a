import { writeLetter } from '../../outbox/letter.js';
import type { Mail } from '../../outbox/outbox.js';
import type { Actor } from '../../platform/http/access/actor.js';
import { sayInstant, sayRole } from '../web/say.js';

/** Whom a link is for, and what it is. */
export interface LinkToSend {
  id: string;
  to: { name: string; address: string };
  /** The whole address of its page. */
  address: string;
  expiresAt: Date;
  /** A sentence that says who asked for it. */
  asked: string;
}

export const ASKED_ON_THE_PAGE =
  'You, or somebody who typed your email address, asked for this link on the sign-in page of the practice review library.';
export const ASKED_BY_OLD_LINK =
  'Somebody opened an older link of yours to the practice review library, which works no more, and asked for a new one.';
export const ASKED_BY_OPERATOR = 'Whoever runs the practice review library sends you this link to sign in.';
export const askedBy = ({ name, acting }: Actor): string =>
  `${name}${acting ? ` (${sayRole(acting)})` : ''} sends you this link to sign in to the practice review library.`;

/** Nothing in it is about a review. */
export const linkMail = ({ id, to, address, expiresAt, asked }: LinkToSend): Mail => ({
  ...{ to, kind: 'sign-in-link', period: id },
  ...writeLetter({
    subject: 'Your link to sign in to the practice review library',
    before: [`Dear ${to.name},`, asked, 'Open it, and press the button on the page:'],
    button: { words: 'Go to the sign-in page', address },
    after: [
      `It works once, until ${sayInstant(expiresAt)}, and older links do not work any more. Whoever opens it signs in as you, so please pass it on to nobody. We never ask you for a password by email.`,
      'Did you not ask for it, or expect it? Then do nothing: nobody has signed in, and nothing happens unless the button is pressed. If such emails keep coming, tell the partnership that you work with.',
    ],
  }),
});
