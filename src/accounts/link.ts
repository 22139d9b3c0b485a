import { codesOf, type ClosedList } from '../platform/text/closed-list.js';

/** What a link lets somebody do, with the heading of its page. */
export const LINK_PURPOSE_WORDS = {
  'first-administrator': 'Set up this library',
  'set-password': 'Choose your password',
  'sign-in': 'Sign in',
} as const satisfies ClosedList;
export type LinkPurpose = keyof typeof LINK_PURPOSE_WORDS;
export const LINK_PURPOSES = codesOf(LINK_PURPOSE_WORDS);

/** How long each is good for, in hours. */
export const LINK_HOURS: Readonly<Record<LinkPurpose, number>> = {
  'first-administrator': 24,
  'set-password': 72,
  // Agency leads sign in four times a year: many read the e-mail days later.
  'sign-in': 7 * 24,
};

/** Where it leads, on an address of the library. */
export const linkPath = (token: string, purpose?: LinkPurpose): string =>
  purpose === 'sign-in' ? `/sign-in/link/${token}` : `/link/${token}`;
