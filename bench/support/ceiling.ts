/**
 * The ceiling: the library's own Express stack, which serves answers from memory and does nothing else. Started by `bench/api.ts`
 * as a process of its own, given a file of answers by path.
 */
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import compression from 'compression';
import express from 'express';
import { built } from './built.ts';

const { numberRequest } = await built<typeof import('../../src/platform/http/request-id.ts')>(
  'platform/http/request-id.js',
);
const { securityHeaders } = await built<typeof import('../../src/platform/pages/security-headers.ts')>(
  'platform/pages/security-headers.js',
);
const { heedIfNoneMatch } = await built<typeof import('../../src/platform/http/if-none-match.ts')>(
  'platform/http/if-none-match.js',
);

interface Served {
  etag: string;
  link: string;
  body: string;
}

const given = JSON.parse(await readFile(process.argv[2]!, 'utf8')) as Record<string, Served>;
const answers = new Map(
  Object.entries(given).map(([path, served]) => [path, { ...served, bytes: Buffer.from(served.body) }]),
);
const app = express();
app.disable('x-powered-by');
heedIfNoneMatch(app);
app.use(numberRequest);
app.use(securityHeaders());
app.use(compression({ level: 3 }));
app.get('/{*path}', (request, response) => {
  const answer = answers.get(request.originalUrl);
  if (!answer) {
    response.sendStatus(404);
    return;
  }
  response.set({
    ...{ 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-cache' },
    ...{ ETag: answer.etag, Link: answer.link, 'Access-Control-Allow-Origin': '*' },
  });
  response.send(answer.bytes);
});
const server = app.listen(0, '127.0.0.1', () =>
  console.log(`http://localhost:${(server.address() as AddressInfo).port}`),
);
