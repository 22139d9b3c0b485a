/** The plan's own date above the headings (rule 12 of docs/spreadsheets.md). */
export const PLAN_DATE =
  /\b(?:(?:last )?updated?|as (?:at|of)|position (?:statement )?(?:as )?at|position as of)\b\s*(?:on|at)?\s*[:–-]?\s*/gi;

/** Kinds of review as titles name them. */
export const REVIEW_KINDS =
  /\b(?:LCSPR|CSPR|SCR|SAR|DHR|DARDR|SUSR|CPR|APR|rapid review|serious case review|safeguarding adults? review|domestic homicide review|local child safeguarding practice review|child practice review|thematic review|learning review)\b/i;

/** A person's or family's name in a review. It stands by itself, whatever kind of review it is. */
export const REVIEW_LABEL = /\b(?:Child|Adult|Baby|Family|Young Person|Case)\s+[A-Z][\w-]*\b/;

/** What a title adds to the name of the review. */
export const TITLE_TRIMMINGS =
  /\b(?:(?:multi|single)[ -]agency|joint|combined|partnership|composite|overarching|draft|final|action plans?|improvement plans?|implementation plans?|action tracker|tracker|recommendations?|progress report|update|appendix \w+|annex \w+)\b/gi;
