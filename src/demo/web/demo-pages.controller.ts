import { Body, Get, Post, Req, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Request, Response } from 'express';
import { DataSource } from 'typeorm';
import { deviceOf } from '../../accounts/device.js';
import { OwnSessions } from '../../accounts/own-sessions.js';
import { PeopleQueries } from '../../accounts/people.queries.js';
import { SessionService } from '../../accounts/session.service.js';
import { AuditLog } from '../../audit/audit-log.js';
import { Public } from '../../platform/http/access/public.decorator.js';
import { ROLE_WORDS } from '../../platform/http/access/roles.js';
import { PageRoutes } from '../../platform/http/access/routes.decorators.js';
import { LibraryError } from '../../platform/http/errors/library-error.js';
import { DEMO_PEOPLE } from '../story/people.js';

/** Signs visitors of the demonstration in as one of the people of its story, and as nobody else. */
@PageRoutes('demo')
export class DemoPagesController {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly audit: AuditLog,
    private readonly people: PeopleQueries,
    private readonly sessions: SessionService,
    private readonly own: OwnSessions,
  ) {}

  @Get()
  @Public()
  page(@Res() response: Response): void {
    const people = DEMO_PEOPLE.map((person) => ({ ...person, role: ROLE_WORDS[person.role] }));
    response.render('demo/demo', { people });
  }

  @Post()
  @Public()
  async signIn(
    @Body() { email }: Record<string, unknown>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const chosen = DEMO_PEOPLE.find((person) => person.email === email);
    const person = chosen && (await this.people.findByEmail(chosen.email));
    if (!person || person.isClosed) throw new LibraryError('not-found', 'There is no such person here.');
    const { id, name } = person;
    const token = await this.source.transaction(async (manager) => {
      const device = deviceOf(request.get('user-agent'));
      // Whoever wants to see a role has no telephone of that person.
      const begun = await this.sessions.begin(manager, id, device, { proof: 'factor' });
      await this.audit.record(manager, {
        ...{ chain: null, actor: { kind: 'person', role: null, id, name }, action: 'session.begun' },
        ...{ subject: { kind: 'account', id }, to: { with: 'demo' } },
      });
      return begun;
    });
    await this.own.takeOver(request, response, token);
    response.redirect(303, '/tracking');
  }
}
