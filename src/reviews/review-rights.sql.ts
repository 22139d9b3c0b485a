import { attributionOf, rightsOf } from '../publishing/record.sql.js';

/** How a review `r` and its publisher `p` are named where it is said whose something is. */
const REVIEW = { publisher: 'p.name', title: 'r.title', summarised: 'r.summarised' };

/** Whose the report of a review `r` is, and with it what is taken from it. */
export const REVIEW_RIGHTS = rightsOf('report', REVIEW.publisher);

/** What to name where a review `r`, or a part of it, is shown. @param part SQL: “Learning point from ” */
export const reviewAttribution = (part?: string): string => attributionOf(REVIEW, part);
