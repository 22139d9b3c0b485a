import type { Request } from 'express';
import type { Config } from '../../config.js';

/** By what the browser says of itself, which no page can make it say otherwise; old ones say nothing, and have the token. */
export function isFromHere(request: Request, { publicUrl }: Pick<Config, 'publicUrl'>): boolean {
  const site = request.get('sec-fetch-site');
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  const origin = request.get('origin');
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  const { host } = new URL(origin);
  // Without TRUST_PROXY the scheme is not known, so that hosts are compared.
  return host === request.host || (!!publicUrl && host === new URL(publicUrl).host);
}

/** Whether the browser itself says that it was a page of ours, where `isFromHere` holds. */
export const saysWhence = (request: Request): boolean =>
  request.get('sec-fetch-site') === 'same-origin' || request.get('origin') !== undefined;
