import { sayPartialDate } from '../../platform/dates/partial-date.js';
import type { EvidenceRef } from '../tracked-item.model.js';

/** A file as `tracking/evidence.njk` lists it. */
export interface EvidenceView {
  name: string;
  /** Where it is saved from; null for what is no more kept, or not for whoever asks. */
  href: string | null;
  /** “About March 2025, added 2 April 2025, kept until 31 December 2030”. */
  days: string;
}

const THOUSAND = 1000;

export const presentFiles = (evidence: readonly EvidenceRef[]): EvidenceView[] =>
  evidence.map(({ id, name, on, cameOn, size, keepUntil, isOpen }) => ({
    name: name ?? 'A file',
    href: isOpen ? `/tracking/evidence/${id}` : null,
    days: [
      ...[saySize(size), `about ${sayPartialDate(on)}`, `added ${sayPartialDate(cameOn)}`],
      ...(keepUntil ? [`kept until ${sayPartialDate(keepUntil)}`] : []),
      ...(isOpen ? [] : ['no longer kept, or not for you to open']),
    ].join(', '),
  }));

const saySize = (bytes: number): string =>
  bytes < THOUSAND * THOUSAND
    ? `${Math.ceil(bytes / THOUSAND)} kB`
    : `${(bytes / THOUSAND / THOUSAND).toFixed(1)} MB`;
