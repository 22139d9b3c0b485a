import { Get, Query, Render, Req, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Request, Response } from 'express';
import { DataSource } from 'typeorm';
import { byPerson } from '../../../audit/audit-actor.js';
import { AuditLog } from '../../../audit/audit-log.js';
import { actorOf } from '../../../platform/http/access/access.guard.js';
import type { Actor } from '../../../platform/http/access/actor.js';
import { Requires } from '../../../platform/http/access/requires.decorator.js';
import { PageRoutes } from '../../../platform/http/access/routes.decorators.js';
import { scopeOf } from '../../scope.js';
import { LogQuery } from '../log-query.dto.js';
import { LogQueries } from '../log.queries.js';
import { asCsv, presentLog, type LogView } from './log.presenter.js';

/** What was done, for administrators: of their own partnership; platform administrators, of all. */
@PageRoutes()
export class LogPagesController {
  constructor(
    private readonly log: LogQueries,
    private readonly audit: AuditLog,
    @InjectDataSource() private readonly source: DataSource,
  ) {}

  @Get('log')
  @Requires('log.read')
  @Render('accounts/log')
  async page(@Query() query: LogQuery, @Req() request: Request): Promise<LogView> {
    const actor = actorOf(request);
    const page = await this.log.list(scopeOf(actor), query);
    return presentLog(nameOf(actor), page, await this.log.names(scopeOf(actor), page.items), query);
  }

  @Get('log.csv')
  @Requires('log.read')
  async export(@Query() query: LogQuery, @Req() request: Request, @Res() response: Response): Promise<void> {
    const actor = actorOf(request);
    const chain = scopeOf(actor);
    const items = await this.log.export(chain, query);
    await this.source.transaction((manager) =>
      this.audit.record(manager, {
        ...{
          chain,
          actor: byPerson(actor),
          action: 'log.exported',
          subject: { kind: 'log', id: chain ?? 'all' },
        },
        to: { entries: items.length },
      }),
    );
    response.setHeader('Cache-Control', 'private, no-store');
    response.attachment('log.csv').type('text/csv; charset=utf-8').send(asCsv(items));
  }
}

const nameOf = ({ acting }: Actor): string =>
  acting?.partnership?.name ?? 'all partnerships and the platform';
