import type { Request } from 'express';
import { inOrder, withoutAsker, type AskedParameters } from '../../platform/http/listing/in-order.js';

/**
 * What an answer is kept by: the address as asked, its parameters in one order and without who asks; and the site, where the
 * answer names it as the request did.
 */
export function answerAddress(request: Request, origin: string): string {
  const { path } = request;
  if (!request.url.includes('?')) return `${origin}${path}`;
  return `${origin}${path}?${inOrder(withoutAsker(request.query as AskedParameters))}`;
}
