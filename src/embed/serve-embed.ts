import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import { describeFile, embedAddress, embedFile, EMBED_FILES, RELEASED_FOLDER } from './embed-files.js';
import type { EmbedFile, EmbedFileName } from './embed-files.js';

const A_YEAR = 'public, max-age=31536000, immutable';

/**
 * Serves the scripts and the style sheet of what other sites show: under an address with the hash of their content for ever,
 * and `/embed.js` as it is now. A script that a snippet names by an older hash is served too, for a browser that was told its
 * integrity takes no other.
 */
export function serveEmbed(app: NestExpressApplication): void {
  const files = new Map<string, { type: string; cache: string; file: EmbedFile }>();
  for (const name of Object.keys(EMBED_FILES) as EmbedFileName[]) {
    const { type } = EMBED_FILES[name];
    files.set(embedAddress(name), { type, cache: A_YEAR, file: embedFile(name) });
  }
  const { type } = EMBED_FILES['embed.js'];
  for (const released of existsSync(RELEASED_FOLDER) ? readdirSync(RELEASED_FOLDER) : [])
    files.set(`/${released}`, {
      type,
      cache: A_YEAR,
      file: describeFile(readFileSync(RELEASED_FOLDER + released)),
    });
  files.set('/embed.js', { type, cache: 'no-cache', file: embedFile('embed.js') });

  app.use((request: Request, response: Response, next: NextFunction) => {
    const found = files.get(request.path);
    if (!found || (request.method !== 'GET' && request.method !== 'HEAD')) {
      next();
      return;
    }
    response.setHeader('Cache-Control', found.cache);
    // A script with an integrity is asked for as by a program: without this the browser would not run it.
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Content-Type', found.type);
    response.send(found.file.bytes);
  });
}
