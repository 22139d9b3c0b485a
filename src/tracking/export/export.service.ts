import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { londonDay } from '../../platform/dates/london-day.js';
import { LibraryError } from '../../platform/http/errors/library-error.js';
import { isId } from '../../platform/text/is-id.js';
import { writeWorkbook, type Sheet } from '../../platform/office/workbook.js';
import type { Follower } from '../follower.js';
import { momentOf } from '../moment.js';
import { AllPresented } from '../reports/all-presented.js';
import { aboutSheet } from '../reports/formats/xlsx.js';
import { ReportSubjects } from '../reports/report-subjects.js';
import { sayMoment } from '../reports/reports.service.js';
import { concerns } from '../rights.js';
import type { TrackedAction, TrackedItemAnswer } from '../tracked-item.model.js';
import { TrackedItemQueries } from '../tracked-items.queries.js';
import { DELIVERIES, DELIVERY_WORDS } from '../tracking.js';
import {
  EXPORT_COLUMNS,
  EXPORT_MARK_SHEET,
  EXPORT_SHEET,
  type ExportColumn,
  type ExportMark,
} from './export-columns.js';
import { exportRows } from './export-rows.js';

/** A workbook, and how many rows people may edit in it. */
export interface TrackingExport {
  file: Buffer;
  name: string;
  rows: number;
}

export interface ExportWish {
  agency?: string;
  asOf?: string;
  view?: 'shown' | 'known';
}

/** Writes what a partnership follows as a workbook that people edit and bring in again. */
@Injectable()
export class ExportService {
  constructor(
    private readonly items: TrackedItemQueries,
    private readonly presented: AllPresented,
    private readonly subjects: ReportSubjects,
    private readonly clock: Clock,
  ) {}

  /**
   * @param wish one agency’s: the actions that it leads or supports, and what it was asked and has no action for yet
   * @throws LibraryError invalid-request; not-found for an agency that is not in the list, or not one’s own
   */
  async export(who: Follower, wish: ExportWish): Promise<TrackingExport> {
    const at = this.clock.now();
    const today = londonDay(at);
    const agency = wish.agency ?? who.agency?.id ?? null;
    const name = agency === null ? null : await this.nameOf(who, agency);
    const moment = momentOf(wish, today);
    const lastEntry = await this.items.lastEntry(who, moment);
    const all = await this.items.all(who, moment);
    const states = agency === null ? all : all.filter((state) => concerns(state, agency));
    const items = await this.presented.of(who, moment, states, all);
    const rows = [...exportRows(agency === null ? items : items.map((item) => ownActions(item, agency)))];
    const title = `${who.partnership.name}: recommendations and actions${name === null ? '' : ` of ${name}`}`;
    const mark: ExportMark = {
      ...{ format: 'tracking-export-1', partnership: who.partnership.slug, agency: agency ?? '' },
      ...{ asOf: moment.asOf, view: moment.view, lastEntry: String(lastEntry), exportedAt: at.toISOString() },
    };
    const about = [
      { label: 'Partnership', value: who.partnership.name },
      ...(name === null ? [] : [{ label: 'Agency', value: name }]),
      { label: 'Day', value: sayMoment(moment, today) },
      { label: 'Last entry', value: `Number ${lastEntry} of the partnership’s log` },
      { label: 'To bring it in again', value: BRING_IN },
    ];
    const sheets: Sheet[] = [
      { name: EXPORT_SHEET, columns: COLUMNS, rows },
      aboutSheet(title, about),
      { ...MARK, rows: Object.entries(mark) as [string, string][] },
    ];
    return {
      file: await writeWorkbook(sheets, { title, at }),
      ...{ name: `${who.partnership.slug}-actions-${moment.asOf}.xlsx`, rows: rows.length },
    };
  }

  private async nameOf(who: Follower, agency: string): Promise<string> {
    const name = isId(agency) && (await this.subjects.agency(who, agency));
    if (!name) throw new LibraryError('not-found', 'There is no such agency.');
    return name;
  }
}

const headings = (isEditable: boolean): string =>
  EXPORT_COLUMNS.filter((column) => column.of !== 'row' && column.isEditable === isEditable)
    .map(({ heading }) => heading)
    .join(', ');

const BRING_IN = [
  'Edit the sheet “Actions” and bring the file in again. Only what you changed is taken. A row that you delete changes nothing.',
  `You may change these columns: ${headings(true)}.`,
  `These are there to be read, and are changed in the library: ${headings(false)}.`,
  'Leave the hidden columns as they are: by them each row is known.',
].join(' ');

/** A column as the workbook has it. */
export const sheetColumn = ({ key, heading, width, kind, of }: ExportColumn): Sheet['columns'][number] => ({
  ...{ heading, width, kind, isHidden: of === 'row' },
  ...(key === 'delivery' ? { choices: DELIVERIES.map((code) => DELIVERY_WORDS[code]) } : {}),
});

const COLUMNS = EXPORT_COLUMNS.map(sheetColumn);

const MARK = {
  ...{ name: EXPORT_MARK_SHEET, isVeryHidden: true },
  columns: [
    { heading: 'Name', width: 20 },
    { heading: 'Value', width: 40 },
  ],
};

/** What an agency may say something of. */
const ownActions = (item: TrackedItemAnswer, agency: string): TrackedItemAnswer => ({
  ...item,
  actions: item.actions.filter(
    (action: TrackedAction) =>
      action.agency?.id === agency || action.supporting.some(({ id }) => id === agency),
  ),
});
