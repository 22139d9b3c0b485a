import { applyDecorators, Header, SetMetadata } from '@nestjs/common';

export const KEPT = 'kept';

/** What beside the content changes an answer: the day of the library's readers, or the minute where it goes by hours. */
export type KeptUntil = 'day' | 'minute';

/**
 * May be kept, but must be asked about before it is shown again (the ETag makes that cheap): what is withdrawn
 * disappears from caches at once. Said of errors too, for a record that is not there yet may be published.
 *
 * We keep the answers of these routes ourselves, each with the state that the content was in (`publishing/kept-answers/`).
 * So such a route answers by its address and the content alone, says `Vary` where it also reads a header, and returns its
 * answer. One that must not be kept after all says so with `neverKeep`.
 */
export const Revalidated = (until: KeptUntil = 'day'): MethodDecorator =>
  applyDecorators(Header('Cache-Control', 'no-cache'), SetMetadata(KEPT, until));
