import type { Actor } from '../platform/http/access/actor.js';
import type { AuditActor } from './audited-change.js';

/** Somebody who has signed in, as the log names them. */
export const byPerson = ({ accountId, name, acting }: Actor): AuditActor => ({
  ...{ kind: 'person', id: accountId, name, role: acting?.role ?? null },
});

/** Whoever has the machine, or the library of its own accord. */
export const BY_THE_SYSTEM: AuditActor = { kind: 'system', id: null, role: null };
