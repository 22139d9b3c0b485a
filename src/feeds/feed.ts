import type { GoneRecord } from '../publishing/changes/published-records.queries.js';
import type { ThemeRef } from '../themes/theme-ref.model.js';

/** What a feed says, in whatever format. All addresses are in full. */
export interface Feed {
  title: string;
  /** What is in it, and whom to call. */
  description: string;
  /** The page on which people find the same. */
  page: string;
  /** The address of this feed in a format, of the part that it is. */
  self: string;
  /** The addresses of the parts before and after it (RFC 5005); the first has the newest. */
  first: string;
  previous: string | null;
  next: string | null;
  /** Where themes stand. */
  themes: string;
  /** When something in it last changed, came or went: RFC 3339, UTC. */
  updatedAt: string;
  items: FeedItem[];
  /** It has less in it than it will have in a moment. */
  isPartial: boolean;
  /** What was in it and is not any more. */
  gone: GoneRecord[];
}

/** A record in a feed. Text is text, not markup. */
export interface FeedItem {
  id: string;
  title: string;
  /** Its page in this library. */
  url: string;
  /** The original, on its publisher's own site. */
  link: string | null;
  summary: string;
  /** To be shown with the summary: who wrote it, where that is this library. */
  notice: string | null;
  /** Who published what, and when, and whether this library wrote the summary. */
  facts: string;
  publisher: string | null;
  themes: ThemeRef[];
  /** When this library published it: RFC 3339, UTC. */
  publishedAt: string;
  updatedAt: string;
}

export const LIBRARY_TITLE = 'Practice review library';

/** The summary where nothing else is shown of an item. */
export const wholeSummary = ({ summary, notice }: FeedItem): string =>
  notice === null || summary.includes(notice) ? summary : `${summary}\n${notice}.`;

/** Of everything in a feed. */
export const FEED_RIGHTS =
  'Reviews, briefings and other documents belong to their publishers, who are named with each. Summaries are in the words of the Practice review library unless they say otherwise: name it, and lead to its page.';

/** What feeds call a record, whatever becomes of its address. */
export const urnOf = (id: string): string => `urn:uuid:${id}`;
