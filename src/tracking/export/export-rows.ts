import type { SheetCell } from '../../platform/office/workbook.js';
import type { KnownDay } from '../day.js';
import { sayNumber, sayOrigin } from '../reports/progress-table.js';
import { dayCell } from '../reports/formats/xlsx.js';
import { sayResponses } from '../reports/say.js';
import { lastWords, type TrackedAction, type TrackedItemAnswer } from '../tracked-item.model.js';
import { DELIVERY_WORDS, IMPACT_WORDS, JUDGEMENT_WORDS } from '../tracking.js';
import { EXPORT_COLUMNS, EXPORT_SEPARATOR, type ExportField } from './export-columns.js';

type ExportRow = Record<ExportField, SheetCell>;

/** One row an action, or one an item without: in the order of the columns. */
export function* exportRows(items: Iterable<TrackedItemAnswer>): Iterable<SheetCell[]> {
  for (const item of items) {
    const actions = item.actions.length > 0 ? item.actions : [null];
    for (const action of actions) {
      const row: ExportRow = { ...itemCells(item), ...(action ? actionCells(action) : NO_ACTION) };
      yield EXPORT_COLUMNS.map(({ key }) => row[key]);
    }
  }
}

type ActionField =
  Extract<(typeof EXPORT_COLUMNS)[number], { of: 'action' }>['key'] | 'actionId' | 'actionVersion';

const itemCells = (item: TrackedItemAnswer): Omit<ExportRow, ActionField> => ({
  ...{ item: item.ref, review: sayOrigin(item), number: sayNumber(item) },
  ...{ recommendation: item.text, responses: sayResponses(item).join('\n') },
  impact: impactCell(item),
  ...{ judgement: JUDGEMENT_WORDS[item.judgement], itemId: item.id, itemVersion: item.version },
});

/** Begins with a word of the ladder, by which it is read again. */
function impactCell({ impact, impactEvidence: { text } }: TrackedItemAnswer): SheetCell {
  if (impact === 'none') return text;
  return text ? `${IMPACT_WORDS[impact]}: ${text}` : IMPACT_WORDS[impact];
}

function actionCells(action: TrackedAction): Pick<ExportRow, ActionField> {
  const update = lastWords(action.updates);
  return {
    ...{ ref: action.ref, action: action.text, agency: action.agency?.name ?? null },
    supporting: action.supporting.map(({ name }) => name).join(EXPORT_SEPARATOR),
    ...{ owner: action.owner?.name ?? null, email: action.owner?.email ?? null },
    ...{ originalDue: knownCell(action.originalDue), due: knownCell(action.due) },
    ...{ delivery: DELIVERY_WORDS[action.delivery], completed: exactCell(action.completedOn) },
    ...{ update: update?.text ?? null, updatedOn: exactCell(update?.on ?? null) },
    ...{ actionId: action.id, actionVersion: action.version },
  };
}

const NO_ACTION: Pick<ExportRow, ActionField> = {
  ...{ ref: null, action: null, agency: null, supporting: null, owner: null, email: null, originalDue: null },
  ...{ due: null, delivery: null, completed: null, update: null, updatedOn: null, actionId: null },
  actionVersion: null,
};

const knownCell = (day: KnownDay | null): SheetCell => (day === null ? null : dayCell(day));
const exactCell = (on: string | null): SheetCell => (on === null ? null : { on, precision: 'day' });
