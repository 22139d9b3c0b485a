import { applyDecorators } from '@nestjs/common';
import { Transform, Type } from 'class-transformer';
import { ValidateBy, ValidateNested } from 'class-validator';
import { parsePartialDate } from '../dates/partial-date.js';
import { normaliseLabel } from '../text/normalise-label.js';
import { controlOrBroken, isDay, listed, tidy } from './text.js';

/**
 * The decorators that the bundle's record classes are made of. Each brings one transformation (trimming; null and empty
 * text count as left out) and one rule, whose message goes on from the field's name: "must be a list". A message about
 * one item of a list begins with its place: "[2] must be text". Several messages are parted by newlines.
 */

interface Optional {
  required?: boolean;
}

type Rule = (value: unknown) => string | null;

/** No bundle needs more, and an index on a name takes at most this. */
export const LONGEST_NAME = 300;

function obeys(rule: Rule, { required = false }: Optional = {}): PropertyDecorator {
  const said: Rule = (value) => (value === undefined ? (required ? 'is required' : null) : rule(value));
  return ValidateBy({
    name: 'rule',
    validator: {
      validate: (value: unknown) => said(value) === null,
      defaultMessage: (args) => said(args?.value) ?? '',
    },
  });
}

const leftOut = (value: unknown): unknown => (value === null || value === '' ? undefined : value);

const tidied = (long: boolean): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) =>
    leftOut(typeof value === 'string' ? tidy(value, long) : value),
  );

function textRule(longest: number, long = false): Rule {
  return (value) => {
    if (typeof value !== 'string') return 'must be text';
    if (value === '') return 'must not be empty';
    if (value.length > longest) return `must be at most ${longest} characters (it has ${value.length})`;
    return controlOrBroken(value, long);
  };
}

/** A text of one line. */
export function Text(longest = LONGEST_NAME, options: Optional = {}): PropertyDecorator {
  return applyDecorators(tidied(false), obeys(textRule(longest), options));
}

/** A text that may have several lines and tabs. Never markup: `<b>` is four characters. */
export function LongText(longest: number, options: Optional = {}): PropertyDecorator {
  return applyDecorators(tidied(true), obeys(textRule(longest, true), options));
}

/** The name of a theme, in any of its forms. */
export function ThemeName(options: Optional = {}): PropertyDecorator {
  return applyDecorators(tidied(false), obeys(themeNameRule, options));
}

const themeNameRule: Rule = (value) => {
  const problem = textRule(200)(value);
  if (problem) return problem;
  const normalised = normaliseLabel(value as string);
  if (normalised === '') return 'must have a letter or a digit';
  // Compatibility forms can unfold to many letters each.
  return normalised.length > 400 ? 'must be shorter' : null;
};

/** One of an open list of kinds, such as `seven-minute`: "One page learning" is read as `one-page-learning`. */
export function Keyword(options: Optional = {}): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) =>
      leftOut(
        typeof value === 'string'
          ? value
              .trim()
              .toLowerCase()
              .replace(/[\s_]+/g, '-')
          : value,
      ),
    ),
    obeys((value) => {
      const problem = textRule(60)(value);
      if (problem) return problem;
      return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value as string)
        ? null
        : 'must be small letters, digits and hyphens, such as seven-minute';
    }, options),
  );
}

/** One of a closed list. */
export function OneOf(values: readonly string[], options: Optional = {}): PropertyDecorator {
  return applyDecorators(
    tidied(false),
    obeys((value) => (values.includes(value as string) ? null : `must be ${listed(values)}`), options),
  );
}

/** An address that a page may link to. */
export function WebAddress(): PropertyDecorator {
  return applyDecorators(tidied(false), obeys(webAddressRule));
}

/** An address, or where there is none a name, such as that of a file. */
export function WebAddressOrName(): PropertyDecorator {
  return applyDecorators(
    tidied(false),
    obeys((value) => (isWeb(value) ? webAddressRule : textRule(LONGEST_ADDRESS))(value)),
  );
}

