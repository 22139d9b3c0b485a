import type { PlanDelivery } from '../preview.js';

/**
 * Words with which a status begins (rule 9 of docs/spreadsheets.md), the narrower ones first: “part done” is not “done”. They count in
 * a column of states and at the start of the latest progress. Small letters.
 */
export const STATUS_WORDS: readonly (readonly [delivery: PlanDelivery, pattern: RegExp])[] = [
  ['in-progress', /^(?:completed?|done|achieved|implemented) (?:in part|partially|partly)\b/],
  [
    'in-progress',
    /^(?:part|partly|partially|mostly|nearly|almost)[ -]+(?:done|completed?|achieved|implemented|met|closed)\b/,
  ],
  ['completed', /^(?:now |fully |action |all )?(?:completed?|done|closed|achieved|implemented)\b(?! by\b)/],
  [
    'in-progress',
    /^(?:work |action )?(?:is )?(?:in[ -]?progress|on[ -]?going|on[ -]track|off[ -]track|on[ -]hold|started|under[ -]?way)\b/,
  ],
  ['in-progress', /^phase (?:\d|one|two|three|four|i)/],
  ['not-started', /^(?:not (?:yet )?(?:started|due)|planned)\b/],
  [
    'stopped',
    /^(?:no longer (?:required|needed|applicable|relevant|being (?:pursued|progressed)|proceeding)|superseded|withdrawn|stopped)\b/,
  ],
];

/** Further words that only a column of states makes sure of: in running text “delivered” or “scheduled” may say anything. */
export const STATE_COLUMN_WORDS: readonly (readonly [delivery: PlanDelivery, pattern: RegExp])[] = [
  ['in-progress', /^partial(?:ly)?\b/],
  [
    'completed',
    /^(?:fully )?(?:delivered|finished|embedded|discharged|signed[ -]off|actioned|met|resolved|concluded)\b/,
  ],
  [
    'in-progress',
    /^(?:commenced|begun|active|live|progressing|being progressed|work in progress|wip|developing|in development)\b/,
  ],
  [
    'in-progress',
    /^(?:delayed|behind(?: schedule)?|slipp(?:ed|ing)|at risk|paused|on (?:schedule|target|course|plan)|some progress|good progress)\b/,
  ],
  [
    'not-started',
    /^(?:(?:yet )?to (?:be )?(?:start|started|commence|do)|not (?:yet )?(?:begun|commenced)|scheduled|no progress)\b/,
  ],
  [
    'stopped',
    /^(?:cancell?ed|abandoned|discontinued|not (?:progressing|being progressed|taken forward)|no further action|merged (?:with|into))\b/,
  ],
];

/** Our own words: a state that says just this is kept as the delivery alone; any other is kept as a note too. */
export const OUR_STATES: ReadonlySet<string> = new Set([
  'complete',
  'completed',
  'in progress',
  'not started',
  'stopped',
]);

/** In a completion column these say that it is completed, without saying when. */
export const COMPLETED_ANSWERS: ReadonlySet<string> = new Set(['yes', 'y', '✓', '✔', 'x']);

/** What each judgement that somebody gives a word means for the action itself. */
export const DELIVERY_OF_JUDGEMENT: Readonly<Record<string, PlanDelivery>> = {
  'open-acceptable': 'in-progress',
  'open-alternative-acceptable': 'in-progress',
  'open-unacceptable': 'in-progress',
  'closed-exceeds': 'completed',
  'closed-acceptable': 'completed',
  'closed-alternative-acceptable': 'completed',
  'closed-unacceptable': 'stopped',
  'closed-no-response': 'stopped',
  'closed-reconsidered': 'stopped',
  'closed-no-longer-applicable': 'stopped',
  'closed-superseded': 'stopped',
};
