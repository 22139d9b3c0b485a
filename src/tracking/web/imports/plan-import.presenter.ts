import { sayPartialDate } from '../../../platform/dates/partial-date.js';
import { londonDay } from '../../../platform/dates/london-day.js';
import type { FormProblem } from '../../../platform/pages/form-problem.js';
import type { ListedAgency } from '../../agency-list.js';
import { formatDay } from '../../day.js';
import { isAuditLead, type Follower } from '../../follower.js';
import { IMPORT_STATE_WORDS } from '../../imports/import-state.js';
import type { Difference, PreviewRow } from '../../imports/plan-differences.js';
import type { ImportSummary, ImportView } from '../../imports/plan-imports.service.js';
import type { PlanAction, PlanPreview, SheetSummary } from '../../sheets/preview.js';
import { DELIVERY_WORDS, RESPONSES, RESPONSE_WORDS } from '../../tracking.js';
import type { Frame } from '../frame.presenter.js';
import { saySomeDay } from '../typed-day.js';
import type { SendForm } from './plan-import.forms.js';
import { FIELD, fieldPlace } from './plan-import.forms.js';
import {
  COLUMN_WORDS,
  FIELD_WORDS,
  LEFT_OUT_WORDS,
  NOT_TAKEN_WORDS,
  ROW_WORDS,
  SHEET_LEFT_OUT_WORDS,
} from './import-words.js';
import { presentQuestions, type ChoiceView, type QuestionView } from './question.presenter.js';
import { counted, sayPlace } from './say.js';

export interface ImportsPage {
  frame: Frame;
  /** For an agency lead: the one agency of which something is taken. */
  agency: string | null;
  given: SendForm;
  problems: FormProblem[];
  imports: { href: string; name: string; state: string; facts: string[] }[];
}

export function presentImports(
  { agency }: Follower,
  frame: Frame,
  imports: readonly ImportSummary[],
  given: SendForm,
  problems: FormProblem[],
): ImportsPage {
  return {
    ...{ frame, agency: agency?.name ?? null, given, problems },
    imports: imports.map(({ id, state, fileName, review, madeAt, entries }) => {
      const sent = sayPartialDate(londonDay(madeAt));
      return {
        ...{ href: `/tracking/imports/${id}`, name: fileName ?? `Spreadsheet of ${sent}` },
        state: IMPORT_STATE_WORDS[state],
        facts: [
          `Sent on ${sent}`,
          ...(review ? [review] : []),
          ...(entries > 0 ? [counted(entries, 'entry', 'entries')] : []),
        ],
      };
    }),
  };
}

interface ColumnView {
  id: string;
  name: string;
  was: { name: string; value: string };
  heading: string;
  samples: string[];
  choices: ChoiceView[];
}

interface ConflictView {
  id: string;
  name: string;
  title: string;
  library: string;
  sheet: string;
  take: 'library' | 'sheet';
}

interface RowView {
  place: string;
  state: string;
  colour: string;
  action: string | null;
  facts: string[];
  changes: { field: string; before: string; now: string }[];
  isAsked: boolean;
}

interface GroupView {
  title: string;
  of: string;
  rows: RowView[];
}

export interface ImportPage {
  frame: Frame;
  id: string;
  title: string;
  state: ImportView['state'];
  said: string;
  agency: string | null;
  facts: string[];
  problems: FormProblem[];
  counts: { number: number; text: string; href: string }[];
  sheets: { name: string; columns: ColumnView[] }[];
  questions: QuestionView[];
  /** How many come once these are saved. */
  later: number;
  notices: { place: string; means: string; text: string }[];
  conflicts: ConflictView[];
  notTaken: { place: string; what: string; why: string }[];
  groups: GroupView[];
  parts: { number: number; current: boolean }[];
  leftOut: { place: string; text: string; why: string }[];
  unread: { name: string; why: string }[];
  notOwn: string;
  made: { said: string; items: { text: string; href: string }[]; others: number } | null;
  /** Whether there is anything to bring in. */
  hasNews: boolean;
}

interface Shown {
  frame: Frame;
  agencies: readonly ListedAgency[];
  items: { id: string; ref: number }[];
  part?: number;
  problems?: FormProblem[];
  typed?: ReadonlyMap<string, string>;
}

const ROWS_AT_ONCE = 200;
const LINKS_AT_ONCE = 60;
/** The rest comes once these are decided in the library’s favour or the sheet’s, and the file is sent again. */
const CONFLICTS_AT_ONCE = 50;

