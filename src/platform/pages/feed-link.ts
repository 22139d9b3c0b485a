import { addressOf, type Parameters } from './addresses.js';

/** A feed of what a page lists: its address is `path`, the ending of a format, and `query`. */
export interface FeedLink {
  path: string;
  query: string;
}

export const feedLink = (path: string, parameters: Parameters = {}): FeedLink => ({
  path,
  query: addressOf('', parameters),
});
