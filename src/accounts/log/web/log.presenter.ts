import { stringify } from 'csv-stringify/sync';
import type { Json } from '../../../audit/audited-change.js';
import { ROLE_WORDS } from '../../../platform/http/access/roles.js';
import type { Page } from '../../../platform/http/listing/page.js';
import { paginationOf, type Pagination } from '../../../platform/pages/pagination.js';
import { sayInstant } from '../../web/say.js';
import { ACTION_KINDS, ACTION_WORDS } from '../action-words.js';
import type { LogQuery } from '../log-query.dto.js';
import type { LogItem } from '../log.queries.js';

/** What is said, and the id of what it is about, where it has one. */
interface Said {
  text: string;
  id?: string;
}

type Names = ReadonlyMap<string, string>;

interface EntryView {
  when: string;
  what: string;
  who: Said[];
  subject: Said[];
  /** “role: editor; from: 2026-11-26”. */
  from: Said[];
  to: Said[];
  why: string;
  /** Of which partnership, and its number there. */
  place: string;
}

export interface LogView {
  of: string;
  entries: EntryView[];
  total: number;
  given: LogQuery;
  kinds: { value: string; text: string; selected: boolean }[];
  exportAddress: string;
  pagination: Pagination | null;
}

export function presentLog(of: string, page: Page<LogItem>, names: Names, query: LogQuery): LogView {
  const address = (path: string, number?: number): string => {
    const { from, until, action, who } = query;
    const given = Object.entries({ from, until, action, who }).filter(([, value]) => value);
    const parameters = new URLSearchParams(given as [string, string][]);
    if (number !== undefined && number > 1) parameters.set('page', String(number));
    return parameters.size > 0 ? `${path}?${parameters.toString()}` : path;
  };
  return {
    ...{
      of,
      total: page.total,
      given: query,
      entries: page.items.map((item) => presentEntry(item, item.isRedacted ? NOBODY : names)),
    },
    kinds: [['', 'Everything'] as const, ...Object.entries(ACTION_KINDS)].map(([value, text]) => ({
      ...{ value, text, selected: (query.action ?? '') === value },
    })),
    exportAddress: address('/log.csv'),
    pagination: paginationOf(page, (number) => address('/log', number)),
  };
}

/** Whoever asked that their name be taken out of an entry is not to be named there by their id. */
const NOBODY: Names = new Map();

function presentEntry(item: LogItem, names: Names): EntryView {
  const { words } = item;
  return {
    ...{ when: sayInstant(new Date(item.recordedAt)), what: ACTION_WORDS[item.action] ?? item.action },
    ...{ who: sayActor(item, names), subject: saySubject(item, names), why: sayJson(words.why) },
    from: sayChange(words.from ?? item.from, names),
    to: sayChange(words.to ?? item.to, names),
    place: `${item.partnership ?? 'Platform'}, entry ${item.number}`,
  };
}

function sayActor({ actorKind, actorId, actorRole, words }: LogItem, names: Names): Said[] {
  const said = sayJson(words.actor);
  if (actorKind === 'system') return [{ text: said || 'The library, or the command line' }];
  const known = said || (actorId && names.get(actorId));
  const name = known || (actorKind === 'key' ? 'An API key' : 'A person whose name was redacted');
  const text = [name, actorRole ? ROLE_WORDS[actorRole].toLowerCase() : ''].filter(Boolean).join(', ');
  return [{ text, ...(actorId && { id: actorId }) }];
}

function saySubject({ subjectKind, subjectId, words }: LogItem, names: Names): Said[] {
  const name = sayJson(words.subject) || names.get(subjectId);
  const kind = subjectKind.replaceAll('-', ' ');
  return [{ text: name ? `${name} (${kind})` : kind, id: subjectId }];
}

/** Each field by itself, with the name of what it is about before the id. */
function sayChange(value: Json | undefined, names: Names): Said[] {
  if (value === undefined || value === null) return [];
  if (typeof value !== 'object' || Array.isArray(value)) {
    const text = sayJson(value);
    return text === '' ? [] : [{ text }];
  }
  return Object.entries(value)
    .filter(([, one]) => one !== null)
    .map(([field, one]) => {
      const name = typeof one === 'string' ? names.get(one) : undefined;
      return name === undefined
        ? { text: `${wordsOf(field)}: ${sayJson(one)}` }
        : { text: `${wordsOf(field.replace(/Id$/, ''))}: ${name}`, id: one as string };
    });
}

/** “asksSecondStep” as people write it: “asks second step”. */
const wordsOf = (field: string): string => field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

function sayJson(value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return value.map(sayJson).join(', ');
  return Object.entries(value)
    .filter(([, one]) => one !== null)
    .map(([name, one]) => `${name}: ${sayJson(one)}`)
    .join('; ');
}

/** For a spreadsheet: a cell that it would take for a formula is text. */
export const asCsv = (items: LogItem[]): string =>
  stringify(
    items.map((item) => ({
      ...{ partnership: item.partnership ?? 'Platform', number: item.number },
      ...{ recorded: new Date(item.recordedAt).toISOString(), action: item.action },
      ...{ actor: sayJson(item.words.actor), actorKind: item.actorKind, actorId: item.actorId ?? '' },
      ...{ actorRole: item.actorRole ?? '', subjectKind: item.subjectKind, subjectId: item.subjectId },
      ...{ subject: sayJson(item.words.subject), from: sayJson(item.words.from ?? item.from) },
      ...{ to: sayJson(item.words.to ?? item.to), why: sayJson(item.words.why) },
      request: item.correlationId ?? '',
    })),
    { header: true, escape_formulas: true, bom: true },
  );
