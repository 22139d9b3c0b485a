import type { Response } from 'express';

/** Sends a file to be saved. No browser shows it, whatever it holds, and nobody on the way keeps it. */
export function sendFile(
  response: Response,
  { name, bytes, mediaType }: { name: string; bytes: Buffer; mediaType: string },
): void {
  response
    .attachment(name)
    .set({
      'Content-Type': mediaType,
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': 'private, no-store',
    })
    .end(bytes);
}
