/** A theme by name. */
export class ThemeRef {
  slug: string;
  label: string;
}
