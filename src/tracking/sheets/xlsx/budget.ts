import { SHEET_LIMITS } from '../limits.js';
import { SheetRefused } from '../refusal.js';

type Limited = Exclude<keyof typeof SHEET_LIMITS, 'depth' | 'bytes'>;

/** Counts what a file makes us hold, while it is read, and refuses it at the first thing too many. */
export class ReadingBudget {
  private readonly spent = new Map<Limited, number>();

  spend(what: Limited, amount = 1): void {
    const total = (this.spent.get(what) ?? 0) + amount;
    if (total > SHEET_LIMITS[what]) throw new SheetRefused('too-large');
    this.spent.set(what, total);
  }
}