export function presentImport(who: Follower, view: ImportView, shown: Shown): ImportPage {
  const { preview, rows, state } = view;
  const common = {
    ...{
      frame: shown.frame,
      id: view.id,
      state,
      said: IMPORT_STATE_WORDS[state],
      agency: who.agency?.name ?? null,
    },
    ...{
      title: preview?.file ?? 'Spreadsheet',
      problems: shown.problems ?? [],
      made: presentMade(view, shown),
    },
  };
  if (!preview) return { ...common, ...EMPTY };
  const part = Math.min(Math.max(1, shown.part ?? 1), Math.max(1, Math.ceil(rows.length / ROWS_AT_ONCE)));
  const { asked, later, notices } = presentQuestions(view, {
    ...{ agencies: shown.agencies, entersAgencies: isAuditLead(who), typed: shown.typed ?? new Map() },
  });
  return {
    ...common,
    facts: factsOf(preview),
    counts: countsOf(view, asked.length + later),
    // What is said of a column counts for all sheets: those of one plan look alike.
    sheets: preview.sheets
      .filter(({ read }) => read)
      .slice(0, 1)
      .map(sheetOf),
    ...{
      questions: asked,
      later,
      notices,
      conflicts: view.conflicts.slice(0, CONFLICTS_AT_ONCE).map(conflictOf),
    },
    notTaken: view.notTaken.map(({ sheet, row, what, why, item }) => ({
      place: sayPlace(preview, sheet, `row ${row}`) + (item ? `, item ${item}` : ''),
      what: what.map((one) => (FIELD_WORDS as Record<string, string>)[one] ?? one).join(', '),
      why: NOT_TAKEN_WORDS[why],
    })),
    groups: groupsOf(preview, rows.slice((part - 1) * ROWS_AT_ONCE, part * ROWS_AT_ONCE)),
    parts: Array.from({ length: Math.ceil(rows.length / ROWS_AT_ONCE) }, (_, place) => ({
      ...{ number: place + 1, current: place + 1 === part },
    })),
    leftOut: preview.leftOut.map(({ sheet, row, text, why }) => ({
      ...{ place: sayPlace(preview, sheet, `row ${row}`), text, why: LEFT_OUT_WORDS[why] },
    })),
    unread: preview.sheets.flatMap(({ name, read, why }) =>
      read || !why ? [] : [{ name, why: SHEET_LEFT_OUT_WORDS[why] }],
    ),
    notOwn: notOwnOf(view),
    hasNews: rows.some((row) => row.state === 'new' || row.state === 'changed'),
  };
}

const EMPTY = {
  ...{ facts: [], counts: [], sheets: [], questions: [], later: 0, notices: [], conflicts: [], notTaken: [] },
  ...{ groups: [], parts: [], leftOut: [], unread: [], notOwn: '', hasNews: false },
};

function presentMade({ made }: ImportView, { items }: Shown): ImportPage['made'] {
  if (!made) return null;
  const followed = [
    ...(made.items > 0 ? [counted(made.items, 'item', 'items')] : []),
    ...(made.actions > 0 ? [counted(made.actions, 'action', 'actions')] : []),
  ].join(', ');
  const changed = `${counted(made.entries, 'change', 'changes')} of ${counted(made.touched.length, 'item', 'items')}`;
  return {
    said: made.entries === 0 ? 'Nothing in it was new' : `Brought in: ${followed || changed}`,
    items: items
      .slice(0, LINKS_AT_ONCE)
      .map(({ id, ref }) => ({ text: `Item ${ref}`, href: `/tracking/items/${id}` })),
    others: Math.max(0, items.length - LINKS_AT_ONCE),
  };
}

function factsOf({ review, asOf, counts }: PlanPreview): string[] {
  return [
    ...(review ? [`Of ${review}`] : []),
    ...(asOf ? [`As it stood on ${sayPartialDate(asOf)}`] : []),
    counted(counts.recommendations, 'recommendation', 'recommendations'),
    counted(counts.actions, 'action', 'actions'),
  ];
}

function countsOf({ rows, preview, conflicts }: ImportView, questions: number): ImportPage['counts'] {
  const inState = (state: PreviewRow['state']): number => rows.filter((row) => row.state === state).length;
  const leftOut = preview!.leftOut.length + inState('left-out');
  return [
    { number: inState('new'), text: 'new', href: '#rows' },
    { number: inState('changed'), text: 'changed', href: '#rows' },
    { number: inState('same'), text: 'same', href: '#rows' },
    { number: leftOut, text: 'left out', href: leftOut > 0 ? '#left-out' : '#rows' },
    { number: questions, text: questions === 1 ? 'question' : 'questions', href: '#questions' },
    ...(conflicts.length > 0
      ? [{ number: conflicts.length, text: 'changed in both places', href: '#conflicts' }]
      : []),
  ];
}

