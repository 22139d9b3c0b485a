import {
  Catch,
  Inject,
  Logger,
  NotFoundException,
  type ArgumentsHost,
  type ExceptionFilter,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import { CONFIG, type Config } from '../../config.js';
import { sayList } from '../../text/words.js';
import { sayFault } from '../../log/say-fault.js';
import { libraryOrigin } from '../origin.js';
import { REQUEST_ID_HEADER } from '../request-id.js';
import { asLibraryError } from './as-library-error.js';
import { ERROR_STATUSES } from './error-statuses.js';
import { LibraryError, type ErrorCode } from './library-error.js';
import { problemPath } from './problem-path.js';

/** Machines get problem+json (RFC 9457), people a page. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  private readonly logger = new Logger('Error');

  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const error = wrongMethod(thrown, request, response) ?? asLibraryError(thrown);
    if (error.code === 'internal') this.logger.error(sayFault(thrown));
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const way = WAYS_IN[error.code];
    if (way && !isForMachines(request) && isRead(request)) {
      response.redirect(303, `${way}?to=${encodeURIComponent(request.originalUrl)}`);
      return;
    }
    response.status(ERROR_STATUSES[error.code].status);
    for (const name of OF_ANSWERS) response.removeHeader(name);
    if (typeof error.more.retryAfter === 'number')
      response.setHeader('Retry-After', String(error.more.retryAfter));
    if (isForMachines(request)) sendProblem(response, request, error, this.config);
    else sendPage(response, error, this.logger);
  }
}

/** What a route says of its answers, and an error is none. */
const OF_ANSWERS = ['Deprecation', 'Sunset'];

/** An address that is there, asked in a way that it does not know. Undefined where that is not what was wrong. */
function wrongMethod(thrown: unknown, request: Request, response: Response): LibraryError | undefined {
  const methods = request.addressed?.methods ?? [];
  if (!(thrown instanceof NotFoundException) || methods.length === 0 || methods.includes(request.method))
    return undefined;
  response.setHeader('Allow', methods.join(', '));
  return new LibraryError('method-not-allowed', `This address takes ${sayList(methods)} alone.`);
}

const requestIdOf = (response: Response): string | undefined =>
  response.getHeader(REQUEST_ID_HEADER) as string | undefined;
/** Where somebody is led who wants to read a page and can still do what it asks for. */
const WAYS_IN: Partial<Record<ErrorCode, string>> = {
  'not-signed-in': '/sign-in',
  'proof-needed': '/account/second-step',
};

const isRead = ({ method }: Request): boolean => method === 'GET' || method === 'HEAD';

const isForMachines = (request: Request): boolean =>
  request.addressed?.isForMachines === true ||
  // What is said of the API is said to people.
  /^\/(api(?!\/docs(?:[/?]|$))|health)(\/|$|\?)/.test(request.originalUrl) ||
  !request.accepts('html');

function sendProblem(
  response: Response,
  request: Request,
  error: LibraryError,
  config: Pick<Config, 'publicUrl'>,
): void {
  const { status, title } = ERROR_STATUSES[error.code];
  response.type('application/problem+json').send(
    JSON.stringify({
      type: `${libraryOrigin(request, config)}${problemPath(error.code)}`,
      code: error.code,
      title,
      status,
      detail: error.message,
      // The address of what was withdrawn may say what must not be said any more.
      ...(error.code !== 'gone' && { instance: request.path }),
      ...(error.fields.length > 0 && { errors: error.fields }),
      ...error.more,
      requestId: requestIdOf(response),
    }),
  );
}

function sendPage(response: Response, error: LibraryError, logger: Logger): void {
  const { status, title } = ERROR_STATUSES[error.code];
  const requestId = requestIdOf(response);
  response.render('error', { status, title, error, requestId }, (failure: Error | null, html?: string) => {
    if (!failure) {
      // A route that answers something else may have said so by now.
      response.type('html').send(html);
      return;
    }
    logger.error(sayFault(failure));
    response.type('text/plain').send(`${title}. ${error.message}`);
  });
}
