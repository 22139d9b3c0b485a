import { localTime } from '../../platform/dates/local-time.js';
import { sayPartialDate } from '../../platform/dates/partial-date.js';
import type { KeyHolder } from '../../platform/http/access/actor.js';
import { ROLE_WORDS, type Role } from '../../platform/http/access/roles.js';

interface Held {
  role: Role;
  partnership: { name: string } | null;
  agency: { name: string } | null;
}

/** “Administrator, Alderbrook Safeguarding Partnership”; “Agency lead of Alderbrook Council, …”. */
export function sayRole({ role, partnership, agency }: Held): string {
  const words = agency ? `${ROLE_WORDS[role]} of ${agency.name}` : ROLE_WORDS[role];
  return partnership ? `${words}, ${partnership.name}` : words;
}

/** For whom a key acts, and in which role; empty for the public library alone. */
export const sayHolder = ({
  role,
  partnership,
  agency,
}: Pick<KeyHolder, 'role' | 'partnership' | 'agency'>): string =>
  role === null ? (partnership?.name ?? '') : sayRole({ role, partnership, agency });

/** Of a role that is held and not acted in yet. */
export const sayWaiting = (held: Held): string => `${sayRole(held)} – needs a second step first`;

/** “From 1 March 2026 until 31 March 2026”. */
export const sayDays = (fromOn: string, untilOn: string | null): string =>
  `From ${sayPartialDate(fromOn)}${untilOn ? ` until ${sayPartialDate(untilOn)}` : ''}`;

/** “26 November 2026 at 08:46”, by the clocks of the United Kingdom. */
export function sayInstant(instant: Date): string {
  const [day, time] = localTime(instant).split('T');
  return `${sayPartialDate(day)} at ${time}`;
}