function sheetOf({ name, columns = {}, headings = {}, samples = {} }: SheetSummary): {
  name: string;
  columns: ColumnView[];
} {
  return {
    name,
    columns: Object.entries(columns).map(([letter, holds]) => ({
      ...{ id: fieldPlace(`${FIELD.column(letter)} ${name}`), name: FIELD.column(letter) },
      ...{ heading: headings[letter] || `Column ${letter}`, samples: samples[letter] ?? [] },
      was: { name: FIELD.columnWas(letter), value: holds },
      choices: Object.entries(COLUMN_WORDS).map(([value, text]) => ({
        ...{ value, text, selected: value === holds },
      })),
    })),
  };
}

const RESPONSE_CODE = new RegExp(`(?<=^|; )(?:${RESPONSES.join('|')})(?=$|;|:)`, 'g');

const sayValue = ({ field }: Pick<Difference, 'field'>, value: string | null): string => {
  if (value === null) return 'Nothing';
  if (field === 'delivery') return (DELIVERY_WORDS as Record<string, string>)[value] ?? value;
  if (field === 'response')
    return value.replace(RESPONSE_CODE, (code) => (RESPONSE_WORDS as Record<string, string>)[code]!);
  if (field === 'due' || field === 'completedOn') return saySomeDay(value) || value;
  const [, on, text] = /^(\d{4}-\d{2}-\d{2}): (.*)$/s.exec(value) ?? [];
  return on ? `${sayPartialDate(on)}: ${text}` : value;
};

function conflictOf({
  sheet,
  row,
  action,
  field,
  library,
  inSheet,
  take,
}: ImportView['conflicts'][number]): ConflictView {
  const name = FIELD.conflict(field, row, sheet);
  return {
    ...{
      id: fieldPlace(name),
      name,
      take,
      title: `${FIELD_WORDS[field]} of ${field === 'response' ? 'item' : 'action'} ${action}, row ${row}`,
    },
    ...{ library: sayValue({ field }, library), sheet: sayValue({ field }, inSheet) },
  };
}

const COLOURS = { new: 'green', changed: 'yellow', same: 'grey', 'left-out': 'grey' } as const;

function groupsOf(preview: PlanPreview, rows: readonly PreviewRow[]): GroupView[] {
  const given = new Map(
    preview.recommendations.flatMap(({ sheet, actions }) =>
      actions.map((action): [string, PlanAction] => [`${action.row} ${sheet}`, action]),
    ),
  );
  const groups: (GroupView & { key: string })[] = [];
  for (const row of rows) {
    const key = JSON.stringify([row.sheet, row.number, row.recommendation, row.item]);
    if (groups.at(-1)?.key !== key) groups.push({ key, ...headOf(row), rows: [] });
    groups.at(-1)!.rows.push(rowOf(preview, row, given.get(`${row.row} ${row.sheet}`)));
  }
  return groups;
}

const headOf = ({
  number,
  recommendation,
  item,
  isOfLibrary,
}: PreviewRow): Pick<GroupView, 'title' | 'of'> => ({
  title: [number, recommendation].filter(Boolean).join('. ') || 'Without a recommendation',
  of: item
    ? `Item ${item}, which you follow`
    : isOfLibrary
      ? 'A recommendation of the library, to be followed'
      : 'Not in the library: to be followed in these words',
});

function rowOf(preview: PlanPreview, row: PreviewRow, action: PlanAction | undefined): RowView {
  return {
    place: row.row === null ? 'No action' : sayPlace(preview, row.sheet, `row ${row.row}`),
    ...{ state: ROW_WORDS[row.state], colour: COLOURS[row.state], action: row.action },
    facts: action && row.state !== 'same' ? actionFacts(action) : [],
    changes: row.differences.map(({ field, before, now }) => ({
      ...{ field: FIELD_WORDS[field], before: sayValue({ field }, before), now: sayValue({ field }, now) },
    })),
    isAsked: row.questions > 0,
  };
}

function actionFacts({
  agencies,
  officer,
  due,
  delivery,
  completedOn,
  updates,
  notes,
}: PlanAction): string[] {
  return [
    agencies.join(', ') || 'No agency',
    ...(officer ? [officer] : []),
    due?.on
      ? `Due ${saySomeDay(formatDay({ on: due.on, precision: due.precision ?? 'day' }))}`
      : 'No due date',
    DELIVERY_WORDS[delivery] + (completedOn ? ` on ${sayPartialDate(completedOn)}` : ''),
    ...(updates.length > 0 ? [counted(updates.length, 'update', 'updates')] : []),
    ...(notes.length > 0 ? [counted(notes.length, 'note', 'notes')] : []),
  ];
}

function notOwnOf({ notOwn, preview }: ImportView): string {
  if (notOwn.length === 0) return '';
  const places = notOwn
    .slice(0, 20)
    .map(({ sheet, row }) => sayPlace(preview!, sheet, `row ${row}`).toLowerCase());
  const others = notOwn.length - places.length;
  return places.join(', ') + (others > 0 ? ` and ${counted(others, 'other', 'others')}` : '');
}