const LONGEST_ADDRESS = 2000;

const isWeb = (value: unknown): boolean => typeof value === 'string' && /^https?:/i.test(value);

const webAddressRule: Rule = (value) => {
  const problem = textRule(LONGEST_ADDRESS)(value);
  if (problem) return problem;
  // What is no host is passed over by URL: it reads http:///x as http://x.
  const text = value as string;
  const url = /^https?:\/\/[^\s/\\?#]+\S*$/i.test(text) && URL.canParse(text) ? new URL(text) : null;
  return url && url.username === '' && url.password === ''
    ? null
    : 'must be a web address that starts with http:// or https://';
};

/** A date of which perhaps only the year or the month is known. */
export function PartialDay(): PropertyDecorator {
  return applyDecorators(
    tidied(false),
    obeys((value) =>
      typeof value === 'string' && parsePartialDate(value)
        ? null
        : 'must be a date of the calendar: YYYY, YYYY-MM or YYYY-MM-DD',
    ),
  );
}

/** A day, with or without the time of day as announced. */
export function DayAndTime(): PropertyDecorator {
  return applyDecorators(
    tidied(false),
    obeys((value) =>
      typeof value === 'string' && isDay(value) ? null : 'must be a date: YYYY-MM-DD or YYYY-MM-DDTHH:MM',
    ),
  );
}

/** `true` or `false`; left out, it is not said. */
export function YesOrNo(): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) => leftOut(value)),
    obeys((value) => (typeof value === 'boolean' ? null : 'must be true or false')),
  );
}

export function WholeNumber(least: number, most: number, options: Optional = {}): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) => leftOut(value)),
    obeys(numberRule(least, most), options),
  );
}

const numberRule =
  (least: number, most: number): Rule =>
  (value) =>
    Number.isInteger(value) && (value as number) >= least && (value as number) <= most
      ? null
      : `must be a whole number from ${least} to ${most}`;

const asList = (value: unknown): unknown => leftOut(value) ?? [];

function listOf(rule: Rule, most: number): PropertyDecorator {
  return obeys((value) => {
    if (!Array.isArray(value)) return 'must be a list';
    if (value.length > most) return `must have at most ${most} entries (it has ${value.length})`;
    const problems = value.flatMap((item: unknown, place) => {
      const problem = rule(item);
      return problem ? [`[${place}] ${problem}`] : [];
    });
    return problems.length > 0 ? problems.join('\n') : null;
  });
}

function texts(rule: Rule, most: number, long: boolean): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) => {
      const list = asList(value);
      return Array.isArray(list)
        ? list.map((item: unknown) => (typeof item === 'string' ? tidy(item, long) : item))
        : list;
    }),
    listOf(rule, most),
  );
}

export const Texts = (most: number, longest: number): PropertyDecorator =>
  texts(textRule(longest), most, false);

export const LongTexts = (most: number, longest: number): PropertyDecorator =>
  texts(textRule(longest, true), most, true);

export const ThemeNames = (most: number): PropertyDecorator => texts(themeNameRule, most, false);

export function WholeNumbers(most: number, least: number, greatest: number): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) => asList(value)),
    listOf(numberRule(least, greatest), most),
  );
}

type RecordClass = new () => object;

const objectRule: Rule = (value) =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? null : 'must be an object';

/** A list of objects of one class. */
export function Items(itemClass: () => RecordClass, most: number): PropertyDecorator {
  return applyDecorators(
    Type(itemClass),
    Transform(({ value }: { value: unknown }) => asList(value)),
    ValidateNested(),
    listOf(objectRule, most),
  );
}

/** One object of a class. */
export function Item(itemClass: () => RecordClass, options: Optional = {}): PropertyDecorator {
  return applyDecorators(
    Type(itemClass),
    Transform(({ value }: { value: unknown }) => leftOut(value)),
    ValidateNested(),
    obeys(objectRule, options),
  );
}
