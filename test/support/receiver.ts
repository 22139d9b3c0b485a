import { once } from 'node:events';
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createTlsServer, type ServerOptions } from 'node:https';
import type { AddressInfo } from 'node:net';

/** What a receiver was sent. */
export interface Received {
  headers: Record<string, string>;
  body: string;
  message: { type: string; timestamp: string; data: Record<string, string | null> };
}

/** A site that takes messages, on this machine. */
export class Receiver {
  readonly received: Received[] = [];
  /** What it does with a message, beyond keeping it; 204 is its answer otherwise. */
  answer: ((response: ServerResponse, request: IncomingMessage) => void) | null = null;
  private readonly server: Server;

  /** @param tls its key and certificate; without them it speaks http */
  constructor(tls?: ServerOptions) {
    this.server = tls ? createTlsServer(tls, this.take) : createServer(this.take);
  }

  async open(): Promise<this> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return this;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  get address(): string {
    return `http://127.0.0.1:${this.port}/hook`;
  }

  /** Answers with this from now on. */
  answers(status: number, headers: Record<string, string> = {}, body = ''): void {
    this.answer = (response) => response.writeHead(status, headers).end(body);
  }

  forget(): void {
    this.received.length = 0;
    this.answer = null;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  private readonly take: RequestListener = (request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const message = JSON.parse(body) as Received['message'];
      this.received.push({ headers: request.headers as Record<string, string>, body, message });
      if (this.answer) this.answer(response, request);
      else response.writeHead(204).end();
    });
  };
}
