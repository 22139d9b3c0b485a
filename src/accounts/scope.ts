import type { Actor } from '../platform/http/access/actor.js';
import { LibraryError } from '../platform/http/errors/library-error.js';

/** The partnership that somebody administers; null for all. @throws LibraryError forbidden for whoever acts for none */
export function scopeOf({ acting }: Actor): string | null {
  if (acting?.role === 'platform-administrator') return null;
  if (!acting?.partnership) throw new LibraryError('forbidden', 'You act for no partnership.');
  return acting.partnership.id;
}
