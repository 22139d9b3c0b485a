import type { Request, RequestHandler, Response } from 'express';
import { Logger, PinoLogger, type Params } from 'nestjs-pino';
import type { DestinationStream } from 'pino';
import { pinoHttp, type Options } from 'pino-http';
import type { Config } from '../config.js';
import { currentRequestId, REQUEST_ID_HEADER } from '../http/request-id.js';
import { sayFault, withoutSecrets } from './say-fault.js';

type LogConfig = Pick<Config, 'logFormat'>;

/** How the library writes its log: as JSON, or as text for somebody at the terminal. */
const writing = ({ logFormat }: LogConfig): [Options<Request, Response>, DestinationStream] => [
  {
    level: logFormat === 'json' ? 'info' : 'warn',
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (level) => ({ level }) },
    mixin: () => {
      const requestId = currentRequestId();
      return requestId === null ? {} : { requestId };
    },
    wrapSerializers: false,
    serializers: { req: nothing, res: nothing, err: sayFault },
  },
  {
    write: (line: string) =>
      void process.stdout.write(logFormat === 'json' ? withoutSecrets(line) : asText(line)),
  },
];

/** What Nest and every room write to. */
export function libraryLogger(config: LogConfig): Logger {
  const params = { pinoHttp: writing(config) } as Params;
  return new Logger(new PinoLogger(params), params);
}

/** A line for each request, with the route that it took: never its address, which may hold a token or what was searched. */
export function logRequests(config: LogConfig): RequestHandler {
  const [options, stream] = writing(config);
  return pinoHttp<Request, Response>(
    {
      ...options,
      customSuccessMessage: () => 'Answered',
      customErrorMessage: () => 'Answered',
      customSuccessObject: describeRequest,
      customErrorObject: (request, response, _error, { responseTime }: Timed) =>
        describeRequest(request, response, { responseTime }),
    },
    stream,
  );
}

interface Timed {
  responseTime: number;
}

const nothing = (): undefined => undefined;

/** Of what Nest does before handlers, for all addresses or many: no handler has been reached. */
const MANY_ADDRESSES = /\{\*path\}$/;

const describeRequest = (
  { method, route, addressed }: Request,
  response: Response,
  { responseTime }: Timed,
): object => {
  const { path } = (route ?? {}) as { path?: string };
  return {
    // Of whoever has hung up we hear when no request is being answered.
    requestId: response.getHeader(REQUEST_ID_HEADER),
    method,
    route: path === undefined || MANY_ADDRESSES.test(path) ? (addressed?.read?.path ?? null) : path,
    // What was said: nothing, where nobody waited for it.
    status: response.headersSent ? response.statusCode : null,
    milliseconds: responseTime,
  };
};

interface Line {
  level: string;
  context?: string;
  msg?: string;
  err?: string;
  requestId?: string;
}

/** “warn [Search] Meilisearch did not answer (request 3f25…)”. */
function asText(line: string): string {
  const { level, context, msg, err, requestId } = JSON.parse(line) as Line;
  const about = [level, context && `[${context}]`, msg ?? err].filter(Boolean).join(' ');
  return `${withoutSecrets(about)}${requestId ? ` (request ${requestId})` : ''}\n`;
}
