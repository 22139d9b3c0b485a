import { datesIn } from '../dates/written-dates.js';
import { PLAN_DATE, REVIEW_KINDS, REVIEW_LABEL, TITLE_TRIMMINGS } from '../words/title-words.js';

/** The plan's own date above the headings: “updated”, “as at”, “position at” (rule 12 of docs/spreadsheets.md). */
export function planDateIn(titles: readonly string[]): string | null {
  const text = titles.join('\n');
  for (const match of text.matchAll(PLAN_DATE)) {
    const end = match.index + match[0].length;
    const [found] = datesIn(text.slice(end, end + 40), 'day-first');
    if (found?.date && found.at <= 2) return found.date.on;
  }
  return null;
}

/** The review that the titles name: “LCSPR Child R7 – Multi-agency action plan” is about Child R7. Shown, and for people to change. */
export function reviewIn(titles: readonly string[]): string | null {
  const parts = titles.flatMap((title) => title.split(/\s[–—-]\s|[:|\n]/));
  const named =
    parts.find((part) => REVIEW_KINDS.test(part) && nameIn(part)) ??
    parts.find((part) => REVIEW_LABEL.test(part));
  return named ? nameIn(named) : null;
}

function nameIn(part: string): string | null {
  const label = REVIEW_LABEL.exec(part)?.[0];
  if (label) return label;
  const name = part
    .replace(TITLE_TRIMMINGS, ' ')
    .replace(/['‘’"“”]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return name.replace(REVIEW_KINDS, '').replace(/[\s\d()]/g, '') && name.length <= 60 ? name : null;
}
