import { ApiProperty } from '@nestjs/swagger';
import { REPORT_WORDS, type ReportKind } from './report.js';

export class ReportFact {
  /** What it is. */
  label: string;

  /** What it says. */
  value: string;
}

export class ReportColumnItem {
  /** The name of the column in `rows`. */
  key: string;

  /** Its heading. */
  label: string;
}

export class ReportSectionItem {
  /** What the section is called for programs. */
  key: string;

  /** Its heading. */
  heading: string;

  /** What stands above its rows. */
  paragraphs: string[];

  /** What its rows have. */
  columns: ReportColumnItem[];

  /** By key of the column: text, lines of text, a number, a day as exactly as it is known, or null. An item has its `id`, `title` and `actions`. */
  @ApiProperty({ type: 'array', items: { type: 'object', additionalProperties: true } })
  rows: Record<string, unknown>[];
}

/** A report as programs read it. */
export class ReportAnswer {
  /** Which report it is. */
  @ApiProperty({ enum: Object.keys(REPORT_WORDS) })
  kind: ReportKind;

  /** Its heading. */
  title: string;

  /** Slug of the partnership. */
  partnership: string;

  /** The day that is asked about, YYYY-MM-DD. */
  asOf: string;

  /** How the past is looked at. */
  @ApiProperty({ enum: ['shown', 'known'] })
  view: 'shown' | 'known';

  /** Number of the partnership's last entry that counts. */
  lastEntry: number;

  /** The instant when it was made. */
  madeAt: string;

  /** What it covers. */
  about: ReportFact[];

  /** Its parts, in their order. */
  sections: ReportSectionItem[];
}
