import { SetMetadata, type CustomDecorator } from '@nestjs/common';

export const ASKS_BY_BODY = 'asks-by-body';

/** What a question that comes as a body is written in, and how long it may be. */
export interface AskedByBody {
  type: string;
  bytes: number;
}

/**
 * Says that this route only reads, and that a protocol has what is asked sent to it: so whoever sends it needs no form of ours.
 * Who is signed in must not matter to it. The body is handed over as text, for the protocol says how its faults are answered.
 */
export const AsksByBody = (type: string, bytes: number): CustomDecorator =>
  SetMetadata(ASKS_BY_BODY, { type, bytes } satisfies AskedByBody);
