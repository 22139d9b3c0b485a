import { sayPartialDate } from '../../../platform/dates/partial-date.js';
import type { Follower } from '../../follower.js';
import { REPORT_FORMATS } from '../formats/formats.js';
import type { ReportQuery } from '../report-query.dto.js';
import type { ReportSubject, SubjectChoices } from '../report-subjects.js';
import type { Report } from '../report.js';
import { businessYear } from '../yearly.js';

const API = '/api/v1/tracking';

export interface ReportChoiceView {
  partnership: string;
  /** Of an agency lead: their own. */
  agency: string | null;
  reviews: ReportSubject[];
  agencies: ReportSubject[];
  themes: ReportSubject[];
  /** The year that a yearly extract is about, unless another is asked for. */
  year: { from: string; until: string; said: string };
  exportAddress: string;
}

export function presentChoice(
  { partnership, agency }: Follower,
  choices: SubjectChoices,
  today: string,
): ReportChoiceView {
  const { from, until } = businessYear(today);
  return {
    ...{ partnership: partnership.name, agency: agency?.name ?? null, ...choices },
    year: { from, until, said: `${sayPartialDate(from)} to ${sayPartialDate(until)}` },
    exportAddress: `${API}/export.xlsx`,
  };
}

export interface ReportView {
  title: string;
  /** Made of text that was escaped. */
  html: string;
  files: { text: string; href: string }[];
  kind: Report['kind'];
  /** What was asked for, to ask again from another day. */
  given: { name: string; value: string }[];
  asOf: string;
  /** A snapshot is of its own day alone. */
  hasOtherDays: boolean;
  views: { value: string; text: string; checked: boolean }[];
}

export function presentReport(
  { kind, title, asOf, view }: Report,
  html: string,
  query: ReportQuery,
): ReportView {
  const given = Object.entries(query).filter(([, value]) => value !== undefined) as [
    string,
    string | number,
  ][];
  const asked = new URLSearchParams(
    given.map(([name, value]): [string, string] => [name, String(value)]),
  ).toString();
  return {
    ...{ title, html, kind, asOf, hasOtherDays: query.snapshot === undefined },
    files: Object.entries(REPORT_FORMATS).map(([format, { words }]) => ({
      text: words,
      href: `${API}/reports/${kind}.${format}${asked ? `?${asked}` : ''}`,
    })),
    given: given
      .filter(([name]) => name !== 'asOf' && name !== 'view')
      .map(([name, value]) => ({ name, value: String(value) })),
    views: [
      {
        value: 'shown',
        text: 'As shown: what had been recorded by the end of that day',
        checked: view === 'shown',
      },
      {
        value: 'known',
        text: 'As known: with what was recorded or put right later',
        checked: view === 'known',
      },
    ],
  };
}
