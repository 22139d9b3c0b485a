import { ROLE_WORDS } from '../../../platform/http/access/roles.js';
import type { Claims } from '../openid-connect.js';
import type { ProviderRole } from '../identity-provider.entity.js';
import { saysSecondStep } from '../second-step-claims.js';
import type { ProviderWithRules } from '../provider.service.js';

/** Where a provider sends people back to: to be entered there. */
export const backAddress = (origin: string, slug: string): string => `${origin}/sign-in/with/${slug}/back`;

export interface RuleView {
  id: string;
  claim: string;
  /** “Audit lead, Darlington Safeguarding Partnership”. */
  gives: string;
}

export const presentRules = ({ rules }: ProviderWithRules): RuleView[] =>
  rules.map(({ id, claim, role, partnership, agency }) => ({
    ...{ id, claim },
    gives: [ROLE_WORDS[role], agency, partnership].filter(Boolean).join(', '),
  }));

export interface TriedView {
  provider: { slug: string; name: string };
  claims: { name: string; said: string }[];
  gives: string[];
  /** Whether strong roles can be acted in after such a sign-in, and why. */
  secondStep: string;
}

/** What the provider said of whom it sent back, and what that would give them. */
export function presentTry(provider: ProviderWithRules, claims: Claims, given: ProviderRole[]): TriedView {
  const said = (value: string | null | string[]): string =>
    (Array.isArray(value) ? value.join(', ') : value) || 'nothing';
  const ids = new Set(given.map(({ id }) => id));
  return {
    provider: { slug: provider.slug, name: provider.name },
    claims: [
      { name: 'iss (who says it)', said: claims.iss },
      { name: 'sub (of whom)', said: claims.sub },
      { name: 'name', said: said(claims.name) },
      { name: 'email', said: said(claims.email) },
      { name: 'roles', said: said(claims.roles) },
      { name: 'amr (how they signed in)', said: said(claims.amr) },
    ],
    gives: presentRules(provider).flatMap(({ id, gives }) => (ids.has(id) ? [gives] : [])),
    secondStep: saysSecondStep(claims.amr) ? SAID : provider.asksSecondStep ? SET : MISSING,
  };
}

const SAID = 'It says that it asked you for a second step (amr).';
const SET =
  'It does not say whether it asked you for a second step. The settings here say that it always does.';
const MISSING =
  'It does not say that it asked you for a second step (amr). Until it does, or until you say in the settings that it always does, nobody who signs in by it acts as administrator, audit lead, approver or editor.';
