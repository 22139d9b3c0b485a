import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MailAttachments } from '../../outbox/mail-attachments.js';
import { Clock } from '../../platform/clock/clock.js';
import { writeWorkbook, XLSX, type SheetCell, type SheetColumn } from '../../platform/office/workbook.js';
import { sayPartialDate } from '../../platform/dates/partial-date.js';
import { EXPORT_COLUMNS, EXPORT_SHEET, type ExportField } from '../export/export-columns.js';
import { exportRows } from '../export/export-rows.js';
import { sheetColumn } from '../export/export.service.js';
import { aboutSheet } from '../reports/formats/xlsx.js';
import { OwnActions } from './own-actions.js';
import { ASKING, REMINDING } from './round-mail.js';
import { UpdateLinks, type UpdateLink } from './update-links.js';

/** The columns that this workbook alone has: the others are those of the export. */
export const UNCHANGED_HEADING = 'No change';
export const REASON_HEADING = 'Reason for another date, or to stop';

/** Columns of the export: nothing of the review, what others have said, or what is made of it. */
const KEPT: readonly ExportField[] = [
  ...(['ref', 'action', 'agency', 'supporting', 'originalDue', 'due', 'delivery', 'completed'] as const),
  ...(['update', 'updatedOn', 'itemId', 'itemVersion', 'actionId', 'actionVersion'] as const),
];

/** Columns that are read when the file is chosen on the page of the link. */
const ANSWERED: readonly ExportField[] = ['due', 'delivery', 'completed', 'update', 'updatedOn'];

const OWN: readonly SheetColumn[] = [
  { heading: UNCHANGED_HEADING, width: 11, choices: ['Yes'] },
  { heading: REASON_HEADING, width: 40 },
];

/** The workbook of somebody's own actions, which comes with the e-mail and can be brought in as any other export. */
@Injectable()
export class RoundSheet implements OnModuleInit {
  constructor(
    private readonly attachments: MailAttachments,
    private readonly links: UpdateLinks,
    private readonly own: OwnActions,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    for (const kind of [ASKING, REMINDING])
      this.attachments.register(kind, async (message) => {
        const link = await this.links.ofMessage(message);
        // Nobody fills in what is not taken any more.
        if (link?.state !== 'good') return [];
        return [{ filename: SHEET_NAME, contentType: XLSX, content: await this.write(link) }];
      });
  }

  /** Of the actions that the person owns now. */
  async write(link: UpdateLink): Promise<Buffer> {
    const rows = [...exportRows(await this.own.within(link))].map(cellsOf);
    const title = `${link.partnership.name}: actions of ${link.owner.name}`;
    const about = [
      { label: 'Partnership', value: link.partnership.name },
      { label: 'Answer by', value: sayPartialDate(link.round.by) },
      { label: 'How to answer', value: HOW },
    ];
    const sheets = [{ name: EXPORT_SHEET, columns: COLUMNS, rows }, aboutSheet(title, about)];
    return await writeWorkbook(sheets, { title, at: this.clock.now() });
  }
}

export const SHEET_NAME = 'actions.xlsx';

const places = KEPT.map((key) => EXPORT_COLUMNS.findIndex((column) => column.key === key));
/** Before those that are hidden. */
const OWN_AT = KEPT.indexOf('itemId');

const withOwn = <Cell>(cells: readonly Cell[], own: readonly Cell[]): Cell[] => [
  ...cells.slice(0, OWN_AT),
  ...own,
  ...cells.slice(OWN_AT),
];

const cellsOf = (row: readonly SheetCell[]): SheetCell[] =>
  withOwn(
    places.map((place) => row[place]!),
    OWN.map(() => null),
  );

const COLUMNS = withOwn(
  places.map((place) => sheetColumn(EXPORT_COLUMNS[place]!)),
  OWN,
);

const headingsOf = (keys: readonly ExportField[]): string =>
  EXPORT_COLUMNS.filter(({ key }) => keys.includes(key))
    .map(({ heading }) => heading)
    .join(', ');

const HOW = [
  `Fill in the sheet “${EXPORT_SHEET}”, save it, open the link of the email, choose the file there and look at what was read before you send it.`,
  `These columns are read: ${headingsOf(ANSWERED)}, ${UNCHANGED_HEADING}, ${REASON_HEADING}.`,
  `Write “Yes” under “${UNCHANGED_HEADING}” where nothing has changed. Another due date and “Stopped” are requests: say why.`,
  'Leave the hidden columns as they are: by them each row is known. Leave out names of children, adults and families.',
].join(' ');
