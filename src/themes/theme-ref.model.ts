/** A theme by name. */
export class ThemeRef {
  /** Its place in addresses. */
  slug: string;

  /** What it is called. */
  label: string;
}
