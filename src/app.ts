import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import compression from 'compression';
import type { RequestHandler } from 'express';
import { ReadKey } from './accounts/keys/read-key.middleware.js';
import { ReadActor } from './accounts/read-actor.middleware.js';
import { AppModule } from './app.module.js';
import type { Clock } from './platform/clock/clock.js';
import { preferFormat } from './standards/skos/prefer-format.js';
import { sayDemo } from './demo/say-demo.js';
import type { Config } from './platform/config.js';
import { ApiDescription } from './describing/api-description.js';
import { frontDoor } from './platform/http/access/front-door.js';
import { RouteTable } from './platform/http/access/route-table.js';
import { routesOf } from './platform/http/access/routes.js';
import { heedIfNoneMatch } from './platform/http/if-none-match.js';
import { readQuery } from './platform/http/listing/read-query.js';
import { numberRequest } from './platform/http/request-id.js';
import { limitWaiting } from './platform/http/serving.js';
import { libraryLogger, logRequests } from './platform/log/log.js';
import type { ServerAddresses } from './platform/servers/data-folder.js';
import { securityHeaders } from './platform/pages/security-headers.js';
import { serveEmbed } from './embed/serve-embed.js';
import { AnswerFromKept } from './publishing/kept-answers/answer-from-kept.middleware.js';
import { serveAssets } from './site/assets/serve-assets.js';
import { configureViews } from './site/views.js';

/** A step on the way of every request. Express sees to it when one fails. */
const takes =
  (step: ReadActor | ReadKey | AnswerFromKept): RequestHandler =>
  async (request, response, next) =>
    await step.use(request, response, next);

/**
 * The application, ready to listen. Servers run and the schema is current when it is called.
 * @param clock where the database goes by it too; left out, one as the configuration says
 */
export async function createApp(
  config: Config,
  servers: ServerAddresses,
  clock?: Clock,
): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.of(config, servers, clock), {
    logger: libraryLogger(config),
    bodyParser: false,
  });
  limitWaiting(app.getHttpServer());
  app.disable('x-powered-by');
  app.set('query parser', readQuery);
  heedIfNoneMatch(app.getHttpAdapter().getInstance());
  if (config.trustProxy !== undefined) app.set('trust proxy', config.trustProxy);
  app.use(numberRequest);
  if (config.logFormat === 'json') app.use(logRequests(config));
  app.use(securityHeaders());
  app.use(preferFormat);
  let routes: RouteTable | undefined;
  app.use(frontDoor(() => (routes ??= new RouteTable(routesOf(app)))));
  if (config.demo) app.use(sayDemo);
  // Who asks, whether they may ask now, and what is answered from memory: before all that only makes an answer.
  for (const step of [ReadActor, ReadKey, AnswerFromKept]) app.use(takes(app.get(step, { strict: false })));
  // Level 6, which is usual, makes a page of results a tenth smaller and takes twice as long.
  app.use(compression({ level: 3 }));
  serveAssets(app);
  serveEmbed(app);
  configureViews(app);
  app.get(ApiDescription).of(app);
  return app;
}
