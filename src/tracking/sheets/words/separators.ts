/** What parts agencies in a cell (rule 11 of docs/spreadsheets.md): these always, where the whole is not itself a known name. */
export const SURE_SEPARATORS = /\s*[\n;/|]\s*|\s*•\s*/;

/** These only where every part is a known name: they stand inside names too. */
export const UNSURE_SEPARATOR = /\s*,\s*(?:and\s+|&\s*)?|\s*&\s*|\s+and\s+/gi;

/** What a cell adds to the name of an agency: which of several leads. */
export const OFFICER_ROLES =
  /^(?:joint |co-?)?(?:lead|support(?:ing)?)(?: agenc(?:y|ies))?\s*[:–-]\s*|\s*\((?:joint |co-?)?(?:lead|support(?:ing)?)\)\s*$/gi;

/** Between an agency and its officer. */
export const OFFICER_DASH = /\s+[-–—]\s*|\s*[–—]\s+|\s*:\s+/g;

export const IN_BRACKETS = /^(.+?)\s*\(([^()]+)\)$/;
