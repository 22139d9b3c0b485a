import { Injectable } from '@nestjs/common';
import { doubleCsrf } from 'csrf-csrf';
import type { Request, Response } from 'express';
import { LibrarySecrets } from '../../secrets/library-secrets.js';
import { cookieName, cookieOptions, readCookie } from '../cookies.js';

const COOKIE = 'form';

/** The hidden field of every form. */
export const FORM_TOKEN_FIELD = '_csrf';

/**
 * What tells a form of ours from one that another site had somebody send: a token in the form and the same in a cookie,
 * signed by the library for the session that it was made in.
 */
@Injectable()
export class FormTokens {
  private readonly plain: ReturnType<typeof doubleCsrf>;
  private readonly secure: ReturnType<typeof doubleCsrf>;
  /** All forms of a page have one: of several cookies only the last would count. */
  private readonly made = new WeakMap<Request, string>();

  constructor(secrets: LibrarySecrets) {
    const withName = (name: string): ReturnType<typeof doubleCsrf> =>
      doubleCsrf({
        getSecret: () => secrets.keyFor('forms').toString('hex'),
        getSessionIdentifier: ({ actor }) => actor?.session.key ?? '',
        cookieName: name,
        getCsrfTokenFromRequest: ({ body }) =>
          (body as Record<string, string> | undefined)?.[FORM_TOKEN_FIELD],
      });
    this.plain = withName(COOKIE);
    this.secure = withName(`__Host-${COOKIE}`);
  }

  /** For a page with a form, which nobody but its reader may keep. */
  make(request: Request, response: Response): string {
    const made = this.made.get(request);
    if (made !== undefined) return made;
    response.setHeader('Cache-Control', 'private, no-store');
    const token = this.by(request).generateCsrfToken(request, response, {
      cookieOptions: cookieOptions(request),
    });
    this.made.set(request, token);
    return token;
  }

  /** Whether the form that was sent is one that we made, in this session. */
  fits(request: Request): boolean {
    return this.by(request).validateRequest(request);
  }

  private by(request: Request): ReturnType<typeof doubleCsrf> {
    const given = readCookie(request, COOKIE);
    request.cookies = given === undefined ? {} : { [cookieName(request, COOKIE)]: given };
    return request.secure ? this.secure : this.plain;
  }
}
