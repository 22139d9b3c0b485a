import type { Response } from 'express';

/**
 * Says with an answer where something that belongs to it is (RFC 8288).
 * @param to an address, encoded
 * @param type of what is there, where that is not what is answered here
 */
export function addLink(response: Response, rel: string, to: string, type?: string): void {
  response.append(
    'Link',
    `<${to.replace(/[<>"\s]/g, encodeURIComponent)}>; rel="${rel}"${type ? `; type="${type}"` : ''}`,
  );
}
