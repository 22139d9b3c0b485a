import type { PlanImpactLevel, PlanResponse, PlanScope } from '../preview.js';

/** Answers to a recommendation (rule 13 of docs/spreadsheets.md), the narrower ones first. Small letters. */
export const RESPONSE_PATTERNS: readonly (readonly [response: PlanResponse, pattern: RegExp])[] = [
  [
    'accepted-in-part',
    /^(?:partly|partially|partial|in part|(?:accepted?|agreed?|yes)[ ,–-]*\(?(?:in part|partly|partially|in principle)\)?)(?: (?:accepted|agreed))?\b/,
  ],
  ['not-accepted', /^(?:no|n|not (?:accepted|agreed)|rejected?|declined|refused|disagreed?)\b/],
  [
    'awaiting',
    /^(?:awaiting|awaited|pending|outstanding|no response(?: yet)?|not (?:yet )?(?:received|answered|known)|tbc|to be confirmed)\b/,
  ],
  ['accepted', /^(?:yes|y|(?:fully )?(?:accepted?|agreed?))\b/],
];

/** The ladder of impact (rule 13). */
export const IMPACT_PATTERNS: readonly (readonly [level: PlanImpactLevel, pattern: RegExp])[] = [
  ['activity', /^activit(?:y|ies)\b/],
  ['policy-or-training', /^(?:policy|policies|training)\b/],
  ['practice', /^practice\b/],
  ['outcome', /^outcomes?\b/],
];

export const PLAN_SCOPE_WORDS: readonly (readonly [scope: PlanScope, pattern: RegExp])[] = [
  ['local', /^local(?:ly)?\b/],
  ['regional', /^regional(?:ly)?\b/],
  ['national', /^national(?:ly)?\b/],
];
