import { LibraryError } from '../platform/http/errors/library-error.js';
import { Refusal } from '../platform/plain-words.js';

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

/** What a form would say beside a field is a sentence here. */
export function refuse(error: unknown): never {
  throw error instanceof LibraryError ? new Refusal(`${error.message}.`) : error;
}
