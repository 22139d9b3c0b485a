import type { Actor } from '../../../platform/http/access/actor.js';
import type { FormProblem } from '../../../platform/pages/form-problem.js';
import { sayInstant, sayRole } from '../../web/say.js';
import { groupsOf, pictureOf } from '../one-time-code.js';
import type { FactorOffer, FactorState } from '../second-factors.service.js';

export interface SecondStepView extends SecondStep {
  /** Where they wanted to go. */
  to: string;
  /** “Step 2 of 5”, of setting the library up; empty on any other way. */
  step: string;
  problems: FormProblem[];
}

interface SecondStep {
  /** The role that waits for it; empty where none does. */
  waiting: string;
  /** The sign-in of their organisation that vouched for them; empty for a password. */
  provider: string;
  /** Since when it is on; empty where it is off. */
  since: string;
  codesLeft: number;
  /** What to set up; null where there is nothing. */
  offer: { sealed: string; groups: string[]; picture: string } | null;
}

export const presentSecondStep = (
  { waiting, session }: Actor,
  email: string,
  state: FactorState | null,
  offer: FactorOffer | null,
): SecondStep => ({
  ...{ waiting: waiting ? sayRole(waiting) : '', provider: session.provider?.name ?? '' },
  ...{ since: state ? sayInstant(state.since) : '', codesLeft: state?.codesLeft ?? 0 },
  offer: offer && {
    ...{ sealed: offer.sealed, groups: groupsOf(offer.secret), picture: pictureOf(offer.secret, email) },
  },
});
