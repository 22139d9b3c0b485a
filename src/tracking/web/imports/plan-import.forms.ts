import { MaxLength, IsOptional } from 'class-validator';
import { DayField, EmptyIsNothing, OptionalLine } from '../../../platform/http/forms/field.decorators.js';
import type { GivenAnswer } from '../../imports/answers.js';
import { DIFFERENCE_FIELDS } from '../../imports/plan-differences.js';
import type { ImportAnswers } from '../../imports/plan-imports.service.js';
import type { ConflictAnswer } from '../../imports/read-import.js';
import { COLUMN_FIELDS, type ColumnField, type QuestionCode } from '../../sheets/preview.js';
import { readTypedDay } from '../typed-day.js';
import { QUESTION_WORDS } from './import-words.js';

/** A spreadsheet as it is sent. */
export class SendForm {
  @OptionalLine('The review')
  review?: string;

  @DayField('The date of the plan')
  asOf?: string;
}

export class TakeBackForm {
  @EmptyIsNothing()
  @IsOptional()
  @MaxLength(2000, { message: 'The reason must be 2,000 characters or fewer' })
  reason?: string;
}

/** Names of the fields of a preview: what they are about stands in them, so that a form says the same whatever changed since. */
export const FIELD = {
  column: (letter: string): string => `column:${letter}`,
  columnWas: (letter: string): string => `column-was:${letter}`,
  day: (code: string, cell: string, sheet: string): string => `day:${code}:${cell}:${sheet}`,
  answer: (code: string, cell: string, sheet: string): string => `answer:${code}:${cell}:${sheet}`,
  word: (word: string): string => `word:${word}`,
  agency: (name: string): string => `agency:${name}`,
  conflict: (field: string, row: number, sheet: string): string => `conflict:${field}:${row}:${sheet}`,
};

/** The place of a field on its page. */
export const fieldPlace = (field: string): string => field.replace(/[^\p{L}\p{N}]+/gu, '-');

/** What an agency’s name is answered with where it is to be entered in the list. */
export const ENTER_AGENCY = '+';

/** What somebody has said on a preview. */
export interface ReadAnswers extends ImportAnswers {
  /** Names to be entered in the list of agencies. */
  enter: string[];
  /** Fields with what is no date, with what was typed. */
  wrong: { field: string; typed: string }[];
}

const isCode = (code: string): code is QuestionCode => Object.hasOwn(QUESTION_WORDS, code);
const isColumnField = (value: string): value is ColumnField =>
  (COLUMN_FIELDS as readonly string[]).includes(value);
const LONGEST = 2000;

/** Reads the form of a preview. What is none of its fields says nothing. */
export function readAnswers(body: Record<string, unknown>): ReadAnswers {
  const read: ReadAnswers & { answers: GivenAnswer[]; conflicts: ConflictAnswer[] } = {
    ...{ columns: {}, words: {}, answers: [], conflicts: [], enter: [], wrong: [] },
  };
  for (const [name, given] of Object.entries(body)) {
    if (typeof given !== 'string') continue;
    const value = given.trim().slice(0, LONGEST);
    const [kind, rest] = [name.slice(0, name.indexOf(':')), name.slice(name.indexOf(':') + 1)];
    const [first = '', second = '', ...others] = rest.split(':');
    const sheet = others.join(':');
    if (kind === 'column' && isColumnField(value) && value !== body[FIELD.columnWas(rest)])
      read.columns![rest] = value;
    else if (kind === 'agency' && value === ENTER_AGENCY) read.enter.push(rest);
    else if ((kind === 'agency' || kind === 'word') && value) read.words![rest] = value;
    else if (kind === 'conflict' && (DIFFERENCE_FIELDS as readonly string[]).includes(first))
      read.conflicts.push({
        ...{ field: first, row: Number(second), sheet },
        take: value === 'sheet' ? 'sheet' : 'library',
      });
    else if ((kind === 'day' || kind === 'answer') && isCode(first)) {
      const answer = kind === 'day' && value ? readTypedDay(value) : value || null;
      if (kind === 'day' && value && answer === null) read.wrong.push({ field: name, typed: value });
      else read.answers.push({ code: first, cell: second, sheet, answer });
    }
  }
  return read;
}
