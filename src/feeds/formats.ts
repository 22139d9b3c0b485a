import { LibraryError } from '../platform/http/errors/library-error.js';
import { writeAtom } from './atom.js';
import type { Feed } from './feed.js';
import { writeJsonFeed } from './json-feed.js';
import { writeRss } from './rss.js';

/** How a feed may be written: by what its address ends with. */
export interface FeedFormat {
  /** The media type. */
  type: string;
  write: (feed: Feed) => string;
}

const FORMATS: ReadonlyMap<string, FeedFormat> = new Map([
  ['rss', { type: 'application/rss+xml; charset=utf-8', write: writeRss }],
  ['atom', { type: 'application/atom+xml; charset=utf-8', write: writeAtom }],
  ['json', { type: 'application/feed+json; charset=utf-8', write: writeJsonFeed }],
]);

/** @throws LibraryError not-found */
export function feedFormat(ending: string): FeedFormat {
  const format = FORMATS.get(ending);
  if (!format) throw new LibraryError('not-found', `Feeds end with .${[...FORMATS.keys()].join(', .')}.`);
  return format;
}
