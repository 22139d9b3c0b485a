import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import type { RecordProblem } from '../platform/bundle/bundle-kind.js';
import { listed } from '../platform/bundle/text.js';
import { kindOf, RECORD_KINDS, type AnyKind } from './kinds.js';

/** A record of the bundle, tidied: texts trimmed, null and empty the same as left out, lists always there. */
export interface CheckedRecord {
  kind: AnyKind;
  fields: object;
}

/** Records are flat; a text that opens ten thousand brackets is an attack on whoever walks it. */
const DEEPEST = 8;
/** No review has as many of anything; each entry costs hundreds of times its length to check. */
const LONGEST_LIST = 500;
/** Several times as many as any kind has. */
const MOST_FIELDS = 100;

/** Checks one parsed record against its kind's fields. */
export function checkRecord(value: unknown): CheckedRecord | RecordProblem[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return [{ field: '', message: 'A record must be an object: { "kind": …, … }' }];
  const { kind: name, ...given } = value as Record<string, unknown>;
  const kind = kindOf(name);
  if (!kind) {
    const must = `must be ${listed(RECORD_KINDS)}`;
    const message = name === undefined || name === null ? `kind is missing: it ${must}` : `kind ${must}`;
    return [{ field: 'kind', message }];
  }
  const strange = strangeShape(given, kind.name, '', 0);
  if (strange.length > 0) return strange;
  const fields = plainToInstance(kind.record, given);
  const errors = validateSync(fields, {
    whitelist: true,
    forbidNonWhitelisted: true,
    validationError: { target: false },
  });
  const problems = [
    ...errors.flatMap((error) => told(error, kind.name)),
    ...(errors.length === 0 ? (kind.check?.(fields) ?? []) : []),
  ];
  if (problems.length > 0) return problems;
  kind.complete?.(fields);
  return { kind, fields };
}

/** What class-transformer would pass over in silence: names that every object has, and nesting without end. */
function strangeShape(value: unknown, kind: string, path: string, depth: number): RecordProblem[] {
  if (typeof value !== 'object' || value === null) return [];
  if (depth > DEEPEST)
    return [{ field: path.slice(0, 80), message: `${path.slice(0, 80)} is nested too deeply` }];
  const isList = Array.isArray(value);
  if (isList && value.length > LONGEST_LIST)
    return [{ field: path, message: `${path} has more than ${LONGEST_LIST} entries` }];
  const keys = Object.keys(value);
  if (!isList && keys.length > MOST_FIELDS) {
    const what = path || 'The record';
    return [{ field: path, message: `${what} has more than ${MOST_FIELDS} fields` }];
  }
  return keys.flatMap((key) => {
    const field = isList ? `${path}[${key}]` : path ? `${path}.${printable(key)}` : printable(key);
    if (!isList && key in Object.prototype) return [unknownField(field, kind)];
    return strangeShape((value as Record<string, unknown>)[key], kind, field, depth + 1);
  });
}

function told(error: ValidationError, kind: string, parent = ''): RecordProblem[] {
  const name = printable(error.property);
  const field = /^\d+$/.test(name) && parent ? `${parent}[${name}]` : parent ? `${parent}.${name}` : name;
  const own = Object.entries(error.constraints ?? {}).flatMap(([rule, message]): RecordProblem[] => {
    if (rule === 'whitelistValidation') return [unknownField(field, kind)];
    // Our own rule says it better.
    if (rule === 'nestedValidation') return [];
    return message.split('\n').map((one) => {
      const [, place = '', rest = one] = /^(\[\d+\]) (.*)$/s.exec(one) ?? [];
      return { field: `${field}${place}`, message: `${field}${place} ${rest}` };
    });
  });
  // What is no list or no object is not looked into.
  const wrong = new Set(own.map((problem) => problem.field));
  if (wrong.has(field)) return own;
  const children = (error.children ?? []).flatMap((child) =>
    wrong.has(`${field}[${child.property}]`) ? [] : told(child, kind, field),
  );
  return [...own, ...children];
}

const unknownField = (field: string, kind: string): RecordProblem => ({
  field,
  message: `${field} is not a field of a ${kind} record`,
});

/** A name from the bundle, fit for a message. */
const printable = (name: string): string => name.slice(0, 60).replace(/\p{C}/gu, '?');
