import type { AnswerKind } from '../../imports/answers.js';
import type { DifferenceField, RowState } from '../../imports/plan-differences.js';
import type { NotTakenReason } from '../../imports/read-import.js';
import type { ColumnField, LeftOutReason, QuestionCode, SheetLeftOutReason } from '../../sheets/preview.js';

/** What a spreadsheet is asked about, in the words of its page. */
interface QuestionWords {
  /** What was seen, and what is taken of it unless somebody says otherwise. */
  readonly means: string;
  /** Above the field with the answer. */
  readonly asks?: string;
}

export const QUESTION_WORDS: Readonly<Record<QuestionCode, QuestionWords>> = {
  'number-used-twice': {
    means: 'Two different recommendations have this number. Both are kept, each as its own.',
  },
  'hidden-row': { means: 'This row is hidden in the sheet. It is read like any other.' },
  'date-not-read': {
    means: 'This could not be read as a date. It is kept as it is written.',
    asks: 'Which date is meant?',
  },
  'date-order-unclear': {
    means: 'This can be read with the day or with the month first. The day was taken to come first.',
    asks: 'Which date is meant?',
  },
  'number-read-as-date': {
    means:
      'This is a plain number in a column of dates. It was read as the date that Excel keeps as this number.',
    asks: 'Which date is meant?',
  },
  'completed-without-date': {
    means: 'This is completed, and the row does not say when.',
    asks: 'When was it completed?',
  },
  'status-from-colour': {
    means:
      'There is no status in words, so how far an action is was taken from its colour and the key of the sheet.',
  },
  'status-from-progress': {
    means: 'Where a row has progress but no status, the action was taken to be in progress.',
  },
  'status-not-known': { means: 'This status is none that we know.', asks: 'What does it mean?' },
  'status-and-date-differ': {
    means: 'The status and the date of completion say different things.',
    asks: 'How far is it?',
  },
  'status-and-percent-differ': {
    means: 'The status and the percentage say different things.',
    asks: 'How far is it?',
  },
  'rag-text-and-colour-differ': {
    means: 'The cell says one colour and is filled with another. The word was kept.',
    asks: 'How far is it?',
  },
  'agency-not-known': {
    means: 'This is not in your list of agencies.',
    asks: 'Which agency is it?',
  },
  'update-in-the-future': {
    means:
      'This update is dated after the plan’s own date. It is entered as of today if that day is still to come.',
  },
  'refused-without-reason': {
    means: 'This was not accepted, and the cell does not say why.',
    asks: 'Why was it not accepted?',
  },
  'response-not-read': { means: 'This is no response that we know.', asks: 'What does it mean?' },
  'responses-differ': {
    means:
      'Rows of this recommendation give different responses. The first is taken; this one is kept as a note.',
  },
  'formula-without-result': {
    means:
      'This cell holds a formula without a result. Open the file in Excel, save it and send it again to have it read.',
  },
  'error-value': { means: 'This cell holds an error of Excel. It is kept as it is written.' },
  'looks-garbled': { means: 'Some letters look wrongly decoded. They are kept as they are.' },
  'no-action-column': {
    means: 'No column of actions was found, so recommendations are followed without actions.',
  },
};

export const LEFT_OUT_WORDS: Readonly<Record<LeftOutReason, string>> = {
  section: 'A heading within the plan: kept with the recommendations below it',
  'repeated-heading': 'The headings again',
  total: 'A total',
  footnote: 'A footnote',
  'struck-through': 'Struck through',
};

export const SHEET_LEFT_OUT_WORDS: Readonly<Record<SheetLeftOutReason, string>> = {
  hidden: 'The sheet is hidden',
  key: 'It explains the colours, and was used for that',
  'no-headings': 'No row with the headings of a plan was found',
  empty: 'It is empty',
};

export const COLUMN_WORDS: Readonly<Record<ColumnField, string>> = {
  number: 'Number of the recommendation',
  recommendation: 'Recommendation',
  ref: 'Number of the action',
  action: 'Action',
  agency: 'Agency',
  officer: 'Person who owns the action',
  due: 'Due date',
  originalDue: 'Original due date',
  progress: 'Progress or updates',
  status: 'Status',
  rag: 'Red, amber or green',
  completed: 'Date of completion',
  response: 'Response to the recommendation',
  scope: 'Local, regional or national',
  milestones: 'Milestones',
  evidence: 'Evidence',
  impact: 'Impact',
  review: 'Which review it is from',
  note: 'Something else: kept as a note',
};

export const ROW_WORDS: Readonly<Record<RowState, string>> = {
  new: 'New',
  changed: 'Changed',
  same: 'Same',
  'left-out': 'Left out',
};

export const FIELD_WORDS: Readonly<Record<DifferenceField, string>> = {
  text: 'Action',
  agency: 'Lead agency',
  supporting: 'Supporting agencies',
  owner: 'Owner',
  due: 'Due date',
  delivery: 'Status',
  completedOn: 'Completed on',
  update: 'Update',
  milestone: 'Milestone',
  evidence: 'Evidence',
  response: 'Response',
};

export const NOT_TAKEN_WORDS: Readonly<Record<NotTakenReason, string>> = {
  closed: 'The item is closed. Reopen it first, and send the spreadsheet again',
  'audit-lead-only': 'Only the audit lead decides this',
  'not-from-sheets': 'This is changed on the page of the item, not in a spreadsheet',
};

/** Under which beginning of its name a field of the page holds an answer of each kind. */
export const ANSWERED_IN_WORDS: ReadonlySet<AnswerKind> = new Set([
  'agencies',
  'status-words',
  'response-words',
]);
