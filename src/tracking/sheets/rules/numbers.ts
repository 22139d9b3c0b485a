/** A number at the start of a recommendation's text: “Recommendation 1:”, “2.”, “3)”, “1a.”, “R1 –” (rule 3 of docs/spreadsheets.md). */
const NAMED =
  /^(?:recommendation|rec\.?|r)\s*(?:no\.?\s*)?(\d{1,3}(?:\.\d{1,3})*[a-z]?)\b(?:\s*[:.)–—-]+\s*|\s+(?=\S))/i;
const BARE = /^\(?(\d{1,3}(?:\.\d{1,3})*[a-z]?)\s*(?:[:.)]|[–—-](?=\s))\s*(?=\D)/i;
const DOTTED = /^(\d{1,3}(?:\.\d{1,3})+[a-z]?)\s+(?=\p{Lu})/u;

/** Takes the number from the start of a text. */
export function splitNumber(text: string): { number: string | null; text: string } {
  const match = NAMED.exec(text) ?? BARE.exec(text) ?? DOTTED.exec(text);
  const rest = match ? text.slice(match[0].length).trim() : '';
  return match && rest ? { number: match[1]!, text: rest } : { number: null, text };
}

/** What stands in a number column, without the word that the heading says already: “Recommendation 3:” is “3”. */
export function tidyNumber(written: string): string {
  const short = written
    .replace(/^(?:recommendation|rec\.?|action|no\.?)\s*(?=\d)/i, '')
    .replace(/\s*[.):]$/, '');
  return short || written;
}

/** Short, with a digit, or letters alone: what a number column holds, and a section's title does not. */
export const looksLikeNumber = (text: string): boolean =>
  text.length <= 30 &&
  !/\n/.test(text) &&
  (/^[^\s]*\d[^\s]*$/.test(text) ||
    /^(?:recommendation|rec\.?|action|no\.?|finding|[a-z]{1,6})\s*[\d.]+[a-z]?[.:)]?$/i.test(text) ||
    /^[a-z]{1,2}[.)]?$/i.test(text) ||
    /^[ivx]+[.)]?$/i.test(text));

/** Whether the second number is a part of the first: 1 and 1.1. */
export const isParentOf = (parent: string, child: string): boolean =>
  child.startsWith(`${parent.replace(/[.):]$/, '')}.`) &&
  child.length > parent.length + (parent.endsWith('.') ? 0 : 1);
