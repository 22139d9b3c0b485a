import { siteOf } from '../platform/pages/addresses.js';
import { xml } from '../platform/xml/xml.js';
import type { FeedItem } from './feed.js';

/** An item as a reader shows it: with whose it is and where it stands, for readers often show nothing else of it. */
export function itemHtml({ summary, facts, themes, url, link }: FeedItem): string {
  const links = [xml('a', { href: url }, 'Read this in the Practice review library')];
  if (link) links.push(xml('a', { href: link }, `Open on ${siteOf(link)}`));
  const labels = themes.map(({ label }) => label).join(', ');
  return [
    ...summary
      .split(/\n+/)
      .filter((part) => part.trim() !== '' && part !== facts)
      .map((part) => xml('p', {}, part)),
    ...(facts ? [xml('p', {}, facts)] : []),
    ...(labels ? [xml('p', {}, `Themes: ${labels}`)] : []),
    xml('p', {}, ...links.flatMap((one, at) => (at === 0 ? [one] : [' · ', one]))),
  ]
    .map(({ text }) => text)
    .join('');
}
