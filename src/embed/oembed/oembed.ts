import { escapeHtml } from '../../platform/text/escape-html.js';

export const PROVIDER = 'Practice review library';
const USUAL_SIZE = { width: 600, height: 640 };
/** Consumers keep the answer this long. It holds no content, but says that there is some. */
const CACHE_SECONDS = 300;

/** A page of the library that can be embedded. */
export interface Embeddable {
  noun: 'themes' | 'reviews' | 'briefings' | 'resources';
  slug: string;
}

const PAGE = /^\/(?:embed\/)?(themes|reviews|briefings|resources)\/([^/]+)\/?$/;

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
  const [, noun, slug] = PAGE.exec(asked.pathname.slice(base.length)) ?? [];
  if (!noun || !slug) return null;
  try {
    return { noun: noun as Embeddable['noun'], slug: decodeURIComponent(slug) };
  } catch {
    return null;
  }
}

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
  { noun, slug }: Embeddable,
  title: string,
  origin: string,
  most: { maxwidth?: number; maxheight?: number },
): Oembed {
  const width = Math.min(USUAL_SIZE.width, most.maxwidth ?? Infinity);
  const height = Math.min(USUAL_SIZE.height, most.maxheight ?? Infinity);
  return {
    version: '1.0',
    type: 'rich',
    title,
    provider_name: PROVIDER,
    provider_url: origin,
    cache_age: CACHE_SECONDS,
    html: frameTag(`${origin}/embed/${noun}/${encodeURIComponent(slug)}`, title, { width, height }),
    width,
    height,
  };
}

/** What other sites put in their pages. */
export const frameTag = (
  address: string,
  title: string,
  size: { width: number | string; height: number },
): string =>
  `<iframe src="${escapeHtml(address)}" title="${escapeHtml(title)}" width="${size.width}" height="${size.height}" frameborder="0" loading="lazy"></iframe>`;

/** The same as XML (oEmbed 1.0, 2.3.3). */
export const oembedXml = (answer: Oembed): string =>
  `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>\n${Object.entries(answer)
    .map(([name, value]) => `  <${name}>${escapeHtml(withoutControls(String(value)))}</${name}>`)
    .join('\n')}\n</oembed>\n`;

/** XML has no way to say most control characters. */
const withoutControls = (text: string): string => text.replace(/[^\P{Cc}\t\n\r]/gu, '');
