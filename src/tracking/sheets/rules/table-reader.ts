import type { GridRow } from '../grid/grid.js';
import type { LeftOutRow, PlanRecommendation } from '../preview.js';
import type { PlanColumn } from './columns.js';
import { joinActions } from './join-actions.js';
import { commentOf, noteOf, addNotes } from './note-list.js';
import { tidyNumber } from './numbers.js';
import { readAction, type ReadAction } from './read-action.js';
import { addRowWithoutAction, addToRecommendation } from './read-recommendation.js';
import type { ReadingContext } from './reading-context.js';
import type { PlanRecommendations } from './plan-recommendations.js';
import { RowSorter, type RowKind } from './row-kinds.js';
import { RowReading, type RowEntry } from './row-reading.js';
import type { SheetView } from './sheet-view.js';

/** A recommendation whose own row gave it no place yet, such as one that is struck through above actions that are not. */
interface Seed {
  row: RowReading;
  text: RowEntry;
}

/** Reads the rows below one heading: which recommendation each is about, which action, or why it is left out. */
export class TableReader {
  readonly leftOut: LeftOutRow[] = [];
  private section: string | null;
  private recommendation: PlanRecommendation | undefined;
  private action: ReadAction | undefined;
  private seed: Seed | undefined;
  private readonly hasRecommendations: boolean;
  private readonly hasActions: boolean;

  constructor(
    private readonly sheet: string,
    private readonly view: SheetView,
    private readonly columns: readonly PlanColumn[],
    private readonly list: PlanRecommendations,
    private readonly context: ReadingContext,
    section: string | null,
  ) {
    this.section = section;
    this.hasRecommendations = columns.some(({ kind }) => kind === 'recommendation');
    this.hasActions = columns.some(({ kind }) => kind === 'action');
  }

  /** @returns the section that was open at the end, which goes on into a table below */
  read(rows: readonly GridRow[], isFollowed: boolean): string | null {
    if (!this.hasActions && rows[0]) this.askForActions(rows[0]);
    const sorter = new RowSorter(this.view, this.columns, rows, isFollowed);
    rows.forEach((row, at) => this.readRow(row, sorter.kindOf(at)));
    return this.section;
  }

  private askForActions(row: GridRow): void {
    this.context.questions.askOnce(
      'no-action-column',
      { row: row.number, column: 0 },
      null,
      'recommendation',
    );
  }

  private readRow(row: GridRow, kind: RowKind): void {
    if (kind === 'data') return this.readData(row);
    if (kind === 'recommendation') return this.readMergedRecommendation(row);
    this.leftOut.push({ sheet: this.sheet, row: row.number, why: kind, text: this.view.wordsOf(row) });
    if (kind === 'section') this.openSection(row);
    if (kind === 'struck-through') this.plantSeed(row);
  }

  private openSection(row: GridRow): void {
    this.section = this.view.own(row).at(-1)!.text;
    if (!this.hasRecommendations) this.recommendation = undefined;
    this.action = undefined;
  }

  private plantSeed(row: GridRow): void {
    const reading = this.reading(row);
    const text = reading.first('recommendation');
    if (text && !text.cell.inherited) this.seed = { row: reading, text };
  }

  private reading(row: GridRow, ownOnly = false): RowReading {
    return new RowReading(this.view, row, this.columns, this.context.questions, ownOnly);
  }

  /** A row merged over all columns that says that it is a recommendation. */
  private readMergedRecommendation(row: GridRow): void {
    const reading = this.reading(row);
    const [entry] = reading.ownEntries.filter(({ text, cell }) => text || cell.text);
    if (!entry) return;
    this.open(this.list.named(entry.cell.text, entry, this.section));
    if (entry.cell.comment && this.recommendation) addNotes(this.recommendation.notes, [commentOf(entry)]);
  }

  private readData(row: GridRow): void {
    const reading = this.reading(row);
    if (row.hidden) this.context.questions.ask('hidden-row', reading.firstOwnPlace, null, 'read');
    const text = reading.first('recommendation');
    const isNew = this.placeRow(reading, text);
    const recommendation = this.recommendation!;
    addToRecommendation(recommendation, reading, this.context);
    for (const review of reading.all('review')) this.list.addReview(recommendation, review);
    const action = this.actionText(reading, isNew);
    if (this.action && !isNew && this.continues(reading, action)) return this.continueAction(row);
    if (action === null) {
      return addRowWithoutAction(recommendation, reading, this.context, this.numberAside(reading, isNew));
    }
    this.action = readAction(reading, action, this.refOf(reading, text), this.context);
    addNotes(this.action.action.notes, this.secondNumber(reading, text));
    recommendation.actions.push(this.action.action);
  }

  /** Finds the recommendation of a row. @returns whether the row itself names one */
  private placeRow(reading: RowReading, text: RowEntry | undefined): boolean {
    if (text && !text.cell.inherited) {
      this.open(this.list.of(reading, text, this.section));
      return true;
    }
    if (this.seed) this.open(this.list.of(this.seed.row, this.seed.text, this.section));
    this.recommendation ??= this.list.unnamed(this.section, reading.first('review'));
    return false;
  }

  private open(recommendation: PlanRecommendation): void {
    this.recommendation = recommendation;
    this.action = undefined;
    this.seed = undefined;
  }

  /** The words of the action of a row. Without a column of actions, the recommendation's own words are proposed. */
  private actionText(reading: RowReading, isNew: boolean): string | null {
    if (this.hasActions) return reading.first('action')?.text ?? null;
    return isNew || reading.startsPromise ? (this.recommendation?.text ?? '') : null;
  }

  /**
   * Whether a row adds to the action above. An action that is merged over rows with agencies, dates or states of their own is as many
   * promises; an agency on a row without any action is an addressee (rule 11).
   */
  private continues(reading: RowReading, action: string | null): boolean {
    if (action !== null) return reading.inheritsAction && !reading.startsPromise;
    return (
      !this.hasActions || !reading.ownEntries.some(({ column, text }) => column.kind === 'agency' && text)
    );
  }

  private continueAction(row: GridRow): void {
    const reading = this.reading(row, true);
    const more = readAction(reading, '', null, this.context);
    joinActions(this.action!, more, reading);
    addNotes(
      this.action!.action.notes,
      [...this.numberAside(reading, false), ...reading.all('ref')].map((entry) => noteOf(entry, entry.text)),
    );
  }

  /** A number without a recommendation's text is the action's own (rule 4), unless it is the recommendation's again. */
  private refOf(reading: RowReading, text: RowEntry | undefined): string | null {
    const own = reading.first('ref')?.text;
    const number = this.ownNumber(reading, text);
    return own ?? (number ? number.text : null);
  }

  private ownNumber(reading: RowReading, text: RowEntry | undefined): RowEntry | null {
    const number = reading.first('number');
    const isOwn = number && !number.cell.inherited && (!text || text.cell.inherited);
    return isOwn && tidyNumber(number.text) !== this.recommendation?.number ? number : null;
  }

  /** Where an action has a column for its own number, a second one is kept too. */
  private secondNumber(reading: RowReading, text: RowEntry | undefined): ReturnType<typeof noteOf>[] {
    const number = reading.first('ref') ? this.ownNumber(reading, text) : null;
    return number ? [noteOf(number, number.text)] : [];
  }

  /** Numbers of a row that has neither a recommendation nor an action of its own. */
  private numberAside(reading: RowReading, isNew: boolean): RowEntry[] {
    return reading
      .all('number')
      .filter(() => !isNew)
      .filter(({ cell, text }) => !cell.inherited && tidyNumber(text) !== this.recommendation?.number);
  }
}
