import { Secret, TOTP } from 'otpauth';
import { renderSVG } from 'uqr';

/** What every authenticator app can do (RFC 6238): other numbers are ignored by some of them. */
const MADE_BY = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
/** Steps before and after the present one whose codes are right: telephones go wrong by some seconds. */
const WINDOW = 1;
const SECRET_BYTES = 20;
const LIBRARY = 'Practice review library';

/** A new secret, in base 32, which an app and we share. */
export const newFactorSecret = (): string => new Secret({ size: SECRET_BYTES }).base32;

/** @returns the time step to which a code belongs; null where it is wrong */
export function stepOf(secret: string, code: string, now: number): number | null {
  const delta = appOf(secret).validate({ token: code, timestamp: now, window: WINDOW });
  return delta === null ? null : Math.floor(now / 1000 / MADE_BY.period) + delta;
}

/** The secret as it is typed into an app, in groups of four. */
export const groupsOf = (secret: string): string[] => secret.match(/.{1,4}/g) ?? [];

/** What an app's camera reads, as an SVG, with the quiet zone of four that its standard asks for (ISO/IEC 18004). */
export const pictureOf = (secret: string, email: string): string =>
  renderSVG(appOf(secret, email).toString(), { border: 4 });

const appOf = (secret: string, label = ''): TOTP =>
  new TOTP({ ...MADE_BY, issuer: LIBRARY, label, secret: Secret.fromBase32(secret) });
