import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { LibraryError } from '../errors/library-error.js';
import type { Actor } from './actor.js';
import { permits, permitsKey } from './permissions.js';
import { ACCESS, type Access } from './public.decorator.js';

/** Compares who asks with what the route declares. What has declared nothing is closed to everybody. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (access === undefined) throw new LibraryError('forbidden', 'This address is not open.');
    if (access === 'public') return true;
    const request = context.switchToHttp().getRequest<Request>();
    if (request.key) {
      if (typeof access === 'object' && permitsKey(request.key, access.permission)) return true;
      throw new LibraryError('forbidden', 'This key may not do this.');
    }
    const actor = actorOf(request);
    if (access === 'own-account' && actor.session.onlyRole !== null)
      throw new LibraryError('forbidden', BY_LINK);
    if (typeof access === 'string' || permits(actor.acting?.role, access.permission)) return true;
    if (permits(actor.waiting?.role, access.permission)) throw new LibraryError('proof-needed', UNPROVED);
    throw new LibraryError('forbidden', refusal(actor));
  }
}

/** @throws LibraryError not-signed-in */
export function actorOf(request: Request): Actor {
  if (request.actor) return request.actor;
  throw new LibraryError('not-signed-in', 'You need to sign in to use this address.');
}

const UNPROVED =
  'You signed in without a second step, and this role needs one. Nothing has been changed. Open the page of your account: it says what to do.';

const BY_LINK =
  'You signed in with a link from an email. That is not enough to change how you sign in: sign in with your password, or through your organisation, and try again.';

const refusal = ({ acting, waiting }: Actor): string =>
  (acting ?? waiting)
    ? 'The role in which you act may not do this. If you hold another role, choose it on the page of your account.'
    : 'You hold no role just now. Ask an administrator of your partnership.';
