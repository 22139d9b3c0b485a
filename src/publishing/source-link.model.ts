/** Where a record comes from. */
export class SourceLink {
  /** What the source is called. */
  title: string | null;

  /** On the publisher's own site. */
  link: string | null;
}
