import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Request, Response } from 'express';
import { DataSource } from 'typeorm';
import { byPerson } from '../audit/audit-actor.js';
import { AuditLog } from '../audit/audit-log.js';
import type { Actor } from '../platform/http/access/actor.js';
import { LibraryError } from '../platform/http/errors/library-error.js';
import { setSessionCookie } from './session-cookie.js';
import { SessionService } from './session.service.js';

/** What somebody does with their own sessions, with an entry in the log for each. */
@Injectable()
export class OwnSessions {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly sessions: SessionService,
    private readonly audit: AuditLog,
  ) {}

  /** Ends one. @throws LibraryError not-found, also for somebody else's */
  async end(actor: Actor, sessionId: string): Promise<void> {
    await this.source.transaction(async (manager) => {
      if (!(await this.sessions.end(manager, actor.accountId, sessionId)))
        throw new LibraryError('not-found', 'There is no session of yours at this address.');
      const own = { kind: 'account', id: actor.accountId };
      await this.audit.record(manager, {
        ...{ chain: null, actor: byPerson(actor), action: 'session.ended', subject: own },
      });
    });
  }

  /** Has the browser carry a session that has begun, and ends the one that it carried: somebody else's, perhaps, who used it before. */
  async takeOver(request: Request, response: Response, token: string): Promise<void> {
    if (request.actor) await this.end(request.actor, request.actor.session.id);
    setSessionCookie(request, response, token);
  }

  /** Ends all but the present one. */
  async endOthers(actor: Actor): Promise<void> {
    await this.source.transaction(async (manager) => {
      await this.sessions.endAll(manager, actor.accountId, actor.session.id);
      const own = { kind: 'account', id: actor.accountId };
      await this.audit.record(manager, {
        ...{ chain: null, actor: byPerson(actor), action: 'session.others-ended', subject: own },
      });
    });
  }

  /** Acts in another role. @returns the session's new token @throws LibraryError not-found where it is not theirs today */
  async actIn(actor: Actor, holdingId: string): Promise<string> {
    return await this.source.transaction(async (manager) => {
      const token = await this.sessions.actIn(manager, actor, holdingId);
      if (token === null) throw new LibraryError('not-found', 'You do not hold this role today.');
      const chosen = actor.acting ?? actor.waiting;
      await this.audit.record(manager, {
        ...{ chain: null, actor: byPerson(actor), action: 'session.role-chosen' },
        ...{ subject: { kind: 'account', id: actor.accountId }, to: { holding: holdingId } },
        from: chosen && { holding: chosen.holdingId },
      });
      return token;
    });
  }
}
