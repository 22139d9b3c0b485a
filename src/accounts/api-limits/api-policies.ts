import { isIP } from 'node:net';
import { isEmail } from 'class-validator';
import type { Request } from 'express';
import { invalidField } from '../../platform/http/errors/library-error.js';
import { SAYS_WHO_ASKS } from '../../platform/http/errors/validation.js';
import { networkOf } from '../../platform/http/network.js';

/** How much of the API one who asks may have. */
export interface ApiPolicy {
  /** Its name in the heads of answers. */
  name: string;
  perMinute: number;
  atOnce: number;
  /** Whether all instances count together. */
  isShared: boolean;
}

/** One who asks: by key, by account, or by no more than the network that they come from. */
export interface Caller {
  policy: ApiPolicy;
  id: string;
}

const AT_ONCE = 4;
/** Behind the address of a council's office many people type into the search box of a page. */
const TYPING_AT_ONCE = 16;

const NAMED_TIMES = 5;
const TYPING_TIMES = 20;

const KEY: ApiPolicy = { name: 'key', perMinute: 1200, atOnce: AT_ONCE, isShared: true };
const ACCOUNT: ApiPolicy = { name: 'account', perMinute: 1200, atOnce: AT_ONCE, isShared: false };

/** @param perMinute how often an address may ask that says nothing of itself */
export function policiesFor(perMinute: number): Record<'address' | 'named' | 'typing', ApiPolicy> {
  const policy = (name: string, times: number, atOnce = AT_ONCE): ApiPolicy => ({
    ...{ name, perMinute: times * perMinute, atOnce, isShared: false },
  });
  return {
    address: policy('address', 1),
    named: policy('named', NAMED_TIMES),
    typing: policy('typing', TYPING_TIMES, TYPING_AT_ONCE),
  };
}

/** @throws LibraryError invalid-request for a `mailto` that is no address */
export function callerOf(
  request: Request,
  { address, named, typing }: ReturnType<typeof policiesFor>,
): Caller {
  const isNamed = saysWhoItIs(request);
  if (request.key) return { policy: KEY, id: request.key.id };
  if (request.actor) return { policy: ACCOUNT, id: request.actor.accountId };
  // A header that a trusted proxy passes on may say anything.
  const network = isIP(request.ip ?? '') ? networkOf(request.ip!) : 'unknown';
  if (request.addressed?.read?.isAskedWhileReading) return { policy: typing, id: network };
  return { policy: isNamed ? named : address, id: network };
}

/** So short that no text makes it slow. */
const WITH_ADDRESS = /[\w.+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}/i;

function saysWhoItIs({ query, headers }: Request): boolean {
  const mailto = query[SAYS_WHO_ASKS];
  if (mailto === undefined) return WITH_ADDRESS.test(headers['user-agent']?.slice(0, 500) ?? '');
  if (typeof mailto !== 'string' || !isEmail(mailto))
    throw invalidField(SAYS_WHO_ASKS, 'mailto must be one email address.');
  return true;
}
