import { sayReviewType, type ReviewType } from '../../reviews/review.js';
import { sayCode } from '../../platform/text/words.js';
import type { Work, WorkKind } from '../works/work.js';

/** What every format of citations says, in its own way. */
export interface Cited {
  /** The same for a work wherever it is cited. */
  key: string;
  kind: WorkKind;
  title: string;
  /** The publisher is the author: our sources name no other. */
  publisher: string | null;
  /** What sort of report it is, in words. */
  genre: string;
  /** As much of its date as is known. */
  year: string | null;
  month: string | null;
  day: string | null;
  /** The report's own address; where that is not known, that of its page here. */
  address: string;
}

/** @param origin of the library's addresses */
export function citedAs(work: Work, origin: string): Cited {
  const [year = null, month = null, day = null] = work.publishedOn?.split('-') ?? [];
  return {
    key: work.slug,
    kind: work.kind,
    title: oneLine(work.title),
    publisher: work.publisher === null ? null : oneLine(work.publisher),
    genre: sayGenre(work),
    ...{ year, month, day },
    address: webHref(work.link) ?? new URL(work.path, origin).href,
  };
}

/** The type in words: “Local child safeguarding practice review”. */
export const sayGenre = ({ kind, type }: Pick<Work, 'kind' | 'type'>): string =>
  kind === 'review' ? sayReviewType(type as ReviewType | null) : sayCode(type);

/** In formats of lines, a line break would begin another field. */
const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();

/** As addresses are written, with nothing in them that a format could take for its own. */
const webHref = (link: string | null): string | null =>
  link !== null && URL.canParse(link) ? new URL(link).href : null;
