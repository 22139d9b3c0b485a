import { possibleText } from '../platform/xml/xml-text.js';
import { LIBRARY_TITLE, urnOf, wholeSummary, type Feed, type FeedItem } from './feed.js';
import { itemHtml } from './item-html.js';

/** JSON Feed 1.1 (jsonfeed.org). */
export const writeJsonFeed = (feed: Feed): string =>
  JSON.stringify(
    {
      version: 'https://jsonfeed.org/version/1.1',
      title: feed.title,
      home_page_url: feed.page,
      feed_url: feed.self,
      description: feed.description,
      ...(feed.next !== null && { next_url: feed.next }),
      authors: [{ name: LIBRARY_TITLE }],
      language: 'en-GB',
      items: feed.items.map(itemOf),
    },
    asInXml,
  );

/** The same text as in the other formats. */
const asInXml = (_: string, value: unknown): unknown =>
  typeof value === 'string' ? possibleText(value) : value;

const itemOf = (item: FeedItem): object => ({
  id: urnOf(item.id),
  url: item.url,
  ...(item.link && { external_url: item.link }),
  title: item.title,
  summary: wholeSummary(item),
  content_html: itemHtml(item),
  date_published: item.publishedAt,
  date_modified: item.updatedAt,
  ...(item.publisher && { authors: [{ name: item.publisher }] }),
  tags: item.themes.map(({ label }) => label),
});
