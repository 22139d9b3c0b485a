/**
 * The library's advisory locks, in one place so that no two mean different things by one number. Any numbers will do,
 * as long as every instance uses the same.
 */

/** Bringing the schema up to date: one instance does it, the others wait. */
export const MIGRATION_LOCK = 7_201_001;

/**
 * Making search documents, shared; held alone by an import while it writes: both write many records, in orders of their
 * own, and would otherwise wait for each other's for ever.
 */
export const PROJECTION_LOCK = 7_201_002;

/** First half of the locks that live worker pools hold; the second is the hash of their name. */
export const LIVE_POOL = 7_201_003;

/** First half of the locks of those who decide by what a partnership's log says; the second is the hash of its id. */
export const HELD_CHAIN = 7_201_004;

/**
 * Held alone by whoever is about to commit a change of content, until they have; and for a moment, shared, by those who ask in
 * which state the content is. The migration that holds states has this number as well.
 */
export const COMMITTING_LOCK = 7_201_005;
