import type { IncomingHttpHeaders } from 'node:http';
import { isbot } from 'isbot';

/**
 * Does a person open this page, as far as its own words tell? Only for counts: whoever pretends gets the same page.
 * A page that a browser asks for beforehand has not been opened by anyone yet.
 */
export function isPerson({ method, headers }: { method: string; headers: IncomingHttpHeaders }): boolean {
  const agent = headers['user-agent'] ?? '';
  const purpose = [headers['sec-purpose'], headers.purpose, headers['x-moz']].join(' ');
  return method === 'GET' && agent !== '' && !isbot(agent) && !/prefetch|prerender|preview/i.test(purpose);
}
