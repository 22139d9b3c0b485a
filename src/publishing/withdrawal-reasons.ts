import { codesOf, type ClosedList } from '../platform/text/closed-list.js';

/** Why something was withdrawn, as its tombstone says it. */
export const WITHDRAWAL_REASON_WORDS = {
  'identifies-someone': 'it could have identified someone',
  'factual-error': 'it contained a factual error',
  legal: 'it was withdrawn for legal reasons',
  'publisher-request': 'its publisher asked for it to be withdrawn',
  superseded: 'a later publication has replaced it',
  other: 'it was withdrawn for another reason',
} as const satisfies ClosedList;
export type WithdrawalReason = keyof typeof WITHDRAWAL_REASON_WORDS;
export const WITHDRAWAL_REASONS = codesOf(WITHDRAWAL_REASON_WORDS);

/** Nothing that tells what it was may stay behind: neither its name nor its address. */
export const isNameless = (reason: WithdrawalReason): boolean => reason === 'identifies-someone';

/** What can be withdrawn, and what it is called. */
export const WITHDRAWABLE_WORDS = {
  theme: 'theme',
  review: 'review',
  'learning-point': 'learning point',
  recommendation: 'recommendation',
  briefing: 'briefing',
  resource: 'resource',
  partnership: 'partnership',
} as const satisfies ClosedList;
export type WithdrawableKind = keyof typeof WITHDRAWABLE_WORDS;
export const WITHDRAWABLE_KINDS = codesOf(WITHDRAWABLE_WORDS);
