import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request, Response } from 'express';
import { CONFIG, type Config } from '../../config.js';
import { ACCESS, type Access } from '../access/public.decorator.js';
import { ownPath } from '../own-path.js';
import { isSecretField } from './field.decorators.js';
import { FORM_TOKEN_FIELD } from './form-tokens.js';
import { FORM_TYPE, readFormBody } from './read-body.js';
import { SHOWS_AGAIN } from './shows-again.decorator.js';
import { isFromHere, saysWhence } from './whence.js';

/** What somebody typed into a form of ours, for the page that says that it was not taken. */
export interface TypedBack {
  /** Where it was sent to. */
  action: string;
  fields: { name: string; value: string }[];
}

/**
 * Whoever was signed out while they wrote gets what they typed back, in `locals.typed` of the page that says so: sent again from
 * there it is a form that is too old, and is shown to them as such. Nothing of it is kept here, and no secret goes back.
 */
@Injectable()
export class GiveBackGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
  ) {}

  async canActivate(context: ExecutionContext): Promise<true> {
    const http = context.switchToHttp();
    const request = http.getRequest<Request>();
    if (request.actor || request.method !== 'POST' || !this.isShownAgain(context)) return true;
    // Only what the browser itself says was a page of ours: nobody else is to put words into our pages.
    if (!isFromHere(request, this.config) || !saysWhence(request) || !request.is(FORM_TYPE)) return true;
    const response = http.getResponse<Response>();
    try {
      await readFormBody(request, response);
    } catch {
      return true; // What cannot be read was not typed into a form of ours.
    }
    const fields = fieldsOf(request.body as Record<string, string | string[]>);
    const typed: TypedBack = { action: ownPath(request.originalUrl, '/account'), fields };
    response.locals.typed = typed;
    response.setHeader('Cache-Control', 'private, no-store');
    return true;
  }

  /** Of what is closed alone: the others read their forms themselves. */
  private isShownAgain(context: ExecutionContext): boolean {
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, [
      ...[context.getHandler(), context.getClass()],
    ]);
    return (
      access !== 'public' &&
      (this.reflector.get<true | undefined>(SHOWS_AGAIN, context.getHandler()) ?? false)
    );
  }
}

const fieldsOf = (body: Record<string, string | string[]>): TypedBack['fields'] =>
  Object.entries(body)
    .filter(([name]) => name !== FORM_TOKEN_FIELD && !isSecretField(name))
    .flatMap(([name, values]) => [values].flat().map((value) => ({ name, value })));
