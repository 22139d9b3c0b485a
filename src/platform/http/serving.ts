import type { Server } from 'node:http';
import { PATIENCE, within } from '../patience.js';

/** How long one who asks may take, in milliseconds: for the head of a request, for all of it, and for being silent. */
const HEAD_MS = 10_000;
const REQUEST_MS = 30_000;
const SILENT_MS = 60_000;

/** Nobody holds a connection by sending half a request, or by not reading the answer. */
export function limitWaiting(server: Server): void {
  server.headersTimeout = HEAD_MS;
  server.requestTimeout = REQUEST_MS;
  server.setTimeout(SILENT_MS);
}

/** Takes no more requests, lets those that are being answered end, and then closes every connection that is left. */
export async function stopServing(server: Server): Promise<void> {
  if (!server.listening) return;
  const closed = new Promise<void>((done) => server.close(() => done()));
  server.closeIdleConnections();
  await within(PATIENCE.requests, closed);
  server.closeAllConnections();
  await closed;
}
