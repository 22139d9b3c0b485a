import { xml, xmlDocument, type Xml } from '../platform/xml/xml.js';
import { FEED_RIGHTS, LIBRARY_TITLE, urnOf, wholeSummary, type Feed, type FeedItem } from './feed.js';
import { itemHtml } from './item-html.js';

const NAMESPACES = {
  xmlns: 'http://www.w3.org/2005/Atom',
  'xmlns:at': 'http://purl.org/atompub/tombstones/1.0',
  'xml:lang': 'en-GB',
};

/** Atom 1.0 (RFC 4287), paged (RFC 5005), with tombstones for what is gone (RFC 6721). */
export function writeAtom(feed: Feed): string {
  const link = (rel: string, href: string | null, type = 'application/atom+xml'): Xml | null =>
    href === null ? null : xml('link', { rel, href, type });
  return xmlDocument(
    xml(
      'feed',
      NAMESPACES,
      // Of all its parts: the first one's address.
      xml('id', {}, feed.first),
      xml('title', {}, feed.title),
      xml('subtitle', {}, feed.description),
      xml('updated', {}, feed.updatedAt),
      xml('author', {}, xml('name', {}, LIBRARY_TITLE)),
      xml('rights', {}, FEED_RIGHTS),
      xml('generator', {}, LIBRARY_TITLE),
      link('self', feed.self),
      link('alternate', feed.page, 'text/html'),
      link('first', feed.first),
      link('previous', feed.previous),
      link('next', feed.next),
      feed.gone.map(({ id, updatedAt }) => xml('at:deleted-entry', { ref: urnOf(id), when: updatedAt })),
      feed.items.map((item) => entryOf(feed, item)),
    ),
  );
}

const entryOf = (feed: Feed, item: FeedItem): Xml =>
  xml(
    'entry',
    {},
    xml('id', {}, urnOf(item.id)),
    xml('title', {}, item.title),
    xml('link', { rel: 'alternate', type: 'text/html', href: item.url }),
    item.link && xml('link', { rel: 'related', href: item.link }),
    xml('published', {}, item.publishedAt),
    xml('updated', {}, item.updatedAt),
    item.publisher && xml('author', {}, xml('name', {}, item.publisher)),
    item.themes.map(({ slug, label }) => xml('category', { term: slug, label, scheme: feed.themes })),
    xml('summary', {}, wholeSummary(item)),
    xml('content', { type: 'html' }, itemHtml(item)),
  );
