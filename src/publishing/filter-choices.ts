import type { DataSource } from 'typeorm';
import type { FilterOption } from '../platform/pages/filters.js';
import { numberedFrom } from '../platform/postgres/list-page.js';
import type { ListStatement } from '../platform/postgres/list-statement.js';
import { PublishedCache } from './published-cache.js';

/** How the values of one filter are found in the rows of a list, as SQL. */
export interface ChoiceStatement {
  /** What an address takes; null where a row has none. */
  value: string;
  /** What it is called; left out, by its value. */
  label?: string;
  /** Tables in which a row may have several. */
  join?: string;
}

/** The values that a list's filters can take, those that find most first. */
export type Choices<Name extends string> = Record<Name, FilterOption[]>;

/**
 * Offers the values of a list's filters, each with how many rows choosing it finds while the other filters stay as they
 * are. What is chosen of the same filter does not narrow them: its values widen the list.
 */
export class FilterChoices<Name extends string, Query extends object> {
  private readonly names: Name[];
  private readonly unfiltered: PublishedCache<Choices<Name>>;

  /** @param listed how the list itself is read: what is counted is what it finds */
  constructor(
    private readonly source: DataSource,
    private readonly statements: Record<Name, ChoiceStatement>,
    private readonly listed: (query: Query) => ListStatement,
  ) {
    this.names = Object.keys(statements) as Name[];
    this.unfiltered = new PublishedCache(source, () => this.read({} as Query));
  }

  /** Values that would find nothing beside the filters that are on are among them, for what is chosen has to have a name. */
  async get(query: Query): Promise<Choices<Name>> {
    const all = await this.unfiltered.get();
    if (!isNarrowed(query)) return all;
    const found = await this.read(query);
    return this.forEach((name) => {
      const counts = new Map(found[name].map(({ value, count }) => [value, count]));
      return all[name]
        .map((choice) => ({ ...choice, count: counts.get(choice.value) ?? 0 }))
        .toSorted((one, other) => other.count - one.count);
    });
  }

  private async read(query: Query): Promise<Choices<Name>> {
    const values: unknown[] = [];
    const parts = this.names.map((name) => {
      const statement = this.listed({ ...query, [name]: undefined });
      const text = numberedFrom(values.length, choicesOf(this.statements[name], statement));
      values.push(...statement.conditions.values);
      return `(${text}) as "${name}"`;
    });
    const [row] = await this.source.query<Choices<Name>[]>(`select ${parts.join(', ')}`, values);
    return row!;
  }

  private forEach(make: (name: Name) => FilterOption[]): Choices<Name> {
    return Object.fromEntries(this.names.map((name) => [name, make(name)])) as Choices<Name>;
  }
}

/** What says which part of a list is shown does not say what is in it. */
const PARTS_OF_A_LIST = ['page', 'limit', 'sort'];

const isNarrowed = (query: object): boolean =>
  Object.entries(query).some(
    ([name, value]) =>
      !PARTS_OF_A_LIST.includes(name) && value !== undefined && (!Array.isArray(value) || value.length > 0),
  );

const choicesOf = (
  { value, label = value, join = '' }: ChoiceStatement,
  { id, from, conditions }: ListStatement,
): string => `
  select coalesce(json_agg(json_build_object('value', value, 'label', label, 'count', n)
    order by n desc, lower(label), value), '[]'::json)
  from (select (${value})::text as value, (${label})::text as label, count(distinct ${id})::int as n
        from ${from} ${join} where ${conditions.sql} and (${value}) is not null group by 1, 2) as choice`;
