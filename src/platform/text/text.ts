import { normaliseLabel } from './normalise-label.js';

/**
 * The beginning of a text that fits, up to the end of a word and with “…” for what is left out. A cut in the middle of a
 * word, or one that nobody sees, can turn what a sentence says into something else.
 */
export function cutAtWord(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const whole = /^.*(?=\s)/su.exec(text.slice(0, longest))?.[0] ?? text.slice(0, longest - 1);
  return `${whole.replace(/[\s,;:–-]+$/u, '').replace(/[\ud800-\udbff]$/, '')}…`;
}

/** Do two names say the same, whatever their case and punctuation? */
export const saysTheSame = (one: string, other: string): boolean =>
  normaliseLabel(one) === normaliseLabel(other);

/** Without those that a heading beside them says already. */
export const notSaid = <Named extends { label: string }>(named: readonly Named[], heading: string): Named[] =>
  named.filter(({ label }) => !saysTheSame(label, heading));
