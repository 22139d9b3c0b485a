import { isGeneric } from '../platform/text/slug.js';

const JOINING = /^(?:and|the|of|for|in|&)$/i;

/**
 * The place that a partnership is for, by its name without the words that all of them share: “Derby and Derbyshire” of the
 * Derby and Derbyshire Safeguarding Children Partnership. Null where the name does not say.
 */
export function placeOf(partnership: string): string | null {
  if (!/safeguarding|partnership|board|lscb|lscp/i.test(partnership)) return null;
  const telling = partnership
    .replace(/\([^)]*\)/g, ' ')
    .split(/[\s,]+/)
    .filter((word) => JOINING.test(word) || !isGeneric(word));
  while (JOINING.test(telling.at(-1) ?? '')) telling.pop();
  while (JOINING.test(telling[0] ?? '')) telling.shift();
  return telling.join(' ') || null;
}
