import { Agent, request, type IncomingHttpHeaders } from 'node:http';

export interface HttpRequest {
  method: string;
  url: string;
  headers?: Record<string, string>;
  body?: string;
}

export interface HttpAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** Connections are kept, as many as there are clients: what is measured is answering, not connecting. */
const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** One client for everything that is measured, so that its own cost is the same on both sides. */
export async function send({ method, url, headers = {}, body }: HttpRequest): Promise<HttpAnswer> {
  return await new Promise((done, fail) => {
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const asked = request(url, { method, agent, headers: { ...headers, ...length } }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('error', fail);
      answer.on('end', () =>
        done({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) }),
      );
    });
    asked.on('error', (error: NodeJS.ErrnoException) => {
      // A server may close a kept connection at the very moment when it is used again: that is no failure of the server.
      if (asked.reusedSocket && error.code === 'ECONNRESET')
        send({ method, url, headers, body }).then(done, fail);
      else fail(error);
    });
    asked.end(body);
  });
}

/**
 * Asks for an answer as it is, as Meilisearch is asked; or, `compressed`, as browsers do.
 * @throws when the answer is not 2xx
 */
export async function get(url: string, compressed = false): Promise<HttpAnswer> {
  const headers: Record<string, string> = compressed ? { 'accept-encoding': 'gzip, deflate' } : {};
  const answer = await send({ method: 'GET', url, headers });
  if (answer.status >= 300) throw new Error(`${url} answered ${answer.status}`);
  return answer;
}

export async function getJson<Answer>(url: string): Promise<Answer> {
  const answer = await send({ method: 'GET', url });
  if (answer.status >= 300) throw new Error(`${url} answered ${answer.status}`);
  return JSON.parse(answer.body.toString()) as Answer;
}

/** As many clients as said do the work, each the next piece when it has done one. @returns milliseconds of each piece */
export async function atOnce(clients: number, work: (() => Promise<unknown>)[]): Promise<number[]> {
  const times: number[] = [];
  const left = [...work];
  const client = async (): Promise<void> => {
    for (let next = left.shift(); next; next = left.shift()) {
      const began = performance.now();
      await next();
      times.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return times;
}

export interface Percentiles {
  n: number;
  p50: number;
  p95: number;
  p99: number;
}

/** The nearest rank: the smallest time that so many per cent do not exceed. */
export function percentiles(times: number[]): Percentiles {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share: number): number =>
    sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
  return { n: times.length, p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

export const median = (numbers: number[]): number => percentiles(numbers).p50;
