import { LibraryError, type ErrorCode } from '../../platform/http/errors/library-error.js';

/** Why a file cannot be read as a spreadsheet, and what whoever sent it can do. */
const REFUSALS = {
  empty: ['invalid-request', 'The file is empty.'],
  xls: [
    'unsupported-media-type',
    'This is a workbook of Excel 97–2003 (.xls). Open it in Excel or LibreOffice, save it as .xlsx and send that.',
  ],
  xlsb: [
    'unsupported-media-type',
    'This is a binary workbook (.xlsb). Open it in Excel, save it as .xlsx and send that.',
  ],
  ods: [
    'unsupported-media-type',
    'This is an OpenDocument spreadsheet (.ods). Open it in LibreOffice or Excel, save it as .xlsx and send that.',
  ],
  protected: [
    'unsupported-media-type',
    'This workbook is protected by a password, so it cannot be read. Save a copy without the password and send that.',
  ],
  pdf: [
    'unsupported-media-type',
    'This is a PDF. Send the spreadsheet that it was made from, as .xlsx or CSV.',
  ],
  page: ['unsupported-media-type', 'This is a web page, not a spreadsheet. Save it as .xlsx or CSV.'],
  'no-workbook': [
    'unsupported-media-type',
    'This is not a spreadsheet that the library can read. Send an .xlsx file, or text with commas, semicolons or tabs.',
  ],
  broken: [
    'invalid-request',
    'The file is damaged, so it cannot be read whole. Open it, save it again and send that.',
  ],
  unsafe: [
    'invalid-request',
    'The file holds declarations that no spreadsheet needs and that can do harm. Save it again in Excel or LibreOffice.',
  ],
  'too-large': [
    'too-large',
    'The file holds more than an action plan can: too many rows, cells or sheets, or too much once unpacked. ' +
      'Delete empty rows below the plan, or copy the plan into a new workbook.',
  ],
  'too-slow': [
    'too-large',
    'Reading the file took too long, so it was stopped. Copy the plan alone into a new workbook and send that.',
  ],
} as const satisfies Record<string, readonly [ErrorCode, string]>;

export type RefusalReason = keyof typeof REFUSALS;

export const isRefusalReason = (reason: string): reason is RefusalReason => reason in REFUSALS;

/** A file that is not read at all. `reason` says why, for machines; the message is for whoever sent it. */
export class SheetRefused extends LibraryError {
  constructor(readonly reason: RefusalReason) {
    const [code, message] = REFUSALS[reason];
    super(code, message, [], { reason });
  }
}
