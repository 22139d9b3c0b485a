import { addressOf } from '../../platform/pages/addresses.js';
import { escapeHtml } from '../../platform/text/escape-html.js';
import { FILTER_NAMES } from '../../search/search-filters.js';
import { USUAL_ITEMS } from '../api/embed-query.dto.js';
import { frameTag, heightFor } from '../frame-tag.js';

export const PROVIDER = 'Practice review library';
const USUAL_WIDTH = 600;
/** Consumers keep the answer this long. It holds no content, but says that there is some. */
const CACHE_SECONDS = 300;

/** A page of the library that can be embedded. */
export type Embeddable =
  | { noun: 'themes' | 'reviews' | 'briefings' | 'resources'; slug: string }
  /** Words and filters, as the address gives them. */
  | { noun: 'search'; asked: Record<string, string | string[]> };

const PAGE = /^\/(?:embed\/)?(themes|reviews|briefings|resources)\/([^/]+)\/?$/;
const SEARCH_PAGE = /^\/(?:embed\/)?search\/?$/;

/**
 * Which page an address is of; null where it is none of ours that can be embedded.
 * @param origin as visitors have it
 */
export function embeddableAt(url: string, origin: string): Embeddable | null {
  if (!URL.canParse(url)) return null;
  const asked = new URL(url);
  const own = new URL(origin);
  // Somebody may have typed http:// where the library has TLS: it is the same page.
  if (asked.host !== own.host || !/^https?:$/.test(asked.protocol)) return null;
  // The library may stand below a path of its host.
  const base = own.pathname.replace(/\/$/, '');
  if (!asked.pathname.startsWith(base)) return null;
  const path = asked.pathname.slice(base.length);
  if (SEARCH_PAGE.test(path)) return { noun: 'search', asked: searchAsked(asked.searchParams) };
  const [, noun, slug] = PAGE.exec(path) ?? [];
  if (!noun || !slug) return null;
  try {
    return { noun: noun as 'themes', slug: decodeURIComponent(slug) };
  } catch {
    return null;
  }
}

/** What of the address says what is searched for; the rest says how much of it is shown. */
function searchAsked(parameters: URLSearchParams): Record<string, string | string[]> {
  const given = ['q', ...FILTER_NAMES].map((name) => [name, parameters.getAll(name)] as const);
  return Object.fromEntries(
    given.flatMap(([name, values]) =>
      values.length === 0 ? [] : [[name, values.length === 1 ? values[0]! : values]],
    ),
  );
}

const framePath = (page: Embeddable): string =>
  page.noun === 'search'
    ? addressOf('/embed/search', page.asked)
    : `/embed/${page.noun}/${encodeURIComponent(page.slug)}`;

/** The answer of an oEmbed provider (oEmbed 1.0, 2.3.4). */
export interface Oembed {
  version: '1.0';
  type: 'rich';
  title: string;
  provider_name: string;
  provider_url: string;
  cache_age: number;
  html: string;
  width: number;
  height: number;
}

export function makeOembed(
  page: Embeddable,
  title: string,
  origin: string,
  most: { maxwidth?: number; maxheight?: number },
): Oembed {
  const width = Math.min(USUAL_WIDTH, most.maxwidth ?? Infinity);
  const height = Math.min(heightFor(USUAL_ITEMS, width), most.maxheight ?? Infinity);
  return {
    version: '1.0',
    type: 'rich',
    title,
    provider_name: PROVIDER,
    provider_url: origin,
    cache_age: CACHE_SECONDS,
    html: frameTag(origin + framePath(page), title, { width, height }),
    width,
    height,
  };
}

/** The same as XML (oEmbed 1.0, 2.3.3). */
export const oembedXml = (answer: Oembed): string =>
  `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>\n${Object.entries(answer)
    .map(([name, value]) => `  <${name}>${escapeHtml(withoutControls(String(value)))}</${name}>`)
    .join('\n')}\n</oembed>\n`;

/** XML has no way to say most control characters. */
const withoutControls = (text: string): string => text.replace(/[^\P{Cc}\t\n\r]/gu, '');
