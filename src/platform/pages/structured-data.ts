import nunjucks from 'nunjucks';
import type { SafeHtml } from './safe-html.js';

/** What a page says of itself to search engines, in the words of schema.org; addresses of ours are paths. */
export interface StructuredData {
  '@type': string;
  [name: string]: unknown;
}

/**
 * Structured data as the content of a script element, which nothing in it can end.
 * @param address of the page: what its paths are addresses at
 */
export function structuredData(data: StructuredData, address: string): SafeHtml {
  const json = JSON.stringify({ '@context': 'https://schema.org', ...data }, (name, value: unknown) =>
    (name === 'url' || name === '@id') && typeof value === 'string' && value.startsWith('/')
      ? new URL(value, address).href
      : (value ?? undefined),
  );
  return new nunjucks.runtime.SafeString(json.replace(/[<>&\u2028\u2029]/g, asEscape));
}

const asEscape = (mark: string): string => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`;
