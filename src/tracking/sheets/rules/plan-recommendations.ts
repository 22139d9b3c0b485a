import type { PlanRecommendation } from '../preview.js';
import { addNotes, noteOf } from './note-list.js';
import { splitNumber, tidyNumber } from './numbers.js';
import type { ReadingContext } from './reading-context.js';
import type { RowEntry, RowReading } from './row-reading.js';

const textKey = (text: string | null): string => (text ?? '').toLowerCase().replace(/\s+/g, ' ').trim();

/** The recommendations of one sheet, and which rows are about which: rules 3 and 4 of docs/spreadsheets.md. */
export class PlanRecommendations {
  readonly all: PlanRecommendation[] = [];
  /** The review of each, where a column says so. */
  readonly reviews = new Map<PlanRecommendation, RowEntry>();
  private readonly byIdentity = new Map<string, PlanRecommendation>();
  private readonly byNumber = new Map<string, PlanRecommendation>();

  constructor(
    private readonly sheet: string,
    private readonly context: ReadingContext,
  ) {}

  /** The recommendation that a row with a recommendation's text is about: a new one, or one that stands further up. */
  of(row: RowReading, text: RowEntry, section: string | null): PlanRecommendation {
    const written = row.first('number');
    const split = splitNumber(text.text);
    const number = written ? tidyNumber(written.text) : split.number;
    const words = !written || split.number === number ? split.text : text.text;
    return this.find(number, words, written ?? text, section, row.first('review'));
  }

  /** The recommendation of a row that holds nothing but its number and text in one cell. */
  named(text: string, at: RowEntry, section: string | null): PlanRecommendation {
    const split = splitNumber(text);
    return this.find(split.number, split.text, at, section, undefined);
  }

  private find(
    number: string | null,
    words: string,
    at: RowEntry,
    section: string | null,
    review: RowEntry | undefined,
  ): PlanRecommendation {
    const identity = [review?.text ?? '', number ?? '', textKey(words)].join('\n');
    const known = this.byIdentity.get(identity);
    if (known) return known;
    const made = this.add(number, words, section, review);
    this.byIdentity.set(identity, made);
    if (number) this.askIfUsed(`${review?.text ?? ''}\n${number}`, made, at);
    return made;
  }

  /** One without a number or words: for actions that stand under none. */
  unnamed(section: string | null, review: RowEntry | undefined): PlanRecommendation {
    return this.add(null, null, section, review);
  }

  /** What a row says of the review that its recommendation belongs to. Another one than before is kept as a note. */
  addReview(recommendation: PlanRecommendation, entry: RowEntry): void {
    const known = this.reviews.get(recommendation);
    if (!known) this.reviews.set(recommendation, entry);
    else if (known.text !== entry.text) addNotes(recommendation.notes, [noteOf(entry, entry.text)]);
  }

  private add(
    number: string | null,
    text: string | null,
    section: string | null,
    review: RowEntry | undefined,
  ): PlanRecommendation {
    const made: PlanRecommendation = {
      ...{ sheet: this.sheet, number, text, section, scope: null },
      ...{ response: null, responseReason: null, notes: [], actions: [] },
    };
    this.all.push(made);
    if (review) this.reviews.set(made, review);
    return made;
  }

  private askIfUsed(key: string, made: PlanRecommendation, at: RowEntry): void {
    const earlier = this.byNumber.get(key);
    if (earlier)
      this.context.questions.ask('number-used-twice', at.cell, at.text, [
        earlier.text ?? '',
        made.text ?? '',
      ]);
    else this.byNumber.set(key, made);
  }
}
