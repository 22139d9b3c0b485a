import { ID } from '../../text/is-id.js';
import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import {
  IsEmail,
  IsIn,
  IsISO8601,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
} from 'class-validator';

const trimmed = Transform(({ value }: { value: unknown }) =>
  typeof value === 'string' ? value.trim() : value,
);

/** One line of text that must be given. No control characters: it may end up in the head of a message. */
export const LineField = (what: string, longest = 200): PropertyDecorator =>
  applyDecorators(
    trimmed,
    Matches(/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u, { message: `${what} must be one line of text` }),
    MaxLength(longest, { message: `${what} must be ${longest} characters or fewer` }),
    IsNotEmpty({ message: `Enter ${what.charAt(0).toLowerCase()}${what.slice(1)}` }),
    IsString({ message: `Enter ${what.charAt(0).toLowerCase()}${what.slice(1)}` }),
  );

const emailForm = IsEmail(
  {},
  { message: 'Enter an email address in the right form, like name@example.gov.uk' },
);

/** An e-mail address, in small letters. */
export const EmailField = (): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' ? value.trim().toLowerCase() : value,
    ),
    emailForm,
    MaxLength(254, { message: 'The email address must be 254 characters or fewer' }),
    IsString({ message: 'Enter an email address' }),
  );

const secretFields = new Set<string | symbol>();

/** Whether some form of ours has a secret of this name. */
export const isSecretField = (name: string): boolean => secretFields.has(name);

/** A secret as it was typed, blanks included. It is never sent back to the browser. */
export const SecretField = (what: string): PropertyDecorator =>
  applyDecorators(
    (_form: object, name: string | symbol) => void secretFields.add(name),
    MaxLength(1000, { message: `${what} is too long` }),
    IsNotEmpty({ message: `Enter ${what.charAt(0).toLowerCase()}${what.slice(1)}` }),
    IsString({ message: `Enter ${what.charAt(0).toLowerCase()}${what.slice(1)}` }),
  );

/** One of a list of choices. */
export const ChoiceField = (values: readonly string[], message: string): PropertyDecorator =>
  IsIn(values, { message });

/** A field that was left empty says nothing. */
export const EmptyIsNothing = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? value.trim() || undefined : value,
  );

/** As `EmptyIsNothing`, of fields that a class has from another one: forms send what was left empty too. */
export const EmptyFieldsAreNothing =
  (...names: string[]): ClassDecorator =>
  ({ prototype }) => {
    for (const name of names) EmptyIsNothing()(prototype as object, name);
  };

/** A day of the calendar as browsers send it, YYYY-MM-DD; nothing where it was left empty. */
export const DayField = (what: string): PropertyDecorator =>
  applyDecorators(
    EmptyIsNothing(),
    IsOptional(),
    IsISO8601({ strict: true }, { message: `${what} must be a real date, like 2026-03-31` }),
    Matches(/^(?:19|20|21)\d\d-\d\d-\d\d$/, { message: `${what} must be a date, like 2026-03-31` }),
  );

/** One line of text, or nothing. */
export const OptionalLine = (what: string, longest = 200): PropertyDecorator =>
  applyDecorators(EmptyIsNothing(), IsOptional(), LineField(what, longest));

/** An e-mail address, or nothing. */
export const OptionalEmail = (): PropertyDecorator =>
  applyDecorators(EmptyIsNothing(), IsOptional(), emailForm);

/** The id of a record, or nothing. */
export const OptionalId = (message: string): PropertyDecorator =>
  applyDecorators(EmptyIsNothing(), IsOptional(), Matches(ID, { message }));
