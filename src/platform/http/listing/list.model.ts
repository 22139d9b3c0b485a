/** What every list answers beside its `items`. */
export class ListAnswer {
  /** Which page this is, from 1. */
  page: number;

  /** How many items a full page has. */
  limit: number;

  /** How many items there are on all pages. */
  total: number;

  /** Where `cursor` was asked for: from where to read on; null at the end. */
  cursor?: string | null;
}

/** What a list answers that may be narrowed by names. */
export class FilteredAnswer extends ListAnswer {
  /** What was asked for and names nothing here, and so finds nothing: `agency=…`. */
  unknown: string[];
}
