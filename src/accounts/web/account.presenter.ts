import type { Actor } from '../../platform/http/access/actor.js';
import type { FormProblem } from '../../platform/pages/form-problem.js';
import type { HoldingItem, PersonItem } from '../people.queries.js';
import type { JoinedSignIn } from '../providers/joined-sign-ins.js';
import type { SessionItem } from '../session.service.js';
import { sayDays, sayInstant, sayRole, sayWaiting } from './say.js';

/** A role in a list. */
export interface RoleView {
  id: string;
  words: string;
  days: string;
  /** “Ended” or “Not yet”; empty for what is held today. */
  state: string;
}

export interface AccountView {
  name: string;
  email: string;
  /** In which role they act; empty where they hold none. */
  acting: string;
  /** Whether that role waits for a second step. */
  isWaiting: boolean;
  /** Whether they signed in by a link from an e-mail. */
  isByLink: boolean;
  /** Without one they sign in by their organisation, or by a link. */
  hasPassword: boolean;
  signIns: SignInView[];
  /** Roles to choose from; empty where there is no choice. */
  choices: { value: string; text: string; checked: boolean }[];
  roles: RoleView[];
  sessions: { id: string; device: string; begun: string; seen: string; isPresent: boolean }[];
  problems: FormProblem[];
}

/** A sign-in at work that opens an account. */
export interface SignInView {
  id: string;
  name: string;
  since: string;
}

export const presentSignIn = ({ id, name, since }: JoinedSignIn): SignInView => ({
  ...{ id, name, since: sayInstant(since) },
});

export function presentAccount(
  { acting, waiting, session }: Actor,
  { name, email, holdings, hasPassword }: PersonItem,
  sessions: readonly SessionItem[],
  signIns: readonly JoinedSignIn[],
  problems: FormProblem[],
): AccountView {
  const { onlyRole } = session;
  const known = holdings.filter(({ role }) => onlyRole === null || role === onlyRole);
  const held = known.filter(({ state }) => state === 'held');
  const chosen = (acting ?? waiting)?.holdingId;
  const others = held.filter(({ id }) => id !== chosen);
  return {
    ...{ name, email, problems, isWaiting: waiting !== null, roles: known.map(presentRole) },
    acting: acting ? sayRole(acting) : waiting ? sayWaiting(waiting) : '',
    ...{ isByLink: onlyRole !== null, hasPassword, signIns: signIns.map(presentSignIn) },
    choices: (others.length > 0 ? held : []).map((holding) => ({
      ...{ value: holding.id, text: sayRole(holding), checked: holding.id === chosen },
    })),
    sessions: sessions.map(({ id, device, begunAt, seenAt }) => ({
      ...{ id, device, begun: sayInstant(begunAt), seen: sayInstant(seenAt), isPresent: id === session.id },
    })),
  };
}

const STATES = { held: '', 'to come': 'Not yet', over: 'Ended' } as const;

export const presentRole = (holding: HoldingItem): RoleView => ({
  ...{ id: holding.id, words: sayRole(holding), days: sayDays(holding.fromOn, holding.untilOn) },
  state: STATES[holding.state],
});
