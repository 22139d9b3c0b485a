import { LibraryError } from '../../platform/http/errors/library-error.js';
import {
  findIdentifying,
  IDENTIFYING_WORDS,
  type IdentifyingHit,
  type IdentifyingKind,
} from './identifying.js';

/** That a hit is harmless, and why. */
export interface Clearing {
  kind: IdentifyingKind;
  /** Where it is; may be left out where the text has one hit of its kind. */
  start?: number;
  reason: string;
}

/** Which hits were cleared, without the words. The same place may begin a longer name, which nobody has cleared. */
export type Cleared = Pick<IdentifyingHit, 'kind' | 'start' | 'length'>;

/**
 * Refuses a text that may identify somebody, unless each hit is cleared with a reason.
 * @param terms that its review protects
 * @param before hits that were cleared when the same text was checked before
 * @returns the hits that were cleared now
 * @throws LibraryError identifies, with every hit that nobody has cleared; it repeats no word of the text
 */
export function requireNeutral(
  text: string,
  {
    terms,
    clearings,
    before = [],
  }: { terms: readonly string[]; clearings: readonly Clearing[]; before?: readonly Cleared[] },
): (Cleared & { reason: string })[] {
  const hits = findIdentifying(text, terms).filter(
    (hit) =>
      !before.some(
        ({ kind, start, length }) => kind === hit.kind && start === hit.start && length === hit.length,
      ),
  );
  const reasons = hits.map((hit) => reasonFor(hit, hits, clearings));
  const left = hits.filter((_, place) => !reasons[place]);
  if (left.length > 0)
    throw new LibraryError('identifies', sayHits(left), [{ field: 'text', message: sayHits(left) }], {
      hits: left.map(({ kind, start, length }) => ({ kind, start, length, words: IDENTIFYING_WORDS[kind] })),
    });
  return hits.map(({ kind, start, length }, place) => ({ kind, start, length, reason: reasons[place]! }));
}

function reasonFor(
  { kind, start }: IdentifyingHit,
  hits: readonly IdentifyingHit[],
  clearings: readonly Clearing[],
): string {
  const isOnly = hits.filter((one) => one.kind === kind).length === 1;
  const clearing = clearings.find(
    (one) => one.kind === kind && (one.start === undefined ? isOnly : one.start === start),
  );
  return clearing?.reason.trim() ?? '';
}

const sayHits = (hits: readonly IdentifyingHit[]): string =>
  `This may identify somebody: ${[...new Set(hits.map(({ kind }) => IDENTIFYING_WORDS[kind].toLowerCase().replace('nhs', 'NHS').replace('national insurance', 'National Insurance')))].join(', ')}. Take it out, or say for each why it does not.`;
