import { MeilisearchApiError, MeilisearchRequestError, MeilisearchRequestTimeOutError } from 'meilisearch';

/** There is no Meilisearch here, or it does not answer. */
export class MeiliUnavailable extends Error {}

/** Meilisearch took a write and then could not do it. */
export class WriteFailed extends Error {
  /** @param type as Meilisearch has it: `system` and `internal` are its own troubles, the rest are ours */
  constructor(
    message: string,
    readonly type: string,
  ) {
    super(message);
  }
}

/** Is Meilisearch not there, or unable to write (a full disk), rather than that it refused something? */
export const isAway = (error: unknown): boolean =>
  error instanceof MeiliUnavailable ||
  error instanceof MeilisearchRequestError ||
  error instanceof MeilisearchRequestTimeOutError ||
  (error instanceof WriteFailed && OWN_TROUBLES.includes(error.type)) ||
  (error instanceof MeilisearchApiError &&
    (error.response.status >= 500 || OWN_TROUBLES.includes(error.cause?.type ?? '')));

const OWN_TROUBLES = ['system', 'internal'];

/** Codes that say no more than that what is asked for is not there yet, or not now. */
const NOT_THERE = new Set(['index_not_found', 'too_many_search_requests']);

/** Meilisearch answered, and would not do what it was asked: a mistake of ours, not an outage. */
export class MeiliRefusal extends Error {
  /** What it said, without anything that a visitor wrote: its code, and which attribute it is about. */
  readonly reason: string;

  private constructor(code: string, message: string) {
    super(message);
    // Its sentences quote the request; the name of an attribute is ours.
    const attribute = /Attribute `([a-z]{1,40})`/i.exec(message)?.[1];
    this.reason = attribute ? `${code}, attribute ${attribute}` : code;
  }

  /** @returns null where the answer means that Meilisearch, or its index, is not there */
  static in(
    status: number,
    { code, message = '' }: { code?: string; message?: string },
  ): MeiliRefusal | null {
    if (status < 400 || status >= 500 || status === 408 || NOT_THERE.has(code ?? '')) return null;
    return new MeiliRefusal(code && /^[a-z_]+$/.test(code) ? code : `status ${status}`, message);
  }
}

/** Why an asking failed that is our mistake; null where Meilisearch was only absent or silent. */
export function ourMistake(error: unknown): string | null {
  for (let one = error; one instanceof Error; one = one.cause) {
    if (one instanceof MeiliRefusal) return `Meilisearch refused it (${one.reason})`;
    // What reads an answer can go wrong as well; its message may hold what was read.
    if (one instanceof TypeError || one instanceof RangeError)
      return `its answer could not be read (${one.name})`;
  }
  return null;
}
