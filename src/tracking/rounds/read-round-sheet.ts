import { Injectable } from '@nestjs/common';
import { sayList } from '../../platform/text/words.js';
import { formatDay, type DayPrecision } from '../day.js';
import { exportedRow, saidUnder } from '../imports/exported-rows.js';
import {
  differencesOf,
  newUpdates,
  type Difference,
  type DifferenceField,
} from '../imports/plan-differences.js';
import { ReadImport } from '../imports/read-import.js';
import type { PlanAction } from '../sheets/preview.js';
import type { TrackedAction } from '../tracked-item.model.js';
import type { Delivery } from '../tracking.js';
import { answering } from './round-answers.js';
import { REASON_HEADING, UNCHANGED_HEADING } from './round-sheet.js';
import type { UpdateLink } from './update-links.js';

/** What a workbook says of one action. */
export interface SheetAnswer {
  isUnchanged: boolean;
  text?: string;
  /** As `parseDay` reads it. */
  on?: string;
  to?: Delivery;
  due?: string;
  reason?: string;
}

/** A workbook of somebody's own actions, as it came back. */
export interface RoundSheetReading {
  /** What is new in it, by the id of the action. */
  answers: Map<string, SheetAnswer>;
  /** What of it is not taken, and why. */
  notes: string[];
}

/** Fields that whoever owns an action says something of. */
const ANSWERED: ReadonlySet<DifferenceField> = new Set(['due', 'delivery', 'completedOn', 'update'] as const);

/** Reads the workbook that came with the e-mail, and changes nothing. */
@Injectable()
export class ReadRoundSheet {
  constructor(private readonly reading: ReadImport) {}

  /**
   * @returns null for a spreadsheet that is not one of the library’s own
   * @throws SheetRefused for what is no spreadsheet, or too much of one
   */
  async read(
    { partnership, owner }: UpdateLink,
    actions: readonly TrackedAction[],
    file: { bytes: Buffer; name: string },
  ): Promise<RoundSheetReading | null> {
    const who = answering(partnership, owner);
    const preview = await this.reading.exported(who, file);
    if (!preview) return null;
    const own = new Map(actions.map((action) => [action.id, action]));
    const found: RoundSheetReading = { answers: new Map(), notes: [] };
    for (const given of preview.recommendations.flatMap((one) => one.actions)) {
      const action = own.get(exportedRow(given.notes)?.action ?? '');
      if (!action) {
        found.notes.push(
          `Row ${given.row} is none of the actions that are asked of you here: it is left out.`,
        );
        continue;
      }
      const all = differencesOf({ given, action });
      const { differences, conflicts } = await this.reading.conflictsOf(who, { given, action }, all);
      found.notes.push(...notesOn(action, differences, conflicts));
      const answer = answerOf(given, action, new Set(differences.map(({ field }) => field)));
      if (answer) found.answers.set(action.id, answer);
    }
    return found;
  }
}

function notesOn(
  { ref }: TrackedAction,
  differences: readonly Difference[],
  conflicts: readonly Difference[],
): string[] {
  const say = (list: readonly Difference[]): string =>
    sayList([...new Set(list.map(({ field }) => FIELDS[field]))]);
  const others = differences.filter(({ field }) => !ANSWERED.has(field));
  return [
    ...(others.length > 0
      ? [
          `Action ${ref}: the ${say(others)} cannot be changed here. What the spreadsheet says of it is left out.`,
        ]
      : []),
    ...(conflicts.length > 0
      ? [
          `Action ${ref}: the ${say(conflicts)} was changed in the library after the spreadsheet was made, and stays.`,
        ]
      : []),
  ];
}

const FIELDS: Readonly<Record<DifferenceField, string>> = {
  ...{ text: 'wording', agency: 'lead agency', supporting: 'supporting agencies', owner: 'owner' },
  ...{ due: 'due date', delivery: 'delivery status', completedOn: 'day of completion', update: 'update' },
  ...{ milestone: 'milestone', evidence: 'evidence', response: 'response' },
};

/** Null where the row says nothing new. */
function answerOf(
  given: PlanAction,
  action: TrackedAction,
  fields: ReadonlySet<DifferenceField>,
): SheetAnswer | null {
  const { notes, delivery, due, completedOn } = given;
  const isUnchanged = /^y/i.test(saidUnder(notes, UNCHANGED_HEADING) ?? '');
  const reason = saidUnder(notes, REASON_HEADING) || undefined;
  const [update] = fields.has('update') ? newUpdates(given, action) : [];
  const to = fields.has('delivery') ? delivery : undefined;
  const other = fields.has('due') && due?.on ? formatDay(known(due.on, due.precision)) : undefined;
  const on = (to === 'completed' ? completedOn : null) ?? update?.on ?? undefined;
  if (!isUnchanged && !reason && !update && !to && !other) return null;
  return { isUnchanged, text: update?.text, on, to, due: other, reason };
}

const known = (on: string, precision: DayPrecision | null): { on: string; precision: DayPrecision } => ({
  ...{ on, precision: precision ?? 'day' },
});
