import { isIP } from 'node:net';
import type { Request } from 'express';
import type { Config } from '../platform/config.js';

/**
 * Did a page ask that has this server take a name that is not the library's (DNS rebinding)? Such a page would read what it
 * could not reach itself. The protocol has servers look at `Origin`: a page of another site may ask, for all is public and
 * nobody's cookies count; but it must know the library by its own name, which a page cannot feign.
 */
export function isForeignHost(request: Request, { publicUrl }: Pick<Config, 'publicUrl'>): boolean {
  const origin = request.get('origin');
  if (origin === undefined) return false;
  if (origin !== 'null' && !URL.canParse(origin)) return true;
  if (publicUrl !== undefined)
    return request.host !== new URL(publicUrl).host && !isThisMachine(request.hostname);
  return !isThisMachine(request.hostname) && isIP(request.hostname) === 0;
}

const isThisMachine = (name: string): boolean =>
  name === 'localhost' || name === '127.0.0.1' || name === '::1' || name === '[::1]';
