import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { Request, Response } from 'express';
import { map, type Observable } from 'rxjs';
import { neverKeep } from '../publishing/kept-answers/never-keep.js';
import type { Feed } from './feed.js';
import { feedFormat } from './formats.js';

/** Writes the feed that a route answers in the format that its address ends with (`:format`). */
@Injectable()
export class FeedWriter implements NestInterceptor<Feed, string> {
  /** @throws LibraryError not-found for a format that there is not, before anything is read */
  intercept(context: ExecutionContext, next: CallHandler<Feed>): Observable<string> {
    const http = context.switchToHttp();
    const { type, write } = feedFormat(String(http.getRequest<Request>().params.format));
    return next.handle().pipe(
      map((feed) => {
        const response = http.getResponse<Response>();
        response.setHeader('Content-Type', type);
        if (feed.isPartial) neverKeep(response);
        return write(feed);
      }),
    );
  }
}
