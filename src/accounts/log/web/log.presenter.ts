import { stringify } from 'csv-stringify/sync';
import type { Json } from '../../../audit/audited-change.js';
import { ROLE_WORDS } from '../../../platform/http/access/roles.js';
import type { Page } from '../../../platform/http/listing/page.js';
import { paginationOf, type Pagination } from '../../../platform/pages/pagination.js';
import { sayInstant } from '../../web/say.js';
import { ACTION_KINDS, ACTION_WORDS } from '../action-words.js';
import type { LogQuery } from '../log-query.dto.js';
import type { LogItem } from '../log.queries.js';

interface EntryView {
  when: string;
  what: string;
  who: string;
  subject: string;
  /** “role: editor; from: 2026-11-26”. */
  from: string;
  to: string;
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

export function presentLog(of: string, page: Page<LogItem>, query: LogQuery): LogView {
  const address = (path: string, number?: number): string => {
    const { from, until, action, who } = query;
    const given = Object.entries({ from, until, action, who }).filter(([, value]) => value);
    const parameters = new URLSearchParams(given as [string, string][]);
    if (number !== undefined && number > 1) parameters.set('page', String(number));
    return parameters.size > 0 ? `${path}?${parameters.toString()}` : path;
  };
  return {
    ...{ of, total: page.total, given: query, entries: page.items.map(presentEntry) },
    kinds: [['', 'Everything'] as const, ...Object.entries(ACTION_KINDS)].map(([value, text]) => ({
      ...{ value, text, selected: (query.action ?? '') === value },
    })),
    exportAddress: address('/log.csv'),
    pagination: paginationOf(page, (number) => address('/log', number)),
  };
}

function presentEntry(item: LogItem): EntryView {
  const { words } = item;
  return {
    ...{ when: sayInstant(new Date(item.recordedAt)), what: ACTION_WORDS[item.action] ?? item.action },
    ...{ who: sayActor(item), subject: saySubject(item), why: sayJson(words.why) },
    from: sayJson(words.from ?? item.from),
    to: sayJson(words.to ?? item.to),
    place: `${item.partnership ?? 'Platform'}, entry ${item.number}`,
  };
}

function sayActor({ actorKind, actorId, actorRole, words }: LogItem): string {
  if (actorKind === 'system') return 'The library, or the command line';
  const name =
    sayJson(words.actor) || (actorKind === 'key' ? 'An API key' : 'A person whose name was redacted');
  return [name, actorRole ? ROLE_WORDS[actorRole].toLowerCase() : '', actorId ?? '']
    .filter(Boolean)
    .join(', ');
}

const saySubject = ({ subjectKind, subjectId, words }: LogItem): string =>
  [sayJson(words.subject), `${subjectKind.replaceAll('-', ' ')} ${subjectId}`].filter(Boolean).join(', ');

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
