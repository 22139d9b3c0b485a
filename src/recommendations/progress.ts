import { codesOf, type ClosedList } from '../platform/text/closed-list.js';

/** How far an action is. */
export const DELIVERY_WORDS = {
  'not-started': 'Not started',
  'in-progress': 'In progress',
  completed: 'Completed',
  stopped: 'Stopped',
} as const satisfies ClosedList;
export type Delivery = keyof typeof DELIVERY_WORDS;

/** How far all actions on a recommendation are; `none` where it has none. */
export const ITEM_DELIVERY_WORDS = { none: 'No action', ...DELIVERY_WORDS } as const satisfies ClosedList;
export type ItemDelivery = keyof typeof ITEM_DELIVERY_WORDS;

/**
 * What the audit lead makes of it. The scheme is that of the National Transportation Safety Board of the United States;
 * `open` is an item that nobody has judged yet.
 */
export const JUDGEMENT_WORDS = {
  open: 'Open, not judged yet',
  'open-acceptable': 'Open – acceptable',
  'open-alternative-acceptable': 'Open – alternative acceptable',
  'open-unacceptable': 'Open – unacceptable',
  'closed-exceeds': 'Closed – exceeds',
  'closed-acceptable': 'Closed – acceptable',
  'closed-alternative-acceptable': 'Closed – alternative acceptable',
  'closed-unacceptable': 'Closed – unacceptable',
  'closed-no-response': 'Closed – no response',
  'closed-reconsidered': 'Closed – reconsidered',
  'closed-no-longer-applicable': 'Closed – no longer applicable',
  'closed-superseded': 'Closed – superseded',
} as const satisfies ClosedList;
export type Judgement = keyof typeof JUDGEMENT_WORDS;
export const JUDGEMENTS = codesOf(JUDGEMENT_WORDS);

/** How far evidence goes that something became better, from nothing up. */
export const IMPACT_WORDS = {
  none: 'None yet',
  activity: 'Activity',
  'policy-or-training': 'Policy or training',
  practice: 'Practice (audited)',
  outcome: 'Outcome for people',
} as const satisfies ClosedList;
export type ImpactLevel = keyof typeof IMPACT_WORDS;
export const IMPACT_LEVELS = codesOf(IMPACT_WORDS);
