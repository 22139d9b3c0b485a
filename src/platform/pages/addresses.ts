/** The parameters of one of our addresses; repeats of one name are a list. */
export type Parameters = Record<string, string | number | readonly string[] | null | undefined>;

/** An address with its parameters, in the order given; what is empty is left out, and so is page 1. */
export function addressOf(path: string, parameters: Parameters): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value === null || value === undefined || value === '') continue;
    if (name === 'page' && Number(value) === 1) continue;
    for (const each of Array.isArray(value) ? (value as readonly string[]) : [String(value)])
      search.append(name, each);
  }
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}

/** A telephone number as `tel:` takes it: digits, and a plus at the start. */
export const dialling = (phone: string): string => phone.replace(/[^\d+]/g, '').replace(/(?!^)\+/g, '');

/**
 * Addresses in content come from bundles: only those of the web become links. Anything else (`javascript:`) is left out.
 */
export const webAddress = (url: string | null | undefined): string | null =>
  url && /^https?:\/\//i.test(url) ? url : null;

/** Where a link goes, for people: `www.nspcc.org.uk/learning` is “nspcc.org.uk”. */
export function siteOf(url: string): string {
  try {
    return new URL(url).hostname.replace(/^www\./, '');
  } catch {
    return url;
  }
}
