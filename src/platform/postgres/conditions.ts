/** The conditions of one query and their parameters. Values never become part of the SQL text. */
export class Conditions {
  readonly values: unknown[] = [];
  private readonly parts: string[];

  constructor(...always: string[]) {
    this.parts = always;
  }

  /** Adds a filter, unless it is left out or empty. */
  filter(values: readonly unknown[] | undefined, condition: (placeholder: string) => string): this {
    return values?.length ? this.among(values, condition) : this;
  }

  /** Adds a filter, unless it is left out; an empty list finds nothing. */
  among(values: readonly unknown[] | undefined, condition: (placeholder: string) => string): this {
    if (!values) return this;
    this.values.push(values);
    this.parts.push(condition(`$${this.values.length}`));
    return this;
  }

  /** To stand after `where`. */
  get sql(): string {
    return this.parts.length > 0 ? this.parts.map((part) => `(${part})`).join(' and ') : 'true';
  }
}
