import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/**
 * A client that costs next to nothing, so that what is measured is the server even where both share a core: it writes requests
 * as text on kept connections, and reads of answers no more than their status and where they end.
 */
export class Connection {
  private readonly socket: Socket;
  private parts: Buffer[] = [];
  private length = 0;
  private waiting: ((status: number) => void) | null = null;
  private failed: ((error: Error) => void) | null = null;

  private constructor(socket: Socket) {
    this.socket = socket;
    socket.on('data', (part) => this.take(part));
    socket.on('error', (error) => this.failed?.(error));
    socket.on('close', () => this.failed?.(new Error('The connection was closed')));
  }

  static async to(url: string): Promise<Connection> {
    const { hostname, port } = new URL(url);
    const socket = connect({ host: hostname, port: Number(port), noDelay: true });
    await once(socket, 'connect');
    return new Connection(socket);
  }

  /** @returns the status, once all of the answer is there */
  async ask(path: string, heads = ''): Promise<number> {
    return await new Promise((done, fail) => {
      [this.waiting, this.failed] = [done, fail];
      this.socket.write(`GET ${path} HTTP/1.1\r\nHost: bench\r\n${heads}\r\n`);
    });
  }

  close(): void {
    this.failed = null;
    this.socket.destroy();
  }

  private take(part: Buffer): void {
    this.parts.push(part);
    this.length += part.length;
    const first = this.parts.length === 1 ? part : (this.parts = [Buffer.concat(this.parts)])[0]!;
    const end = first.indexOf('\r\n\r\n');
    if (end < 0) return;
    const head = first.toString('latin1', 0, end);
    const status = Number(head.slice(9, 12));
    const length = status === 304 ? 0 : Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? Number.NaN);
    if (Number.isNaN(length)) throw new Error(`An answer does not say how long it is: ${head}`);
    if (this.length < end + 4 + length) return;
    [this.parts, this.length] = [[], 0];
    this.waiting?.(status);
  }
}

/** A request, as a path with more heads than are needed. */
export interface Asked {
  path: string;
  heads?: string;
}

export interface Loaded {
  times: number[];
  perSecond: number;
  /** How many answers had none of the statuses that were expected. */
  errors: number;
}

/** So many connections ask all of this, each the next when it has an answer. */
export async function load(
  url: string,
  connections: number,
  asked: readonly Asked[],
  expected: readonly number[] = [200],
): Promise<Loaded> {
  const all = await Promise.all(Array.from({ length: connections }, async () => await Connection.to(url)));
  const times: number[] = [];
  let [next, errors] = [0, 0];
  const began = performance.now();
  await Promise.all(
    all.map(async (connection) => {
      for (let at = next++; at < asked.length; at = next++) {
        const { path, heads } = asked[at]!;
        const from = performance.now();
        if (!expected.includes(await connection.ask(path, heads))) errors += 1;
        times.push(performance.now() - from);
      }
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  for (const connection of all) connection.close();
  return { times, perSecond: asked.length / seconds, errors };
}
