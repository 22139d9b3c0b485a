import type { Request } from 'express';
import type { AuditActor } from '../audit/audited-change.js';
import { byPerson } from '../audit/audit-actor.js';
import type { Role } from '../platform/http/access/roles.js';
import { LibraryError } from '../platform/http/errors/library-error.js';
import type { Way } from './tracking.js';

/** Who follows recommendations, in which role, for which partnership, and by which way. */
export interface Follower {
  by: AuditActor;
  role: Role;
  partnership: { id: string; slug: string; name: string };
  /** For agency leads alone: the agency that they lead. */
  agency: { id: string; name: string } | null;
  way: Way;
}

/** @throws LibraryError forbidden for whoever acts in no role of a partnership */
export function followerOf(request: Request, way: 'page' | 'api'): Follower {
  const { actor, key } = request;
  const acting = key ?? actor?.acting;
  if (!acting?.role || !acting.partnership)
    throw new LibraryError('forbidden', 'You act for no partnership just now.');
  return {
    by: key ? { kind: 'key', id: key.id, name: key.name, role: key.role } : byPerson(actor!),
    ...{ role: acting.role, partnership: acting.partnership, agency: acting.agency },
    way: actor && actor.session.onlyRole !== null ? 'email-link' : way,
  };
}

/** Whether somebody sees all that their partnership follows; agency leads see what their agency has to do with. */
export const seesAll = ({ role }: Follower): boolean => role !== 'agency-lead';
export const isAuditLead = ({ role }: Follower): boolean => role === 'audit-lead';
