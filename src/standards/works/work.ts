import type { ThemeRef } from '../../themes/theme-ref.model.js';

/** The nouns of what can be quoted, each with the kind of its records. */
export const WORK_KINDS = ['review', 'briefing', 'resource'] as const;
export type WorkKind = (typeof WORK_KINDS)[number];

export const isWorkKind = (text: string): text is WorkKind =>
  (WORK_KINDS as readonly string[]).includes(text);

/** What the standards of libraries say of a review, a briefing or a resource alike. */
export interface Work {
  kind: WorkKind;
  id: string;
  slug: string;
  /** Of its page. */
  path: string;
  title: string;
  /** Code of its type. */
  type: string | null;
  publisher: string | null;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: as much as is known. */
  publishedOn: string | null;
  description: string | null;
  themes: ThemeRef[];
  /** Its own address at its publisher. */
  link: string | null;
  /** Whose it is, in a sentence. */
  rights: string;
  /** Whether this library wrote what it says of it. */
  summaryByLibrary: boolean;
}
