import type { Request } from 'express';
import { inOrder, withoutAsker, type AskedParameters } from '../../platform/http/listing/in-order.js';

/**
 * What an answer is kept by: the address as asked, its parameters in one order and without who asks; and the site, where the
 * answer names it as the request did. Whoever asks may say anything of the site but a new line: `Host: a.example/api/v1` and
 * `/embed/…` are not the address of `Host: a.example` and `/api/v1/embed/…`.
 */
export function answerAddress(request: Request, origin: string): string {
  const address = `${origin}\n${request.path}`;
  if (!request.url.includes('?')) return address;
  return `${address}?${inOrder(withoutAsker(request.query as AskedParameters))}`;
}
