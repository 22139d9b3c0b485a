import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { send, type HttpRequest } from './load.ts';

/** A request as the application sent it, and which of the earlier ones it had waited for. */
export interface Recorded {
  request: HttpRequest;
  after: number[];
}

interface Noted {
  request: HttpRequest;
  began: number;
  ended: number;
}

export interface RecordingProxy {
  url: string;
  /** What the application asks Meilisearch while `work` is done. */
  record(work: () => Promise<unknown>): Promise<Recorded[]>;
  stop(): Promise<void>;
}

const NOT_PASSED_ON = ['host', 'connection', 'content-length', 'transfer-encoding'];
const passedOn = (headers: IncomingHttpHeaders): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !NOT_PASSED_ON.includes(name))) as Record<
    string,
    string
  >;

/** Stands between the application and Meilisearch, passes everything on and writes down the searches. */
export async function startRecordingProxy(target: string): Promise<RecordingProxy> {
  let noted: Noted[] = [];
  const server = createServer((incoming, outgoing) => {
    const parts: Buffer[] = [];
    incoming.on('data', (part: Buffer) => parts.push(part));
    incoming.on('end', () => {
      const headers = passedOn(incoming.headers);
      const body = parts.length > 0 ? Buffer.concat(parts).toString() : undefined;
      const path = incoming.url ?? '/';
      const request: HttpRequest = { method: incoming.method ?? 'GET', url: target + path, headers, body };
      const note: Noted = { request, began: performance.now(), ended: Number.POSITIVE_INFINITY };
      if (/\/(?:multi-)?search$/.test(path)) noted.push(note);
      send(request).then(
        (answer) => {
          note.ended = performance.now();
          outgoing.writeHead(answer.status, passedOn(answer.headers)).end(answer.body);
        },
        () => outgoing.destroy(),
      );
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    record: async (work) => {
      noted = [];
      await work();
      return noted.map(({ request, began }) => ({
        request,
        after: noted.flatMap(({ ended }, place) => (ended <= began ? [place] : [])),
      }));
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

/** Sends what was recorded again: one after the other what had waited, at once what had not. */
export async function replay(recorded: Recorded[]): Promise<void> {
  const answered: Promise<unknown>[] = [];
  for (const { request, after } of recorded) {
    const before = after.map((place) => answered[place]!);
    answered.push(
      Promise.all(before).then(async () => {
        const { status } = await send(request);
        if (status !== 200) throw new Error(`Meilisearch answered ${status}`);
      }),
    );
  }
  await Promise.all(answered);
}
