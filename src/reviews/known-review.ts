import type { EntityManager } from 'typeorm';
import { isSlug } from '../platform/http/listing/address.js';

/**
 * Id of a review by its slug, also of one that is not public just now; null where there never was one. For what partnerships take
 * back about it, which must not wait until it is seen again: nothing of the review is told.
 */
export async function idOfKnownReview(manager: EntityManager, slug: string): Promise<string | null> {
  if (!isSlug(slug)) return null;
  const [row] = await manager.query<{ id: string }[]>(`select id from review where slug = $1`, [slug]);
  return row?.id ?? null;
}
