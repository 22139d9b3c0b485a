import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { Application, NextFunction, Request, Response } from 'express';

export const REQUEST_ID_HEADER = 'X-Request-Id';
const WELL_FORMED = /^[A-Za-z0-9._-]{1,64}$/;

const answering = new AsyncLocalStorage<string>();

/** The number of the request that is being answered; null outside of any. */
export const currentRequestId = (): string | null => answering.getStore() ?? null;

/** Gives every request a number, which its answer, its log lines and its audit entries carry. */
export function numberRequest(request: Request, response: Response, next: NextFunction): void {
  const number = numberOf(request);
  response.setHeader(REQUEST_ID_HEADER, number);
  answering.run(number, next);
}

/** That which a proxy gave it, where its word counts (`TRUST_PROXY`); anybody else could give two requests the same. */
function numberOf(request: Request): string {
  const given = request.get(REQUEST_ID_HEADER);
  return given !== undefined && WELL_FORMED.test(given) && isFromProxy(request) ? given : randomUUID();
}

function isFromProxy({ app, socket }: Request): boolean {
  const trusts = (app as Application).get('trust proxy fn') as (address: string, hop: number) => boolean;
  return trusts(socket.remoteAddress ?? '', 0);
}
