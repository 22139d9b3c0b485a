/** What can be written as JSON. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** The chain of what belongs to no partnership. */
export const PLATFORM_CHAIN = '00000000-0000-0000-0000-000000000000';

/** Who did something. */
export interface AuditActor {
  /** A person by themselves, a program with an API key, or the library of its own accord or from the command line. */
  kind: 'person' | 'key' | 'system';
  id: string | null;
  /** Kept with the words, never in the entry. */
  name?: string;
  /** The role in which they acted. */
  role: string | null;
}

/** Something that was done, as it is given to the log; number and time are the log's. */
export interface AuditedChange {
  /** Id of the partnership that it belongs to; null for the platform. */
  chain: string | null;
  actor: AuditActor;
  /** Subject and deed, in small letters: `account.created`. */
  action: `${string}.${string}`;
  /** What it was done to. */
  subject: { kind: string; id: string; name?: string };
  /** Before and after, as codes, ids and days: nothing that may name somebody, for it can never be taken out again. */
  from?: Json;
  to?: Json;
  /** The reason that was given. */
  why?: string;
  /** What of `from` and `to` is free text, or names somebody: it can be redacted. */
  words?: { from?: Json; to?: Json };
  /** When it happened, where that is not now: `YYYY`, `YYYY-Qn`, `YYYY-MM` or `YYYY-MM-DD`. */
  effectiveOn?: string | null;
  /** Of the request that asked for it; that which is being answered, where it is left out. */
  correlationId?: string | null;
}

/** Where an entry stands. */
export interface AuditReference {
  /** Never null here: the platform's chain has an id as well. */
  chain: string;
  number: number;
}
