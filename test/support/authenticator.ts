import { Secret, TOTP } from 'otpauth';

/** What an authenticator app shows for a key. @param steps how many half minutes from now */
export const codeOf = (secret: string, steps = 0): string =>
  TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: Date.now() + steps * 30_000 });

/** A code that no app would show for this key just now. */
export const wrongCodeOf = (secret: string): string => {
  const near = new Set([-2, -1, 0, 1, 2].map((steps) => codeOf(secret, steps)));
  return Array.from({ length: 9 }, (_, n) => `${n}`.repeat(6)).find((code) => !near.has(code))!;
};

/** What the page that sets up a second step offers: the key as it is read off the screen, and the form’s own field. */
export function offerIn(html: string): { secret: string; offer: string } {
  const [, key] = /app-key"[^>]*>(.*?)<\/p>/s.exec(html) ?? [];
  const secret = [...(key ?? '').matchAll(/<span>(\w+)<\/span>/g)].map(([, group]) => group).join('');
  return { secret, offer: /name="offer" value="([^"]+)"/.exec(html)?.[1] ?? '' };
}
