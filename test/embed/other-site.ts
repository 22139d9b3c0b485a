import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A site of somebody else's: another origin and, under the name `localhost`, another site than the library's `127.0.0.1`. */
export interface OtherSite {
  url: string;
  /** Puts a page on it. @returns its address */
  page(name: string, body: string, policy?: string): string;
  close(): Promise<void>;
}

export async function startOtherSite(): Promise<OtherSite> {
  const pages = new Map<string, { body: string; policy: string | undefined }>();
  const server = createServer((request, response) => {
    const found = pages.get(request.url ?? '');
    if (!found) {
      response.writeHead(request.url === '/favicon.ico' ? 204 : 404).end();
      return;
    }
    if (found.policy) response.setHeader('Content-Security-Policy', found.policy);
    response.setHeader('Content-Type', 'text/html; charset=utf-8').end(found.body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  return {
    url,
    page: (name, body, policy) => {
      pages.set(`/${name}`, { body: hostPage(body), policy });
      return `${url}/${name}`;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

const hostPage = (body: string): string => `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>A council’s intranet</title></head>
<body><main><h1>Safeguarding this week</h1>${body}</main></body></html>`;
