import type { NestExpressApplication } from '@nestjs/platform-express';
import express, { type NextFunction, type Request, type Response } from 'express';
import { ASSETS_FOLDER, assetsVersion } from './asset-files.js';

const A_YEAR = 'public, max-age=31536000, immutable';

/**
 * Serves styles, scripts and images below `/assets/<version>/`. An older version's address still answers, with what is
 * current and not to be kept: a page that was open during an update finds its styles.
 */
export function serveAssets(app: NestExpressApplication): void {
  const files = express.static(ASSETS_FOLDER, { index: false, redirect: false, cacheControl: false });
  app.use('/assets/:version', (request: Request, response: Response, next: NextFunction) => {
    const isCurrent = request.params.version === assetsVersion();
    response.setHeader('Cache-Control', isCurrent ? A_YEAR : 'no-cache');
    files(request, response, () => {
      response.removeHeader('Cache-Control');
      next();
    });
  });
  // Browsers and feed readers ask for these by name, whatever a page says.
  for (const name of ['favicon.ico', 'apple-touch-icon.png']) {
    app.use(`/${name}`, (_request: Request, response: Response) => {
      response.setHeader('Cache-Control', 'public, max-age=86400');
      response.sendFile(name, { root: `${ASSETS_FOLDER}images`, cacheControl: false });
    });
  }
}
