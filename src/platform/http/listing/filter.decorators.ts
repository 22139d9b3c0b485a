import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsIn, IsInt, IsOptional, Matches, Max, MaxLength, Min } from 'class-validator';
import { FilterValues } from './filter-values.js';

/** More would be a list that somebody generated; each value costs the database. */
const MOST_VALUES = 20;
const LONGEST_VALUE = 200;

const manyValues = (name: string): PropertyDecorator =>
  ArrayMaxSize(MOST_VALUES, { message: `${name} takes at most ${MOST_VALUES} values` });

/**
 * A filter on text: a slug, a name, a type of an open list. A value that nothing has finds nothing.
 * @param example a value as it may be, for the description of the API
 */
export const TextFilter = (name: string, description?: string, example?: string): PropertyDecorator =>
  applyDecorators(
    ApiProperty({
      required: false,
      type: 'array',
      items: { type: 'string', maxLength: LONGEST_VALUE, ...(example !== undefined && { example }) },
      maxItems: MOST_VALUES,
      description,
    }),
    IsOptional(),
    FilterValues(),
    manyValues(name),
    MaxLength(LONGEST_VALUE, {
      each: true,
      message: `${name} takes values of at most ${LONGEST_VALUE} characters`,
    }),
    Matches(/^\P{Cc}*$/u, { each: true, message: `${name} must be plain text` }),
  );

/** A filter on a closed list of values. */
export const EnumFilter = (
  name: string,
  values: readonly string[],
  description?: string,
): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ required: false, enum: [...values], isArray: true, maxItems: MOST_VALUES, description }),
    IsOptional(),
    FilterValues(),
    manyValues(name),
    IsIn(values, { each: true, message: `${name} must be one of ${values.join(', ')}` }),
  );

const asYear = (given: unknown): unknown =>
  typeof given === 'string' && /^\s*\d{4}\s*$/.test(given) ? Number(given) : given;

/** A filter on years of publication. */
export const YearFilter = (description?: string): PropertyDecorator => {
  const message = 'year must be a year from 1900 to 2199';
  return applyDecorators(
    ApiProperty({
      required: false,
      type: 'array',
      items: { type: 'integer', minimum: 1900, maximum: 2199 },
      maxItems: MOST_VALUES,
      description,
    }),
    IsOptional(),
    FilterValues(),
    Transform(({ value }: { value: unknown }) => (value === undefined ? value : [value].flat().map(asYear))),
    manyValues('year'),
    IsInt({ each: true, message }),
    Min(1900, { each: true, message }),
    Max(2199, { each: true, message }),
  );
};

/** One of a list's sorts; a name that starts with `-` sorts downwards. */
export const SortOf = (sorts: Record<string, unknown>): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ required: false, enum: Object.keys(sorts) }),
    IsOptional(),
    IsIn(Object.keys(sorts), { message: `sort must be one of ${Object.keys(sorts).join(', ')}` }),
  );
