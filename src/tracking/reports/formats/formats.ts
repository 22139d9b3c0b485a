import { DOCX } from '../../../platform/office/document.js';
import { joined } from '../../../platform/office/paced.js';
import { XLSX } from '../../../platform/office/workbook.js';
import type { Report } from '../report.js';
import { csvOf } from './csv.js';
import { docxOf } from './docx.js';
import { jsonOf } from './json.js';
import { printOf } from './print.js';
import { xlsxOf } from './xlsx.js';

interface Format {
  /** For whoever chooses. */
  words: string;
  type: string;
  /** Kept as a file; else shown. */
  isFile: boolean;
  write: (report: Report) => Promise<string | Buffer>;
}

/** What a report can be written as: one renderer each. */
export const REPORT_FORMATS = {
  docx: { words: 'Word', type: DOCX, isFile: true, write: docxOf },
  xlsx: { words: 'Excel', type: XLSX, isFile: true, write: xlsxOf },
  csv: {
    ...{ words: 'CSV', type: 'text/csv; charset=utf-8', isFile: true },
    write: (report) => joined(csvOf(report)),
  },
  html: {
    ...{ words: 'One page for printing', type: 'text/html; charset=utf-8', isFile: false },
    write: (report) => joined(printOf(report)),
  },
  json: {
    ...{ words: 'JSON', type: 'application/json; charset=utf-8', isFile: false },
    write: (report) => joined(jsonOf(report)),
  },
} as const satisfies Record<string, Format>;
export type ReportFormat = keyof typeof REPORT_FORMATS;
