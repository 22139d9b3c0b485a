import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import express, { type Request, type Response } from 'express';
import { CONFIG, type Config } from '../../config.js';
import { LibraryError } from '../errors/library-error.js';
import { ASKS_BY_BODY, type AskedByBody } from './asks-by-body.decorator.js';
import { FormTokens } from './form-tokens.js';
import { FORM_TYPE, readFormBody, reading, type BodyReader } from './read-body.js';
import { RIGHT_IN_ADDRESS } from './right-in-address.decorator.js';
import { TAKES_FILE, uploads } from './takes-file.decorator.js';
import { SHOWS_AGAIN, TOO_OLD } from './shows-again.decorator.js';
import { isFromHere, saysWhence } from './whence.js';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);
const JSON_TYPE = 'application/json';
const UPLOAD_TYPE = 'multipart/form-data';
const API = /^\/api\/v1\//;

/** Whoever owns a hundred actions answers for all of them on one page. */
const LONG_FORM = { bytes: 1024 * 1024, fields: 2_000 } as const;
const readLongForm = reading(
  express.urlencoded({
    ...{ extended: false, limit: LONG_FORM.bytes, parameterLimit: LONG_FORM.fields, type: FORM_TYPE },
  }),
);
/** Longer words than these nobody writes in one entry. */
const readJson = reading(express.json({ limit: '256kb', strict: true, type: JSON_TYPE }));

/**
 * Whatever would change something takes a form, and no form that was not made here for this session. Bodies are read here,
 * after it is known that the route is open to who asks; and by `GiveBackGuard`, which does nothing with them.
 */
@Injectable()
export class FormGuard implements CanActivate {
  constructor(
    private readonly tokens: FormTokens,
    private readonly reflector: Reflector,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    const request = http.getRequest<Request>();
    if (READS.has(request.method)) return true;
    const asked = this.reflector.get<AskedByBody | undefined>(ASKS_BY_BODY, context.getHandler());
    if (asked) return await takeQuestion(request, http.getResponse<Response>(), asked);
    const most = this.reflector.get<number | undefined>(TAKES_FILE, context.getHandler());
    const hasRight = this.reflector.get<true | undefined>(RIGHT_IN_ADDRESS, context.getHandler()) ?? false;
    const isUpload = most !== undefined && request.is(UPLOAD_TYPE);
    const read = isUpload ? uploads(most, hasRight ? LONG_FORM.fields : undefined) : undefined;
    if (API.test(request.path))
      return await this.takeFromProgram(request, http.getResponse<Response>(), read);
    if (!hasRight && !isFromHere(request, this.config)) throw new LibraryError('forbidden', FOREIGN);
    if (!read && !request.is(FORM_TYPE))
      throw new LibraryError('unsupported-media-type', 'This address takes a form, and nothing else.');
    if (hasRight) refuseLong(request, most ?? 0);
    await (read ?? (hasRight ? readLongForm : readFormBody))(request, http.getResponse<Response>());
    if (hasRight || this.tokens.fits(request)) return true;
    const isShownAgain = this.reflector.get<true | undefined>(SHOWS_AGAIN, context.getHandler()) ?? false;
    // Only where the browser itself says that it was a page of ours: nobody else is to fill in our forms for somebody.
    if (!isShownAgain || !saysWhence(request)) throw new LibraryError('forbidden', OUTDATED);
    (request.body as Record<symbol, true>)[TOO_OLD] = true;
    return true;
  }

  /**
   * The API takes JSON, or a file where a route says so. A session counts only in what our own pages ask for: a browser lets
   * no other site send JSON without asking first, which is never granted; a file by a session comes from a form of a page.
   */
  private async takeFromProgram(
    request: Request,
    response: Response,
    upload: BodyReader | undefined,
  ): Promise<true> {
    if (!request.key && (upload || !isFromHere(request, this.config) || !saysWhence(request)))
      throw new LibraryError('forbidden', FOREIGN);
    const hasBody =
      request.headers['content-length'] !== '0' && request.headers['content-type'] !== undefined;
    if (hasBody && !upload && !request.is(JSON_TYPE))
      throw new LibraryError('unsupported-media-type', 'This address takes JSON.');
    await (upload ?? readJson)(request, response);
    request.body ??= {};
    return true;
  }
}

/** What only asks is taken from anywhere: it changes nothing, and the answer is the same for everybody. */
async function takeQuestion(
  request: Request,
  response: Response,
  { type, bytes }: AskedByBody,
): Promise<true> {
  if (!request.is(type)) throw new LibraryError('unsupported-media-type', `This address takes ${type}.`);
  await reading(express.text({ type, limit: bytes }))(request, response);
  if (typeof request.body !== 'string') request.body = '';
  return true;
}

/** Before it is known whether an address is a right at all: no more is read than a file and the longest form. */
function refuseLong(request: Request, mostBytes: number): void {
  const length = Number(request.headers['content-length'] ?? Number.NaN);
  if (!(length <= mostBytes + LONG_FORM.bytes))
    throw new LibraryError('too-large', 'This is more than the page takes.');
}

const FOREIGN = 'This form was sent from another site. Nothing has been changed.';
const OUTDATED =
  'This form was open for too long, or you have signed in or changed your role since. Nothing has been changed. Go back, load the page again, and send it once more.';
