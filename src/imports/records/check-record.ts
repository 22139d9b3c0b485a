import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { BriefingRecord } from './briefing.record.js';
import { DocumentTextRecord } from './document-text.record.js';
import { PartnershipRecord } from './partnership.record.js';
import { ResourceRecord } from './resource.record.js';
import { ReviewRecord } from './review.record.js';
import { listed } from './text.js';
import { ThemeRecord } from './theme.record.js';

const RECORD_CLASSES = {
  partnership: PartnershipRecord,
  theme: ThemeRecord,
  review: ReviewRecord,
  briefing: BriefingRecord,
  resource: ResourceRecord,
  'document-text': DocumentTextRecord,
};
export type RecordKind = keyof typeof RECORD_CLASSES;
export const RECORD_KINDS = Object.keys(RECORD_CLASSES) as RecordKind[];

/** A record of the bundle, tidied: texts trimmed, null and empty the same as left out, lists always there. */
export type ImportRecord = {
  [Kind in RecordKind]: { kind: Kind; fields: InstanceType<(typeof RECORD_CLASSES)[Kind]> };
}[RecordKind];
export type FieldsOf<Kind extends RecordKind> = Extract<ImportRecord, { kind: Kind }>['fields'];

export interface FieldProblem {
  /** Path in the record: `learning[2].kind`. */
  field: string;
  message: string;
}

/** Records are flat; a text that opens ten thousand brackets is an attack on whoever walks it. */
const DEEPEST = 8;
/** No review has as many of anything; each entry costs hundreds of times its length to check. */
const LONGEST_LIST = 500;
/** Several times as many as any kind has. */
const MOST_FIELDS = 100;

/** Checks one parsed record against its kind's fields. */
export function checkRecord(value: unknown): ImportRecord | FieldProblem[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return [{ field: '', message: 'A record must be an object: { "kind": …, … }' }];
  const { kind, ...given } = value as Record<string, unknown>;
  const known = typeof kind === 'string' && Object.hasOwn(RECORD_CLASSES, kind);
  if (!known) {
    const must = `must be ${listed(RECORD_KINDS)}`;
    const message = kind === undefined || kind === null ? `kind is missing: it ${must}` : `kind ${must}`;
    return [{ field: 'kind', message }];
  }
  const strange = strangeShape(given, kind, '', 0);
  if (strange.length > 0) return strange;
  // The class is looked up by the kind, so the two belong together: a link that the types cannot follow.
  const fields = plainToInstance(RECORD_CLASSES[kind as RecordKind] as new () => object, given);
  const errors = validateSync(fields, {
    whitelist: true,
    forbidNonWhitelisted: true,
    validationError: { target: false },
  });
  const problems = [
    ...errors.flatMap((error) => told(error, kind)),
    ...(errors.length === 0 ? acrossFields({ kind, fields } as ImportRecord) : []),
  ];
  return problems.length > 0 ? problems : withDefaults({ kind, fields } as ImportRecord);
}

/** What a record says by leaving something out. */
function withDefaults(record: ImportRecord): ImportRecord {
  if (record.kind === 'partnership') {
    for (const contact of record.fields.contacts) {
      contact.about ??= 'anyone';
      contact.audience ??= 'everyone';
    }
  }
  if (record.kind === 'review') {
    record.fields.title ??= record.fields.label;
    for (const point of record.fields.learning) point.kind ??= 'finding';
    for (const document of record.fields.documents) {
      document.kind ??= 'document';
      const words = document.kind.replaceAll('-', ' ');
      document.title ??= words.charAt(0).toUpperCase() + words.slice(1);
    }
  }
  return record;
}

/** What class-transformer would pass over in silence: names that every object has, and nesting without end. */
function strangeShape(value: unknown, kind: string, path: string, depth: number): FieldProblem[] {
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

function told(error: ValidationError, kind: string, parent = ''): FieldProblem[] {
  const name = printable(error.property);
  const field = /^\d+$/.test(name) && parent ? `${parent}[${name}]` : parent ? `${parent}.${name}` : name;
  const own = Object.entries(error.constraints ?? {}).flatMap(([rule, message]): FieldProblem[] => {
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

const unknownField = (field: string, kind: string): FieldProblem => ({
  field,
  message: `${field} is not a field of a ${kind} record`,
});

/** A name from the bundle, fit for a message. */
const printable = (name: string): string => name.slice(0, 60).replace(/\p{C}/gu, '?');

/** Rules about several fields together. */
function acrossFields(record: ImportRecord): FieldProblem[] {
  switch (record.kind) {
    case 'review':
      return doubledNumbers(record.fields);
    case 'resource':
      return endBeforeStart(record.fields);
    case 'partnership':
      return record.fields.contacts.flatMap(({ phone }, place) =>
        /\d/.test(phone) ? [] : [problem(`contacts[${place}].phone`, 'must have a digit')],
      );
    case 'document-text':
      return record.fields.review.publisher ? [] : [problem('review.publisher', 'is required')];
    case 'theme':
    case 'briefing':
      return [];
  }
}

const problem = (field: string, message: string): FieldProblem => ({ field, message: `${field} ${message}` });

/** Numbers are how recommendations are known again when a review is imported anew. */
function doubledNumbers({ recommendations }: ReviewRecord): FieldProblem[] {
  const first = new Map<string, number>();
  return recommendations.flatMap(({ number }, place) => {
    if (number === undefined) return [];
    const earlier = first.get(number);
    if (earlier === undefined) {
      first.set(number, place);
      return [];
    }
    return [
      problem(`recommendations[${place}].number`, `is the same as that of recommendations[${earlier}]`),
    ];
  });
}

function endBeforeStart({ startsOn, endsOn }: ResourceRecord): FieldProblem[] {
  if (!endsOn || !startsOn) return [];
  const known = Math.min(startsOn.length, endsOn.length);
  return endsOn.slice(0, known) < startsOn.slice(0, known)
    ? [problem('endsOn', 'must not be before startsOn')]
    : [];
}
