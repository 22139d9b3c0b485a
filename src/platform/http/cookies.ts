import type { CookieOptions, Request } from 'express';

/** A cookie that only we read, sent along when somebody follows a link to us, but not with another site's form. */
export const cookieOptions = (request: Request): CookieOptions => ({
  httpOnly: true,
  sameSite: 'lax',
  secure: request.secure,
  path: '/',
});

/** Where there is TLS, a name that no other host of the same domain can set (RFC 6265bis). */
export const cookieName = (request: Request, name: string): string =>
  request.secure ? `__Host-${name}` : name;

/** @returns undefined where the request has no such cookie; the first, where it has several */
export function readCookie(request: Request, name: string): string | undefined {
  const wanted = `${cookieName(request, name)}=`;
  const pairs = request.headers.cookie?.split(';') ?? [];
  return pairs
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(wanted))
    ?.slice(wanted.length);
}
