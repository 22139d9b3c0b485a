import { codesOf, type ClosedList } from '../platform/text/closed-list.js';

/** Whom a contact line is about. */
export const CONTACT_ABOUT_WORDS = {
  child: 'About a child',
  adult: 'About an adult',
  anyone: 'About anyone',
} as const satisfies ClosedList;
export type ContactAbout = keyof typeof CONTACT_ABOUT_WORDS;
export const CONTACT_ABOUT = codesOf(CONTACT_ABOUT_WORDS);

/** Who may call it. */
export const CONTACT_AUDIENCE_WORDS = {
  professionals: 'for professionals',
  public: 'for the public',
  everyone: 'for everyone',
} as const satisfies ClosedList;
export type ContactAudience = keyof typeof CONTACT_AUDIENCE_WORDS;
export const CONTACT_AUDIENCES = codesOf(CONTACT_AUDIENCE_WORDS);
