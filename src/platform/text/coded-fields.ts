import { codesOf, type ClosedList } from './closed-list.js';

/** A field of a record that takes one of a closed list. */
export interface CodedField {
  /** What it is called on pages. */
  title: string;
  /** What it is, in a sentence: for the API. */
  description: string;
  words: ClosedList;
  /** How a code is said where there is room for more than its words; left out, by these. */
  sayInFull?: (code: string) => string;
}

/** The coded fields of one noun, by name: as bundles, columns, filters and the API all call them. */
export type CodedFields = Readonly<Record<string, CodedField>>;

/** What a record has in its coded fields. */
export type CodesOf<Fields extends CodedFields> = {
  [Name in keyof Fields]: (keyof Fields[Name]['words'] & string) | null;
};

/** What may be asked of them in a list: any of several codes. */
export type CodeFilters<Fields extends CodedFields> = {
  [Name in keyof Fields]?: (keyof Fields[Name]['words'] & string)[];
};

/** The names of coded fields, in their order. */
export const namesOf = <Fields extends CodedFields>(fields: Fields): (keyof Fields & string)[] =>
  Object.keys(fields);

/** The words for a code; the code itself where it is none of the list, “constructor” too. */
export const sayCodeOf = ({ words }: CodedField, code: string): string =>
  Object.hasOwn(words, code) ? words[code]! : code;

/** What `record` has in these fields, and nothing else of it. */
export const pickCodes = <Fields extends CodedFields>(
  fields: Fields,
  record: CodesOf<Fields>,
): CodesOf<Fields> =>
  Object.fromEntries(namesOf(fields).map((name) => [name, record[name] ?? null])) as CodesOf<Fields>;

/** What a record has that has none of these fields. */
export const noCodes = <Fields extends CodedFields>(fields: Fields): CodesOf<Fields> =>
  Object.fromEntries(namesOf(fields).map((name) => [name, null])) as CodesOf<Fields>;

type Class<Made = object> = new (...given: never[]) => Made;

/**
 * A class with a property for each coded field, to be extended. Declared here rather than in each class, so that a new
 * field cannot be forgotten in one of them.
 * @param base what it extends in its turn
 * @param decorate makes the decorator of one property
 */
export function withCodes<Properties extends object, Base extends Class>(
  fields: CodedFields,
  base: Base,
  decorate: (name: string, codes: string[], field: CodedField) => PropertyDecorator,
): new () => InstanceType<Base> & Properties {
  class Coded extends (base as unknown as new () => object) {}
  for (const name of namesOf(fields)) {
    const field = fields[name]!;
    decorate(name, codesOf(field.words), field)(Coded.prototype, name);
  }
  return Coded as unknown as new () => InstanceType<Base> & Properties;
}

/** Extends nothing. */
export class Plain {}
