import { cellAddress } from '../grid/addresses.js';
import type { PlanQuestion, ProposedAnswer, QuestionCode } from '../preview.js';

interface Place {
  row: number;
  column: number;
}

/** The questions of one sheet. Each is asked once of a cell, or once of the sheet, and stands where the sheet raises it. */
export class QuestionList {
  private readonly asked = new Map<string, { question: PlanQuestion; at: Place }>();

  constructor(private readonly sheet: string) {}

  /** A question about one cell. */
  ask(code: QuestionCode, at: Place, text: string | null, proposed: ProposedAnswer): void {
    this.add(at, { sheet: this.sheet, cell: cellAddress(at), code, text, proposed });
  }

  /** A question about the sheet as a whole, first raised by a cell. */
  askOnce(code: QuestionCode, at: Place, text: string | null, proposed: ProposedAnswer): void {
    this.add(at, { sheet: this.sheet, cell: null, code, text, proposed });
  }

  private add(at: Place, question: PlanQuestion): void {
    const key = `${question.code} ${question.cell ?? ''}`;
    if (!this.asked.has(key)) this.asked.set(key, { question, at });
  }

  /** From top to bottom, from left to right. */
  inOrder(): PlanQuestion[] {
    return [...this.asked.values()]
      .sort((a, b) => a.at.row - b.at.row || a.at.column - b.at.column)
      .map(({ question }) => question);
  }
}
