import { sayPartialDate } from './partial-date.js';

/** When a newsletter told people of something: never the day it was published, nor the day anything happened. */
export const IN_A_NEWSLETTER = 'In a newsletter';

export const sayRelayed = (on: string | null): string =>
  on ? `${IN_A_NEWSLETTER}, ${sayPartialDate(on)}` : '';

/** The newsletter's date in words; empty where, as far as both are known, it is that of the publication. */
export function sayRelayedApart(publishedOn: string | null, relayedOn: string | null): string {
  if (!relayedOn) return '';
  const same = publishedOn && (relayedOn.startsWith(publishedOn) || publishedOn.startsWith(relayedOn));
  return same ? '' : sayPartialDate(relayedOn);
}
