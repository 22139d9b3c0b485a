import { escapeHtml } from '../platform/text/escape-html.js';
import type { FilledSections } from './every-page.queries.js';
import type { SitemapPage } from './sitemap.queries.js';

/** The pages that are no record's. */
const STANDING = ['/', '/about', '/contact', '/privacy', '/accessibility', '/api/docs'];

/** These, and the lists that have anything in them. */
export const standingPages = (sections: FilledSections): SitemapPage[] =>
  [...STANDING, ...Object.entries(sections).flatMap(([name, isFilled]) => (isFilled ? `/${name}` : []))].map(
    (path) => ({ path, changedAt: null }),
  );

/** Searches are for people: each is different, and none is a page that another site should lead to. */
export const presentRobots = (origin: string | undefined): string =>
  [
    'User-agent: *',
    'Disallow: /search',
    'Disallow: /api/',
    ...(origin ? ['', `Sitemap: ${origin}/sitemap.xml`] : []),
    '',
  ].join('\n');

/** What is invented is found by nobody who does not know that it is. */
export const NO_ROBOTS = 'User-agent: *\nDisallow: /\n';

export const presentSitemap = (origin: string, pages: readonly SitemapPage[]): string =>
  xml(
    'urlset',
    pages.map(
      ({ path, changedAt }) =>
        `<url>${locationOf(origin, path)}${changedAt === null ? '' : `<lastmod>${changedAt}</lastmod>`}</url>`,
    ),
  );

export const presentSitemapIndex = (origin: string, pages: number): string =>
  xml(
    'sitemapindex',
    Array.from(
      { length: pages },
      (_, n) => `<sitemap>${locationOf(origin, `/sitemap.xml?page=${n + 1}`)}</sitemap>`,
    ),
  );

const locationOf = (origin: string, path: string): string => `<loc>${escapeHtml(origin + path)}</loc>`;

const xml = (root: string, entries: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join('\n')}\n</${root}>\n`;
