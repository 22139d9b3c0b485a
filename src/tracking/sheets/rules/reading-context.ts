import type { PlanAgencies } from './plan-agencies.js';
import type { ColourKey } from './colour-key.js';
import type { QuestionList } from './question-list.js';
import type { WordsGiven } from './words-given.js';

/** What the reading of every row of a sheet needs beside the row. */
export interface ReadingContext {
  agencies: PlanAgencies;
  words: WordsGiven;
  colours: ColourKey;
  questions: QuestionList;
  /** The plan's own date. */
  asOf: string | null;
}
