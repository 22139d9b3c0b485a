import type { DataSource } from 'typeorm';
import { PublishedCache } from './published-cache.js';

/** What a filter can name: its slug, and one of the names that people use. */
export interface Nameable {
  slug: string;
  name: string;
}

/** What the values of a filter mean. */
export interface AskedFor {
  /** Slugs or names as the library writes them; what names nothing stays as it was asked for, and finds nothing. */
  values: string[];
  /** Those that name nothing that the public sees. */
  unknown: string[];
}

/** Reads the values of one filter: each is a slug or a name, in any capitals. */
export class NamedValues {
  private readonly kept: PublishedCache<Map<string, Nameable[]>>;

  /**
   * @param read all that can be named: only what the public sees, for an answer tells known names from others
   * @param keyOf the form in which names are compared
   */
  constructor(
    source: DataSource,
    read: () => Promise<Nameable[]>,
    private readonly keyOf: (name: string) => string,
  ) {
    this.kept = new PublishedCache(source, async () => {
      const byWords = new Map<string, Nameable[]>();
      for (const one of await read())
        for (const words of new Set([slugKey(one.slug), nameKeyed(keyOf(one.name))]))
          byWords.set(words, [...(byWords.get(words) ?? []), one]);
      return byWords;
    });
  }

  /** @param as what the list compares: slugs, names, or of each value whichever of the two it is */
  async find(given: readonly string[], as: keyof Nameable | 'as given'): Promise<AskedFor> {
    const known = await this.kept.get();
    const values = new Set<string>();
    const unknown: string[] = [];
    for (const value of given) {
      const bySlug = known.get(slugKey(value));
      const byName = known.get(nameKeyed(this.keyOf(value)));
      // “police” is that one, as an address has it; “Police” are all that are called so.
      const isSlug = !byName || (bySlug?.some(({ slug }) => slug === value) ?? false);
      const found = (isSlug ? bySlug : byName) ?? [];
      if (found.length === 0) unknown.push(value);
      const field = as === 'as given' ? (isSlug ? 'slug' : 'name') : as;
      for (const each of found.length > 0 ? found.map((one) => one[field]) : [value]) values.add(each);
    }
    return { values: [...values], unknown };
  }
}

const slugKey = (slug: string): string => `slug ${slug.toLowerCase()}`;
const nameKeyed = (key: string): string => `name ${key}`;

/** A query whose filters say what the library calls it, and what of them names nothing: `agency=…`. */
export interface ReadFilters<Query> {
  query: Query;
  unknown: string[];
}

/** Reads those filters of a query that take names. @param filters by the name of their parameter, in the order of the answer */
export async function readFilters<Query extends object>(
  query: Query,
  filters: { [Name in keyof Query]?: (given: string[]) => Promise<AskedFor> },
): Promise<ReadFilters<Query>> {
  const read = { ...query };
  const unknown: string[] = [];
  for (const [name, find] of Object.entries<((given: string[]) => Promise<AskedFor>) | undefined>(filters)) {
    const given = query[name as keyof Query] as string[] | undefined;
    if (!given?.length || !find) continue;
    const asked = await find(given);
    Object.assign(read, { [name]: asked.values });
    unknown.push(...asked.unknown.map((value) => `${name}=${value}`));
  }
  return { query: read, unknown };
}
