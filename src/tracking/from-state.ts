import type { Json } from '../audit/audited-change.js';
import { formatDay } from './day.js';
import type { Deed, DeedName } from './entry.js';
import type { ItemState } from './fold.js';

/**
 * What a fact changes, as it stood before it; undefined where it takes the place of nothing.
 * @param stateNow asked only where the fact takes the place of something
 */
export function fromState(stateNow: () => ItemState | null, fact: Deed): Json | undefined {
  const state = REPLACING.has(fact.deed) ? stateNow() : null;
  if (!state) return undefined;
  const action = 'action' in fact ? state.actions.find(({ id }) => id === fact.action) : undefined;
  if (fact.deed === 'response')
    return state.addressees.find(({ agency }) => agency === fact.agency)?.response;
  if (fact.deed === 'delivery') return action?.delivery;
  if (fact.deed === 'due') return action?.due ? formatDay(action.due) : undefined;
  if (fact.deed === 'owner') return action?.owner ?? undefined;
  if (fact.deed === 'lead') return action && { agency: action.agency, supporting: action.supporting };
  if (fact.deed === 'response-due') return state.responseDueOn;
  if (fact.deed === 'impact') return state.impact.level;
  if (fact.deed === 'earlier')
    return state.earlier.find(({ recommendation }) => recommendation === fact.recommendation)?.decision;
  return state.judgement.judgement;
}

const REPLACING: ReadonlySet<DeedName> = new Set([
  ...(['response', 'delivery', 'due', 'owner', 'lead', 'response-due', 'impact', 'earlier'] as const),
  ...(['judgement', 'reopened', 'recheck'] as const),
]);
