import { AsyncLocalStorage } from 'node:async_hooks';

interface GoneBy {
  revision: string;
  until: number;
}

/** Whatever goes on after a request asks anew: it may be what outlives it. */
const LASTS_MS = 5000;

const going = new AsyncLocalStorage<GoneBy>();

/**
 * Answers a request by a revision of the content that was read when it came: what is read for it then is as new, or newer, and
 * need not ask again.
 */
export function goBy<Done>(revision: string, work: () => Done): Done {
  return going.run({ revision, until: Date.now() + LASTS_MS }, work);
}

/** The revision that the request goes by which is being answered; null outside of any. */
export function revisionGoneBy(): string | null {
  const gone = going.getStore();
  return gone && Date.now() < gone.until ? gone.revision : null;
}
