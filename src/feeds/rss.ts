import { xml, xmlDocument, type Xml } from '../platform/xml/xml.js';
import { FEED_RIGHTS, LIBRARY_TITLE, urnOf, wholeSummary, type Feed, type FeedItem } from './feed.js';
import { itemHtml } from './item-html.js';

const NAMESPACES = {
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
};

/** RSS 2.0, as the RSS Advisory Board profiles it. */
export function writeRss(feed: Feed): string {
  const link = (rel: string, href: string | null): Xml | null =>
    href === null ? null : xml('atom:link', { rel, href, type: 'application/rss+xml' });
  const channel = xml(
    'channel',
    {},
    xml('title', {}, feed.title),
    xml('link', {}, feed.page),
    xml('description', {}, feed.description),
    xml('language', {}, 'en-GB'),
    xml('copyright', {}, FEED_RIGHTS),
    xml('lastBuildDate', {}, httpDate(feed.updatedAt)),
    xml('generator', {}, LIBRARY_TITLE),
    link('self', feed.self),
    link('first', feed.first),
    link('previous', feed.previous),
    link('next', feed.next),
    feed.items.map((item) => itemOf(feed, item)),
  );
  return xmlDocument(xml('rss', { version: '2.0', ...NAMESPACES }, channel));
}

const itemOf = (feed: Feed, item: FeedItem): Xml =>
  xml(
    'item',
    {},
    xml('title', {}, item.title),
    xml('link', {}, item.url),
    xml('guid', { isPermaLink: 'false' }, urnOf(item.id)),
    xml('pubDate', {}, httpDate(item.publishedAt)),
    xml('atom:updated', {}, item.updatedAt),
    item.publisher && xml('dc:creator', {}, item.publisher),
    item.themes.map(({ slug, label }) => xml('category', { domain: `${feed.themes}/${slug}` }, label)),
    xml('description', {}, wholeSummary(item)),
    xml('content:encoded', {}, itemHtml(item)),
  );

/** As RFC 1123 has it, which RFC 822 allows. */
const httpDate = (instant: string): string => new Date(instant).toUTCString();
