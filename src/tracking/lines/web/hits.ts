import { LibraryError } from '../../../platform/http/errors/library-error.js';
import {
  IDENTIFYING_WORDS,
  type IdentifyingHit,
  type IdentifyingKind,
} from '../../../publishing/anonymity/identifying.js';
import type { Clearing } from '../../../publishing/anonymity/neutral.js';
import { problemWith, type FormProblem } from '../../../platform/pages/form-problem.js';
import type { FormField } from '../../web/fields.js';
import type { SentForm } from '../../web/form-page.js';

/** A part of a text: plain, or a hit of the check. */
export interface TextPart {
  text: string;
  /** What it may be; empty for plain text. */
  hit: string;
}

const FIELD = /^clear-([a-z-]+)-(\d{1,6})$/;
const LONGEST_REASON = 1000;
const nameOf = ({ kind, start }: Pick<IdentifyingHit, 'kind' | 'start'>): string => `clear-${kind}-${start}`;

/** The reasons that were typed beside hits. */
export function clearingsIn(body: SentForm): Clearing[] {
  return Object.entries(body).flatMap(([name, reason]) => {
    const [, kind, start] = FIELD.exec(name) ?? [];
    if (kind === undefined || !(kind in IDENTIFYING_WORDS) || typeof reason !== 'string' || !reason.trim())
      return [];
    return [{ kind: kind as IdentifyingKind, start: Number(start), reason: reason.slice(0, LONGEST_REASON) }];
  });
}

/** The hits for which a text was refused; none, where it was refused for something else. */
export const hitsOf = (error: unknown): IdentifyingHit[] =>
  error instanceof LibraryError && error.code === 'identifies' ? (error.more.hits as IdentifyingHit[]) : [];

/** One problem a hit, each at the field in which it is cleared. */
export const problemsOfHits = (hits: readonly IdentifyingHit[]): FormProblem[] =>
  hits.map((hit) =>
    problemWith(
      nameOf(hit),
      `${IDENTIFYING_WORDS[hit.kind]} may identify somebody: take it out above, or say why it identifies nobody`,
    ),
  );

/** One field a hit, that of the reasons that were typed already among them: what was cleared stays cleared. */
export function clearingFields(text: string, hits: readonly IdentifyingHit[], body: SentForm): FormField[] {
  const open = hits.map((hit): FormField => {
    const said = text.slice(hit.start, hit.start + hit.length);
    return {
      ...field(nameOf(hit)),
      label: `${IDENTIFYING_WORDS[hit.kind]}, “${said}”: why does it identify nobody?`,
    };
  });
  const typed = clearingsIn(body)
    .filter((one) => hits.every((hit) => nameOf(hit) !== nameOf({ kind: one.kind, start: one.start! })))
    .map(({ kind, start }): FormField => ({
      ...field(nameOf({ kind, start: start! })),
      label: `${IDENTIFYING_WORDS[kind]} that you have cleared: why does it identify nobody?`,
    }));
  return [...open, ...typed];
}

const field = (name: string): Pick<FormField, 'kind' | 'name' | 'autocomplete' | 'hint'> => ({
  ...{ kind: 'line', name, autocomplete: 'off' },
  hint: 'Such as “the partnership’s own line”. Leave it empty if you take the words out',
});

/** The text with its hits marked; hits that overlap are one. */
export function markHits(text: string, hits: readonly IdentifyingHit[]): TextPart[] {
  const parts: TextPart[] = [];
  let at = 0;
  for (const { kind, start, length } of hits) {
    if (start < at) continue;
    if (start > at) parts.push({ text: text.slice(at, start), hit: '' });
    parts.push({ text: text.slice(start, start + length), hit: IDENTIFYING_WORDS[kind] });
    at = start + length;
  }
  if (at < text.length) parts.push({ text: text.slice(at), hit: '' });
  return parts;
}
