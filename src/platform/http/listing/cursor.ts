import { createHash } from 'node:crypto';
import { invalidField, LibraryError } from '../errors/library-error.js';

/** What a cursor goes on with: it is of no use anywhere else. */
export interface CursorScope {
  /** Of the library, as it is called in its database. */
  library: string;
  /** What is read, and which filters narrow it: anything that JSON can write. */
  reading: unknown;
}

/**
 * A cursor for whoever reads on later. Opaque: nobody is to make one.
 * @param place the parts that say where, as they are
 */
export function writeCursor(scope: CursorScope, place: readonly string[]): string {
  return Buffer.from(JSON.stringify([sealOf(scope), ...place])).toString('base64url');
}

/** Whether a part can be what it stands for. One that somebody made up must not reach the database, which refuses it as a fault. */
export type IsPart = (text: string) => boolean;

/**
 * @param parts what each part of the place can be
 * @returns the parts that were written
 * @throws LibraryError invalid-request for what is no cursor; cursor-expired for one of another library or other filters
 */
export function readCursor(scope: CursorScope, text: string, parts: readonly IsPart[]): string[] {
  const [seal, ...place] = partsOf(text);
  const isWhole = place.length === parts.length && parts.every((isPart, at) => isPart(place[at]!));
  if (seal === undefined || !isWhole)
    throw invalidField('cursor', 'cursor is none of ours: use one exactly as an answer gave it.');
  if (seal !== sealOf(scope)) throw expired();
  return place;
}

export const expired = (): LibraryError =>
  new LibraryError(
    'cursor-expired',
    'This cursor is of another library, of an older state of this one, or of other filters. Begin again without a cursor.',
  );

const LONGEST = 400;

function partsOf(text: string): string[] {
  if (text.length > LONGEST) return [];
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    return Array.isArray(parts) && parts.every((part) => typeof part === 'string') ? parts : [];
  } catch {
    return [];
  }
}

const sealOf = ({ library, reading }: CursorScope): string =>
  createHash('sha256')
    .update(JSON.stringify([library, reading]))
    .digest('base64url')
    .slice(0, 16);
