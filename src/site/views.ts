import { sayList } from '../platform/text/words.js';
import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { NestExpressApplication } from '@nestjs/platform-express';
import nunjucks from 'nunjucks';
import { assetAddress } from './assets/asset-files.js';
import { breakable, reachable } from '../platform/pages/safe-html.js';
import { structuredData } from '../platform/pages/structured-data.js';

/** Where this folder and those of the other rooms are: `src/` in tests, `dist/src/` otherwise. */
const ROOMS = fileURLToPath(new URL('..', import.meta.url));

/** Each room keeps its own templates, in `web/views` or `views`, in a folder named after the noun: `reviews/review`. */
const roomFolders = readdirSync(ROOMS, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) => [join(ROOMS, name, 'web/views'), join(ROOMS, name, 'views')])
  .filter((folder) => existsSync(folder));

const paths = [
  ...roomFolders,
  join(dirname(createRequire(import.meta.url).resolve('govuk-frontend/package.json')), 'dist'),
];

/** The templates, with everything that is put into them shown as text. */
export function viewEnvironment(): nunjucks.Environment {
  const environment = new nunjucks.Environment(new nunjucks.FileSystemLoader(paths, { watch: false }), {
    autoescape: true,
    throwOnUndefined: false,
    trimBlocks: true,
    lstripBlocks: true,
  });
  environment.addGlobal('asset', assetAddress);
  environment.addFilter('sayList', sayList);
  environment.addFilter('reachable', reachable);
  environment.addFilter('breakable', breakable);
  environment.addFilter('structuredData', structuredData);
  return environment;
}

/** Pages are rendered by name: `reviews/review` is `reviews/web/views/reviews/review.njk`. */
export function configureViews(app: NestExpressApplication): void {
  const environment = viewEnvironment();
  environment.express(app.getHttpAdapter().getInstance());
  app.setViewEngine('njk');
}
