import type { Cited } from './cited.js';

/** A citation as RIS, which reference managers read; lines end as its description asks. */
export function writeRis(cited: Cited): string {
  const { kind, title, publisher, genre, year, month, day, address } = cited;
  const fields: (readonly [string, string | null])[] = [
    ['TY', kind === 'resource' ? 'GEN' : 'RPRT'],
    ['ID', cited.key],
    ['TI', title],
    // A comma would part a surname from a first name: a publisher with one is named as the publisher alone.
    ['AU', publisher?.includes(',') ? null : publisher],
    ['PB', publisher],
    ['PY', year],
    // Of a year alone, `PY` says all that is known.
    ['DA', month === null ? null : `${year}/${month}/${day ?? ''}/`],
    ['M3', genre || null],
    ['UR', address],
    ['ER', ''],
  ];
  return fields.flatMap(([tag, value]) => (value === null ? [] : `${tag}  - ${value}\r\n`)).join('');
}

/** A citation as BibTeX. Names and titles stand in braces of their own: they are to stay as they are. */
export function writeBibTex(cited: Cited): string {
  const { kind, title, publisher, genre, year, month, day, address } = cited;
  const isReport = kind !== 'resource';
  const fields: (readonly [string, string | null])[] = [
    ['title', `{{${escapeTex(title)}}}`],
    ['author', publisher && `{{${escapeTex(publisher)}}}`],
    [isReport ? 'institution' : 'publisher', publisher && `{{${escapeTex(publisher)}}}`],
    ['type', isReport && genre ? `{${escapeTex(genre)}}` : null],
    ['year', year && `{${year}}`],
    ['month', month && MONTHS[Number(month) - 1]!],
    ['day', day && `{${Number(day)}}`],
    ['url', `{${address.replace(/[{}\\]/g, encodeURIComponent)}}`],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? `  ${name} = ${value},\n` : []));
  return `@${isReport ? 'techreport' : 'misc'}{${asKey(cited.key)},\n${lines.join('')}}\n`;
}

/** The names that BibTeX has for months. */
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const TEX: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};
const escapeTex = (text: string): string =>
  text.replace(/[\\{}&%$#_~^]/g, (mark) => TEX[mark] ?? `\\${mark}`);

const asKey = (slug: string): string => slug.replace(/[^\w:.-]/g, '-');

/** A citation as an item of CSL-JSON, which citation processors read: a list of one. */
export function cslOf(cited: Cited): object[] {
  const { key, kind, title, publisher, genre, year, month, day, address } = cited;
  const date = [year, month, day].filter((part) => part !== null).map(Number);
  return [
    {
      id: key,
      type: kind === 'resource' ? 'document' : 'report',
      title,
      ...(publisher !== null && { author: [{ literal: publisher }], publisher }),
      ...(genre && { genre }),
      ...(date.length > 0 && { issued: { 'date-parts': [date] } }),
      URL: address,
      language: 'en-GB',
    },
  ];
}
