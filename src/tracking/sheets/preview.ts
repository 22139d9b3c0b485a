import type { SheetDate, SheetPrecision } from './dates/sheet-date.js';
import type { FileEncoding } from './formats/decode-text.js';

/** What a column can hold. `note`: a heading that we do not know; its cells are kept as notes. */
export const COLUMN_FIELDS = [
  'number',
  'recommendation',
  'ref',
  'action',
  'agency',
  'officer',
  'due',
  'originalDue',
  'progress',
  'status',
  'rag',
  'completed',
  'response',
  'scope',
  'milestones',
  'evidence',
  'impact',
  'review',
  'note',
] as const;
export type ColumnField = (typeof COLUMN_FIELDS)[number];

export const PLAN_DELIVERIES = ['not-started', 'in-progress', 'completed', 'stopped'] as const;
export type PlanDelivery = (typeof PLAN_DELIVERIES)[number];

export type PlanResponse = 'awaiting' | 'accepted' | 'accepted-in-part' | 'not-accepted' | 'disputed';
export type PlanScope = 'local' | 'regional' | 'national';
export type PlanImpactLevel = 'activity' | 'policy-or-training' | 'practice' | 'outcome';

/** Why a row is in no recommendation and no action. */
export type LeftOutReason = 'section' | 'repeated-heading' | 'total' | 'footnote' | 'struck-through';

/** Why a sheet was not read. */
export type SheetLeftOutReason = 'hidden' | 'key' | 'no-headings' | 'empty';

export type QuestionCode =
  | 'number-used-twice'
  | 'hidden-row'
  | 'date-not-read'
  | 'date-order-unclear'
  | 'number-read-as-date'
  | 'completed-without-date'
  | 'status-from-colour'
  | 'status-from-progress'
  | 'status-not-known'
  | 'status-and-date-differ'
  | 'status-and-percent-differ'
  | 'rag-text-and-colour-differ'
  | 'agency-not-known'
  | 'update-in-the-future'
  | 'refused-without-reason'
  | 'response-not-read'
  | 'responses-differ'
  | 'formula-without-result'
  | 'error-value'
  | 'looks-garbled'
  | 'no-action-column';

/** What is taken unless somebody answers otherwise. */
export type ProposedAnswer = string | SheetDate | Record<string, string> | string[] | null;

export interface PlanQuestion {
  sheet: string;
  /** Null where it is about the sheet as a whole. */
  cell: string | null;
  code: QuestionCode;
  /** The words that it is about, as written. */
  text: string | null;
  proposed: ProposedAnswer;
}

export interface PlanNote {
  cell: string;
  private: boolean;
  text: string;
}

/** A date as it was read beside how it was written. `on` is the last day that the words can mean. */
export interface PlanDue {
  on: string | null;
  precision: SheetPrecision | null;
  written: string;
}

export interface PlanUpdate {
  on: string | null;
  precision: SheetPrecision | null;
  text: string;
}

export interface PlanAction {
  /** The row of its sheet. */
  row: number;
  ref: string | null;
  text: string;
  /** Names from the partnership's list; the first leads. */
  agencies: string[];
  officer: string | null;
  /** Where a sheet has columns of their own for them. */
  supporting?: string[];
  officerEmail?: string | null;
  due: PlanDue | null;
  originalDue: PlanDue | null;
  delivery: PlanDelivery;
  completedOn: string | null;
  stopReason: string | null;
  /** The colour in the sheet: shown beside what our rules say, and never believed. */
  statedRag: string | null;
  milestones: { text: string; on: string | null }[];
  updates: PlanUpdate[];
  evidence: string[];
  impact: { level: PlanImpactLevel | null; text: string } | null;
  /** The state of a judgement, where a word of the status was answered with one. */
  judgement?: string;
  notes: PlanNote[];
  agenciesNotKnown?: string[];
  /** Former agencies among those above, each with the one that it became. */
  formerAgencies?: FormerAgency[];
}

export interface FormerAgency {
  name: string;
  became: string | null;
}

export interface PlanRecommendation {
  sheet: string;
  number: string | null;
  text: string | null;
  section: string | null;
  scope: PlanScope | null;
  response: PlanResponse | null;
  responseReason: string | null;
  /** Where the response stands; left out where there is none. */
  responseCell?: string;
  notes: PlanNote[];
  /** Agencies on a row without an action. */
  addressees?: string[];
  agenciesNotKnown?: string[];
  formerAgencies?: FormerAgency[];
  actions: PlanAction[];
}

export interface LeftOutRow {
  sheet: string;
  row: number;
  why: LeftOutReason;
  /** Its cells as written. */
  text: string;
}

export interface SheetSummary {
  name: string;
  read: boolean;
  why?: SheetLeftOutReason;
  headingRows?: number[];
  /** By the letter of the column. */
  columns?: Record<string, ColumnField>;
  /** As written, by the letter of the column: what a mapping is remembered by. */
  headings?: Record<string, string>;
  /** What stands in a column, to be recognised by: its first cells, by its letter. */
  samples?: Record<string, string[]>;
  /** What stands above the headings. */
  titles?: string[];
  /** On titles and headings. */
  comments?: PlanNote[];
}

export interface PlanCounts {
  recommendations: number;
  actions: number;
  updates: number;
  milestones: number;
  notes: number;
  leftOut: number;
  questions: number;
  delivery: Record<PlanDelivery | 'unanswered', number>;
  withDueDate: number;
}

/** What a spreadsheet says, before anything of it is stored. Order follows the sheet. */
export interface PlanPreview {
  file: string;
  review: string | null;
  asOf: string | null;
  /** By number of recommendation, where a column says which review each belongs to. */
  reviews?: Record<string, string>;
  /** Of text files alone. */
  encoding?: FileEncoding;
  separator?: string;
  sheets: SheetSummary[];
  recommendations: PlanRecommendation[];
  leftOut: LeftOutRow[];
  questions: PlanQuestion[];
  counts: PlanCounts;
}

/** An agency of the partnership, as the reader needs to know it. */
export interface GivenAgency {
  id?: string;
  name: string;
  otherNames: string[];
  from?: string | null;
  /** Its last day: it is a former agency. */
  until?: string | null;
  succeededBy?: string | null;
  isGroup?: boolean;
}

/** What people have said of columns and words, this time or of an earlier file of the same layout. */
export interface PlanMapping {
  /** By the letter of the column. */
  columns?: Record<string, ColumnField>;
  /** Words of the sheet and what they mean: a delivery, a response, a judgement, a level of impact, or an agency's name. */
  words?: Record<string, string>;
}

export interface GivenForPlan {
  agencies: GivenAgency[];
  /** Which review the plan belongs to, if that is known. */
  review?: string | null;
  /** The plan's own date, if that is known: YYYY-MM-DD. */
  asOf?: string | null;
  mapping?: PlanMapping;
}
