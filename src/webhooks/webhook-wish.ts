import { isEmail } from 'class-validator';
import { invalidField } from '../platform/http/errors/library-error.js';
import { PUBLIC_KINDS } from '../publishing/changes/public-kinds.js';
import { faultOf } from './sending/reachable-address.js';
import { SIGNATURES } from './webhook.js';
import type { Webhook } from './webhook.entity.js';

/** A webhook as it is to be set up. */
export interface WebhookWish extends Pick<
  Webhook,
  'name' | 'address' | 'email' | 'signature' | 'kinds' | 'themeId' | 'publisherId'
> {
  /** Whether it is told everything that there is, as a first load, or only what changes from now on. */
  fromBeginning: boolean;
}

const LONGEST_ADDRESS = 1000;

/**
 * @param allows whether webhooks may lead into networks of one's own
 * @throws LibraryError invalid-request, naming the field
 */
export function checkWish({ name, address, email, signature, kinds }: WebhookWish, allows: boolean): void {
  if (!/^\P{Cc}{1,100}$/u.test(name))
    throw invalidField('name', 'Say what the webhook is for, in one line of at most 100 characters');
  const fault = address.length > LONGEST_ADDRESS ? 'The address is too long' : faultOf(address, allows);
  if (fault) throw invalidField('address', fault);
  if (!isEmail(email)) throw invalidField('email', 'Enter an email address in the right form');
  if (!SIGNATURES.includes(signature)) throw invalidField('signature', 'Choose how messages are signed');
  if (kinds?.some((kind) => !PUBLIC_KINDS.includes(kind)))
    throw invalidField('kinds', 'Choose kinds from the list');
}
