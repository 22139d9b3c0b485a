import { codesOf, type ClosedList } from '../platform/text/closed-list.js';

/** How messages are signed (Standard Webhooks): with a private key, to which receivers have the public one, or a shared secret. */
export const SIGNATURE_WORDS = {
  v1a: 'A key of ours (v1a, ed25519): receivers check with the public key and need keep no secret',
  v1: 'A shared secret (v1, HMAC): for receivers that cannot check ed25519',
} as const satisfies ClosedList;
export type Signature = keyof typeof SIGNATURE_WORDS;
export const SIGNATURES = codesOf(SIGNATURE_WORDS);

export const WEBHOOK_STATE_WORDS = {
  on: 'On',
  paused: 'Paused',
  gone: 'Switched off: its site answered that it is gone (410)',
} as const satisfies ClosedList;
export type WebhookState = keyof typeof WEBHOOK_STATE_WORDS;
export const WEBHOOK_STATES = codesOf(WEBHOOK_STATE_WORDS);

/** `dead` is given up after its last try; `failed` is a trial that did not arrive, which is not tried again. */
export const DELIVERY_STATE_WORDS = {
  waiting: 'Waiting',
  delivered: 'Delivered',
  dead: 'Given up',
  failed: 'Failed',
} as const satisfies ClosedList;
export type DeliveryState = keyof typeof DELIVERY_STATE_WORDS;
export const DELIVERY_STATES = codesOf(DELIVERY_STATE_WORDS);
