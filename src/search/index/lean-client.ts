import { Agent as PlainAgent, request as plainRequest, type IncomingMessage } from 'node:http';
import { Agent as SecureAgent, request as secureRequest } from 'node:https';
import { text } from 'node:stream/consumers';

const agents = {
  'http:': new PlainAgent({ keepAlive: true }),
  'https:': new SecureAgent({ keepAlive: true }),
};

/**
 * Asks Meilisearch without `fetch`, which takes a millisecond for every request where a search takes five in all. Stands
 * in for it in Meilisearch's own client.
 * @returns the answer, read as JSON
 * @throws when there is none, or when it is not a good one
 */
export async function leanClient(address: string | URL | Request, init: RequestInit = {}): Promise<unknown> {
  const url = new URL(address instanceof Request ? address.url : address);
  const secure = url.protocol === 'https:';
  const body = typeof init.body === 'string' ? init.body : '';
  const headers = Object.fromEntries(new Headers(init.headers));
  const answer = await new Promise<IncomingMessage>((done, fail) => {
    const asked = (secure ? secureRequest : plainRequest)(
      url,
      {
        method: init.method,
        agent: agents[secure ? 'https:' : 'http:'],
        signal: init.signal ?? undefined,
        headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      },
      done,
    );
    asked.on('error', fail);
    asked.end(body);
  });
  const said = JSON.parse(await text(answer)) as { message?: string };
  if (answer.statusCode !== 200) throw new Error(said.message ?? `It answered ${answer.statusCode}`);
  return said;
}
