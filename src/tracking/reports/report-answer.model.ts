import { ApiProperty } from '@nestjs/swagger';
import { REPORT_WORDS, type ReportKind } from './report.js';

export class ReportFact {
  label: string;
  value: string;
}

export class ReportColumnItem {
  key: string;
  label: string;
}

export class ReportSectionItem {
  key: string;
  heading: string;
  paragraphs: string[];
  columns: ReportColumnItem[];

  /** By key of the column: text, lines of text, a number, a day as exactly as it is known, or null. An item has its `id`, `title` and `actions`. */
  @ApiProperty({ type: 'array', items: { type: 'object', additionalProperties: true } })
  rows: Record<string, unknown>[];
}

/** A report as programs read it. */
export class ReportAnswer {
  @ApiProperty({ enum: Object.keys(REPORT_WORDS) })
  kind: ReportKind;

  title: string;

  /** Slug of the partnership. */
  partnership: string;
  asOf: string;

  @ApiProperty({ enum: ['shown', 'known'] })
  view: 'shown' | 'known';

  /** Number of the partnership's last entry that counts. */
  lastEntry: number;

  /** The instant when it was made. */
  madeAt: string;

  about: ReportFact[];
  sections: ReportSectionItem[];
}
