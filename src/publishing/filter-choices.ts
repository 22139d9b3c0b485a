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
  /** Tables in which the row with an id may have several. */
  join?: (id: string) => string;
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
    this.unfiltered = new PublishedCache(source, async () => (await this.read({} as Query)) as Choices<Name>);
  }

  /** Values that would find nothing beside the filters that are on are among them, for what is chosen has to have a name. */
  async get(query: Query): Promise<Choices<Name>> {
    const all = await this.unfiltered.get();
    if (!isNarrowed(query)) return all;
    const found = await this.read(query);
    return this.forEach((name) => {
      const counted = found[name];
      if (!counted) return all[name];
      const counts = new Map(counted.map(({ value, count }) => [value, count]));
      return all[name]
        .map((choice) => ({ ...choice, count: counts.get(choice.value) ?? 0 }))
        .toSorted((one, other) => other.count - one.count);
    });
  }

  /**
   * What is found is looked for once, for all filters that do not narrow it themselves.
   * @returns without a filter that narrows the list alone: its values find what they find without any
   */
  private async read(query: Query): Promise<Partial<Choices<Name>>> {
    const { id, from, conditions } = this.listed(query);
    const values: unknown[] = [...conditions.values];
    const columns = [`${id} as id`];
    const parts = this.names.flatMap((name) => {
      const { value, label = value, join } = this.statements[name];
      const others = { ...query, [name]: undefined };
      if (!isNarrowed({ chosen: (query as Partial<Record<Name, unknown>>)[name] })) {
        const of = { id: 'found.id', from: 'found', where: 'true' };
        if (join) return part(name, { value, label, ...of, from: `found ${join('found.id')}` });
        columns.push(`${value} as "${name}"`, `${label} as "${name} label"`);
        return part(name, { value: `"${name}"`, label: `"${name} label"`, ...of });
      }
      if (!isNarrowed(others)) return [];
      const listed = this.listed(others);
      const where = listed.conditions.sql;
      const text = part(name, { value, label, id, from: `${from} ${join?.(id) ?? ''}`, where });
      const numbered = numberedFrom(values.length, text);
      values.push(...listed.conditions.values);
      return numbered;
    });
    const [row] = await this.source.query<Partial<Choices<Name>>[]>(
      `with found as materialized (select ${columns.join(', ')} from ${from} where ${conditions.sql}) select ${parts.join(', ')}`,
      values,
    );
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

/** The values of one filter, as a column. Each row is counted once for a value; to sort them for it takes half as long again. */
const part = (
  name: string,
  { value, label, id, from, where }: Record<'value' | 'label' | 'id' | 'from' | 'where', string>,
): string => `(
  select coalesce(json_agg(json_build_object('value', value, 'label', label, 'count', n)
    order by n desc, lower(label), value), '[]'::json)
  from (select value, label, count(*)::int as n
        from (select distinct ${id}, (${value})::text as value, (${label})::text as label
              from ${from} where ${where} and (${value}) is not null) as each_once
        group by value, label) as choice) as "${name}"`;
