import type { SourceLink } from './source-link.model.js';
import { siteOf, webAddress } from '../platform/pages/addresses.js';

/** Where a record comes from, as a page shows it. */
export interface SourceView {
  title: string;
  url: string | null;
}

/**
 * The words say where a link goes. What is no address of the web (catalogues put names of files there) is not shown, and a
 * source with neither a title nor such an address is left out.
 */
export function presentSources(sources: readonly SourceLink[]): SourceView[] {
  return sources
    .map(({ title, link }) => {
      const href = webAddress(link);
      const site = href ? siteOf(href) : '';
      return { title: title && site ? `${title} (${site})` : title || site, url: href };
    })
    .filter(({ title }) => title !== '');
}
