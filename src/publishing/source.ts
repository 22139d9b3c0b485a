/** Where a record comes from: the publication and, where it has one, its address. Kept as JSON beside the record. */
export interface Source {
  title?: string;
  url?: string;
}
