import { PUBLIC } from '../publishing/audience.js';

/** Who published what a list shows: of the publisher `p`. */
export const PUBLISHER_CHOICE = { value: 'p.slug', label: 'p.name' };

/** Was it published by one of these, by slug? */
export const publishedBy = (publisherId: string, placeholder: string): string =>
  `${publisherId} in (select id from ${PUBLIC.publisher} where slug = any(${placeholder}))`;
