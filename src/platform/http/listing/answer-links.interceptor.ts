import {
  Inject,
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request, Response } from 'express';
import { tap, type Observable } from 'rxjs';
import { CONFIG, type Config } from '../../config.js';
import { libraryOrigin } from '../origin.js';
import { addLink } from './add-link.js';
import { DEEPEST } from './deepest.decorator.js';
import { inOrder, withoutAsker, type AskedParameters } from './in-order.js';
import { LAST_PAGE } from './page-query.dto.js';

const API = '/api/v1';

/** Says with each answer of the API where the same can be read by people, and of a list where the pages beside this one are. */
@Injectable()
export class AnswerLinks implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<Request>();
    if (!isOfApi(request)) return next.handle();
    const response = context.switchToHttp().getResponse<Response>();
    const deepest = this.reflector.get<number | undefined>(DEEPEST, context.getHandler()) ?? Infinity;
    return next.handle().pipe(tap((answer) => this.say(request, response, answer, deepest)));
  }

  private say(request: Request, response: Response, answer: unknown, deepest: number): void {
    // Of what is streamed the heads are long gone.
    if (response.headersSent) return;
    const here = libraryOrigin(request, this.config);
    const asked = withoutAsker(request.query as AskedParameters);
    if (goesOn(answer))
      addLink(response, 'next', `${here}${request.path}?${inOrder({ ...asked, cursor: answer.cursor })}`);
    else if (isPage(answer) && !isCursored(answer))
      for (const [rel, page] of neighbours(answer, deepest))
        addLink(response, rel, `${here}${request.path}?${inOrder({ ...asked, page: String(page) })}`);
    if (request.addressed?.hasPage) {
      const parameters = inOrder(asked);
      const page = `${here}${request.path.slice(API.length)}${parameters && `?${parameters}`}`;
      addLink(response, 'alternate', page, 'text/html');
    }
    addLink(response, 'describedby', `${here}${API}/openapi.json`, 'application/openapi+json');
  }
}

const isOfApi = ({ path, addressed }: Request): boolean =>
  addressed?.isOpenToSites === true && path.startsWith(`${API}/`);

/** Whether it is read from place to place, and there is more. */
const goesOn = (answer: unknown): answer is { cursor: string } =>
  isCursored(answer) && typeof answer.cursor === 'string' && answer.more !== false;

const isCursored = (answer: unknown): answer is { cursor: unknown; more?: boolean } =>
  typeof answer === 'object' && answer !== null && 'cursor' in answer;

interface PageOfMany {
  page: number;
  limit: number;
  total: number;
}

const isPage = (answer: unknown): answer is PageOfMany =>
  typeof answer === 'object' &&
  answer !== null &&
  ['page', 'limit', 'total'].every((name) => typeof (answer as Record<string, unknown>)[name] === 'number');

/** Where a reader may go from a page; what is too deep to be asked for is not offered. */
function neighbours({ page, limit, total }: PageOfMany, deepest: number): [string, number][] {
  const last = Math.max(1, Math.ceil(total / limit));
  const hasNext = page < Math.min(last, LAST_PAGE) && (page + 1) * limit <= deepest;
  return [
    ['first', 1],
    ...(page > 1 ? [['prev', Math.min(page - 1, last)] as [string, number]] : []),
    ...(hasNext ? [['next', page + 1] as [string, number]] : []),
  ];
}
