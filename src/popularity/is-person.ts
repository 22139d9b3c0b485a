import type { IncomingHttpHeaders } from 'node:http';

/** What programs that read pages by themselves call themselves. `Cubot` makes telephones. */
const PROGRAM =
  /(?<!cu)bot|crawl|spider|slurp|scan|scrap|monitor|uptime|preview|fetch|feed|curl|wget|python|java\/|libwww|http-?client|okhttp|axios|headless|lighthouse/i;

/**
 * Does a person open this page, as far as its own words tell? Only for counts: whoever pretends gets the same page.
 * A page that a browser asks for beforehand has not been opened by anyone yet.
 */
export function isPerson({ method, headers }: { method: string; headers: IncomingHttpHeaders }): boolean {
  const agent = headers['user-agent'] ?? '';
  const purpose = [headers['sec-purpose'], headers.purpose, headers['x-moz']].join(' ');
  return (
    method === 'GET' && agent !== '' && !PROGRAM.test(agent) && !/prefetch|prerender|preview/i.test(purpose)
  );
}
