import { createHash } from 'node:crypto';
import type { ChangeEvent } from '../publishing/changes/change-log.js';
import type { PublicKind } from '../publishing/changes/public-kinds.js';

/** What a message tells of: that a record changed, and where to read it. It repeats nothing that the record says. */
export interface ThinMessage {
  kind: PublicKind;
  id: string;
  event: ChangeEvent;
  /** RFC 3339, UTC. */
  updatedAt: string;
  /** Null where the record is not to be named any more. */
  slug: string | null;
  /** Whole. */
  apiUrl: string | null;
}

/** The body of a message, as it is signed and sent. */
export const bodyOf = ({ kind, id, event, updatedAt, slug, apiUrl }: ThinMessage): string =>
  JSON.stringify({
    ...{ type: `record.${event}`, timestamp: updatedAt, data: { id, kind, slug, apiUrl, updatedAt } },
  });

/** The body of a trial. */
export const pingBody = (at: Date): string =>
  JSON.stringify({ type: 'ping', timestamp: at.toISOString(), data: {} });

/** What a message is known by: the same however often it is sent, so that receivers know what they have had. */
export const messageId = (...parts: readonly string[]): string =>
  `msg_${createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 27)}`;
