import { LibraryError } from '../platform/http/errors/library-error.js';
import { Refusal } from '../platform/plain-words.js';
import { nameKey } from '../platform/text/name-key.js';
import type { AgencyChoice } from './people.queries.js';

/** What a command answers: as JSON, and in words. */
export interface CommandAnswer {
  json: object;
  words: string;
}

/** @throws Refusal where nothing has this slug */
export function idOfSlug(known: { id: string; slug: string }[], slug: string, what: string): string {
  const found = known.find((one) => one.slug === slug);
  if (!found)
    throw new Refusal(`There is no ${what} ${JSON.stringify(slug)}: give the last part of its address.`);
  return found.id;
}

/**
 * The agency that has this name there, as its own or as another one, or else this id or slug. As in bundles a partnership's own
 * agency goes before a national one of the same name.
 * @throws Refusal where there is none, or more than one
 */
export function idOfAgency(known: AgencyChoice[], text: string): string {
  const key = nameKey(text);
  const named = known.filter(({ name, otherNames }) =>
    [name, ...otherNames].some((one) => nameKey(one) === key),
  );
  const [found, ...more] =
    [
      named.filter(({ partnership }) => partnership !== null),
      named,
      known.filter(({ id, slug }) => id === text || slug === text),
    ].find((agencies) => agencies.length > 0) ?? [];
  if (!found) throw new Refusal(`There is no agency ${JSON.stringify(text)} there: give one of its names.`);
  if (more.length === 0) return found.id;
  const each = [found, ...more].map(({ name, slug, partnership }) =>
    [`${name} (${slug})`, ...(partnership ? [`of ${partnership}`] : [])].join(' '),
  );
  throw new Refusal(
    `More than one agency is called ${JSON.stringify(text)}: ${each.join('; ')}. Give what stands in brackets.`,
  );
}

/** What a form would say beside a field is a sentence here. */
export function refuse(error: unknown): never {
  throw error instanceof LibraryError ? new Refusal(`${error.message}.`) : error;
}
