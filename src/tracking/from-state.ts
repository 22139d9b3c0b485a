import type { Json } from '../audit/audited-change.js';
import { formatDay } from './day.js';
import type { Deed } from './entry.js';
import type { ItemState } from './fold.js';

/** What a fact changes, as it stood before it; undefined where it takes the place of nothing. */
export function fromState(state: ItemState | null, fact: Deed): Json | undefined {
  if (!state) return undefined;
  const action = 'action' in fact ? state.actions.find(({ id }) => id === fact.action) : undefined;
  switch (fact.deed) {
    case 'response':
      return state.addressees.find(({ agency }) => agency === fact.agency)?.response;
    case 'response-due':
      return state.responseDueOn;
    case 'delivery':
      return action?.delivery;
    case 'due':
      return action?.due ? formatDay(action.due) : undefined;
    case 'owner':
      return action?.owner ?? undefined;
    case 'lead':
      return action && { agency: action.agency, supporting: action.supporting };
    case 'impact':
      return state.impact.level;
    case 'judgement':
    case 'reopened':
    case 'recheck':
      return state.judgement.judgement;
    default:
      return undefined;
  }
}
