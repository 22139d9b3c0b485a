import { Agent as PlainAgent, request as plainRequest } from 'node:http';
import { Agent as SecureAgent, request as secureRequest } from 'node:https';
import { MeiliRefusal } from './refusal.js';

/** Idle connections are closed after this long: before a server or a gateway between closes one that is just being used. */
const KEPT = { keepAlive: true, timeout: 4000 };
const agents = { 'http:': new PlainAgent(KEPT), 'https:': new SecureAgent(KEPT) };

/**
 * Asks Meilisearch without `fetch`, which takes a millisecond for every request where a search takes five in all. Stands
 * in for it in Meilisearch's own client.
 * @returns the answer, read as JSON
 * @throws MeiliRefusal where it refused what was asked; another error where there is no answer, or no good one
 */
export async function leanClient(address: string | URL | Request, init: RequestInit = {}): Promise<unknown> {
  const url = new URL(address instanceof Request ? address.url : address);
  const secure = url.protocol === 'https:';
  const body = typeof init.body === 'string' ? init.body : '';
  const options = {
    method: init.method,
    agent: agents[secure ? 'https:' : 'http:'],
    signal: init.signal ?? undefined,
    headers: {
      ...Object.fromEntries(init.headers instanceof Headers ? init.headers : new Headers(init.headers)),
      'content-length': Buffer.byteLength(body),
    },
  };
  return await new Promise((done, fail) => {
    const asked = (secure ? secureRequest : plainRequest)(url, options, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('error', fail);
      answer.on('end', () => {
        try {
          const said = JSON.parse(Buffer.concat(parts).toString()) as { code?: string; message?: string };
          const status = answer.statusCode ?? 0;
          if (status === 200) done(said);
          else
            fail(
              MeiliRefusal.in(status, said) ?? new Error(`It answered ${status} (${said.code ?? 'no code'})`),
            );
        } catch {
          fail(new Error(`It answered ${answer.statusCode}, and no JSON`));
        }
      });
    });
    asked.on('error', fail);
    asked.end(body);
  });
}
