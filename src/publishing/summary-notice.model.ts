/** Said of what this library wrote from a record's sources. Whoever shows the record shows this with it. */
export class SummaryNotice {
  /** “Summarised from “…” by this library; not checked by its publisher; the report may say more”. */
  text: string;

  /** Where to tell of a mistake: a `mailto:` address, or a page of this library. */
  mistakes: string;
}
