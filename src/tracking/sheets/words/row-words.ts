/** Rows that are no action, by the words with which they begin (rule 5 of docs/spreadsheets.md). */
export const TOTAL_WORDS =
  /^(?:grand |sub[ -]?)?totals?\b|^(?:sum|count|average|number) of\b|^overall (?:total|percentage|progress)\b/i;

export const FOOTNOTE_WORDS =
  /^(?:\*|†|\^|nb\b|n\.b\.|notes?\s*[:–-]|source\s*:|key\s*:|rag key\b|see (?:also|the|sheet|tab|second)\b|version\b|prepared by\b|last updated\b|updated\s*:|end of (?:plan|document))/i;

export const SECTION_WORDS =
  /^(?:theme|section|part|priority|objective|strand|work ?stream|chapter|area|key theme|outcome|goal|aim|appendix|group)\b[^a-z]*(?:\d|[ivx]+\b|[a-z]\b|[:–-])/i;

/** A row that says of itself that it is a recommendation, even where it is merged over all columns. */
export const RECOMMENDATION_ROW =
  /^(?:recommendation|rec\.?|finding|learning point|lesson)\s*(?:no\.?\s*)?\d+/i;

/** What a letter can look like whose bytes were read in the wrong alphabet. */
export const GARBLED = /â€|Ã[\u0080-\u00bf]|Â[\u00a0-\u00bf]|â„¢|ï¿½|\uFFFD/;
