/** The large search box, as `partials/search-box.njk` takes it. */
export interface SearchBox {
  value: string;
  /** What is wrong with the value, in words; null where nothing is. */
  problem: string | null;
  /** Searches to try. */
  examples: readonly string[];
}
