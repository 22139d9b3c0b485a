import { readGrid } from './formats/read-grid.js';
import type { FileEncoding } from './formats/decode-text.js';
import type { Grid } from './grid/grid.js';
import type { GivenForPlan, PlanNote, PlanPreview, SheetSummary } from './preview.js';
import { PlanAgencies } from './rules/plan-agencies.js';
import { ColourKey } from './rules/colour-key.js';
import { countPlan } from './rules/count.js';
import { noteOf } from './rules/note-list.js';
import { openSheet, readSheet, titlesOf, type PlanSheet, type ReadSheet } from './rules/read-sheet.js';
import { planDateIn, reviewIn } from './rules/titles.js';
import { WordsGiven } from './rules/words-given.js';

/**
 * Reads an action plan out of a spreadsheet, by the rules of docs/spreadsheets.md, in this very thread: `PlanReader` does it beside,
 * within limits. Nothing is stored, fetched or run.
 * @throws SheetRefused when the file is no spreadsheet that can be read
 */
export async function previewPlan(
  bytes: Buffer,
  fileName: string,
  given: GivenForPlan,
  /** Is called when the file has proved to be a spreadsheet of reasonable size. */
  onCells?: () => void,
): Promise<PlanPreview> {
  const grid = await readGrid(bytes, fileName);
  onCells?.();
  return previewGrid(grid, fileName, given);
}

function previewGrid(grid: Grid, fileName: string, given: GivenForPlan): PlanPreview {
  const { columns: mapping, words } = given.mapping ?? {};
  const found = grid.sheets.map((sheet) => openSheet(sheet, undefined));
  // Only where no headings are known does a mapping say that a sheet is a plan: others beside one are none.
  const isPlan = found.some((plan) => typeof plan !== 'string');
  const opened = isPlan ? found : grid.sheets.map((sheet) => openSheet(sheet, mapping));
  const plans = opened.filter((plan): plan is PlanSheet => typeof plan !== 'string');
  const titles = plans.flatMap(titlesOf);
  const asOf = given.asOf ?? planDateIn(titles);
  const context = {
    ...{ agencies: new PlanAgencies(given.agencies, words), words: new WordsGiven(words), asOf },
    ...{ colours: coloursOf(grid, plans), mapping, from1904: grid.from1904 },
  };
  const read = new Map(plans.map((plan) => [plan, readSheet(plan, context)]));
  const sheets = opened.map((plan, at): SheetSummary =>
    typeof plan === 'string'
      ? { name: grid.sheets[at]!.name, read: false, why: plan }
      : read.get(plan)!.summary,
  );
  return assemble(fileName, given.review ?? reviewIn(titles), asOf, grid, sheets, [...read.values()]);
}

/** What colours mean: sheets that are no plan first, then what stands around the tables. */
function coloursOf(grid: Grid, plans: readonly PlanSheet[]): ColourKey {
  const key = new ColourKey();
  const read = new Set(plans.map(({ sheet }) => sheet));
  for (const sheet of grid.sheets) if (!read.has(sheet)) key.add(sheet.rows);
  for (const { view, found } of plans) {
    const above = found.rows[0]!;
    const last = view.rows.findLast((row) => view.own(row).length > 2)?.number ?? 0;
    key.add(view.rows.filter(({ number }) => number < above || number > last));
  }
  return key;
}

function assemble(
  file: string,
  review: string | null,
  asOf: string | null,
  { encoding, separator }: Grid,
  sheets: SheetSummary[],
  read: readonly ReadSheet[],
): PlanPreview {
  const recommendations = read.flatMap(({ list }) => list.all);
  const leftOut = read.flatMap((sheet) => sheet.leftOut);
  const questions = read.flatMap((sheet) => sheet.questions);
  const reviews = reviewsByNumber(read);
  return {
    ...{ file, review, asOf },
    ...(reviews ? { reviews } : {}),
    ...(encoding ? { encoding: encoding as FileEncoding, separator: separator ?? ',' } : {}),
    ...{ sheets, recommendations, leftOut, questions },
    counts: countPlan({ recommendations, leftOut, questions }),
  };
}

/** The review of each recommendation by its number. One without a number, or whose number another review has, keeps it as a note. */
function reviewsByNumber(read: readonly ReadSheet[]): Record<string, string> | null {
  const all = read.flatMap(({ list }) => [...list.reviews]);
  const reviews = new Map<string, string>();
  for (const [recommendation, entry] of all) {
    const { number } = recommendation;
    const taken = number === null || (reviews.get(number) ?? entry.text) !== entry.text;
    if (taken) recommendation.notes.push(noteOf(entry, entry.text) satisfies PlanNote);
    else reviews.set(number, entry.text);
  }
  return all.length ? Object.fromEntries(reviews) : null;
}
