const HERE = 'http://library.invalid';
const LONGEST = 2000;

/**
 * An address of this library as an address may ask to be led back to: never one of another site, however it is written
 * (`//other.example`, `/\other.example`, `https:other.example`).
 * @returns `otherwise` for anything that is none
 */
export function ownPath(given: unknown, otherwise: string): string {
  if (typeof given !== 'string' || given.length > LONGEST || !/^\/(?![/\\])/.test(given)) return otherwise;
  if (/[\p{Cc}\\]/u.test(given) || !URL.canParse(given, HERE)) return otherwise;
  const { origin, pathname, search } = new URL(given, HERE);
  return origin === HERE && !pathname.startsWith('//') ? pathname + search : otherwise;
}
