/** Where a record comes from. */
export class SourceLink {
  title: string | null;

  /** On the publisher's own site. */
  link: string | null;
}
