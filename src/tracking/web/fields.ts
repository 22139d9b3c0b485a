import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  IsBoolean,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
} from 'class-validator';
import { EmptyIsNothing } from '../../platform/http/forms/field.decorators.js';
import { SeveralValues, valuesOf } from '../../platform/http/forms/several-values.js';
import { readTypedDay } from './typed-day.js';

const LONGEST_WORDS = 10_000;
const MOST_TICKED = 100;

const shown = (what: string): string => `${what.charAt(0).toLowerCase()}${what.slice(1)}`;

/** Words in as many lines as somebody likes. */
export const WordsField = (what: string, longest = LONGEST_WORDS): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' ? value.replace(/\r\n/g, '\n').trim() : value,
    ),
    MaxLength(longest, { message: `${what} must be ${longest.toLocaleString('en-GB')} characters or fewer` }),
    IsNotEmpty({ message: `Enter ${shown(what)}` }),
    IsString({ message: `Enter ${shown(what)}` }),
  );

/** Words, or nothing. */
export const OptionalWords = (what: string, longest = LONGEST_WORDS): PropertyDecorator =>
  applyDecorators(EmptyIsNothing(), IsOptional(), WordsField(what, longest));

const ANY_DAY = /^\d{4}(?:-Q[1-4]|-\d{2}(?:-\d{2})?)?$/;

/** A day, month, quarter or year as people write it, or nothing. */
export const TypedDay = (what: string): PropertyDecorator =>
  applyDecorators(
    EmptyIsNothing(),
    IsOptional(),
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' ? (readTypedDay(value) ?? value) : value,
    ),
    Matches(ANY_DAY, { message: `${what} must be a date, such as 31 March 2025, March 2025 or 2025` }),
  );

/** What is no day of the calendar, such as 31 February, is none. */
const asTyped = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? readTypedDay(value) : value));

/** As `TypedDay`, and it must be given. */
export const TypedDayNeeded = (what: string): PropertyDecorator =>
  applyDecorators(
    asTyped(),
    Matches(ANY_DAY, { message: `Enter ${shown(what)}, such as 31 March 2025, March 2025 or 2025` }),
  );

/** A day as people write it, known exactly, and it must be given. */
export const ExactDayNeeded = (what: string): PropertyDecorator =>
  applyDecorators(
    asTyped(),
    Matches(/^\d{4}-\d{2}-\d{2}$/, { message: `Enter ${shown(what)}, such as 31 March 2025` }),
  );

/** One of a list, or nothing. */
export const OptionalChoice = (values: readonly string[], message: string): PropertyDecorator =>
  applyDecorators(EmptyIsNothing(), IsOptional(), IsIn(values, { message }));

/** A box that is ticked or not. */
export const TickField = (): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) => value === 'yes'),
    IsOptional(),
    IsBoolean(),
  );

/** Ids of what is ticked in a list. */
export const TickedIds = (message: string): PropertyDecorator =>
  applyDecorators(
    SeveralValues(),
    IsOptional(),
    ArrayMaxSize(MOST_TICKED, { message }),
    IsUUID('all', { each: true, message }),
  );

interface Choice {
  value: string;
  text: string;
  hint?: string;
}

/** One field of a form, as its page shows it. */
export interface FormField {
  kind: 'line' | 'words' | 'radios' | 'select' | 'ticks' | 'tick' | 'hidden';
  name: string;
  label: string;
  hint?: string;
  choices?: readonly Choice[];
  /** What stands in it before somebody types. */
  initial?: string | readonly string[];
  type?: 'text' | 'email' | 'number';
  rows?: number;
  width?: string;
  autocomplete?: string;
}

export interface FormFieldView extends Omit<FormField, 'choices' | 'initial'> {
  value: string;
  items: { value: string; text: string; hint?: { text: string }; checked: boolean; selected: boolean }[];
}

/** Fields with what was typed in them, where a form comes back. */
export function presentFields(
  fields: readonly FormField[],
  given: Record<string, unknown> | null,
): FormFieldView[] {
  return fields.map(({ choices = [], initial = '', ...field }) => {
    const values = given ? valuesOf(given, field.name) : [initial].flat();
    return {
      ...field,
      value: values[0] ?? '',
      items: choices.map(({ value, text, hint }) => ({
        ...{ value, text, ...(hint && { hint: { text: hint } }) },
        ...{ checked: values.includes(value), selected: values.includes(value) },
      })),
    };
  });
}

/** The choices of a closed list. */
export const choicesOf = (
  list: Readonly<Record<string, string>>,
  only?: readonly string[],
  hints: Readonly<Record<string, string>> = {},
): Choice[] =>
  Object.entries(list)
    .filter(([value]) => !only || only.includes(value))
    .map(([value, text]) => ({ value, text, ...(hints[value] && { hint: hints[value] }) }));

/** What to choose from by name, with words for choosing nothing. */
export const namedChoices = (
  all: readonly { id: string; name: string }[],
  nothing: string | null = null,
): Choice[] => [
  ...(nothing === null ? [] : [{ value: '', text: nothing }]),
  ...all.map(({ id, name }) => ({ value: id, text: name })),
];

export const DAY_HINT =
  'Today, if you leave it empty. A month, quarter or year will do: 31 March 2025, March 2025, Q1 2025, 2025';

/** When something happened. */
export const whenField = (label = 'When was that? (optional)'): FormField => ({
  ...{ kind: 'line', name: 'on', label, width: 'govuk-input--width-10', autocomplete: 'off' },
  hint: DAY_HINT,
});
