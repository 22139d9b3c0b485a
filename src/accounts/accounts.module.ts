import { Module, RequestMethod, type MiddlewareConsumer, type NestModule } from '@nestjs/common';
import { AccountService } from './account.service.js';
import { AccountUpkeep } from './account-upkeep.js';
import { FirstAdministrator } from './first-administrator.js';
import { LinkService } from './link.service.js';
import { OwnSessions } from './own-sessions.js';
import { PasswordHash } from './passwords/password-hash.js';
import { PeopleQueries } from './people.queries.js';
import { PeopleService } from './people.service.js';
import { ReadActor } from './read-actor.middleware.js';
import { RoleService } from './role.service.js';
import { SessionService } from './session.service.js';
import { SignInLimits } from './sign-in-limits.js';
import { SignInService } from './sign-in.service.js';
import { AccountPagesController } from './web/account-pages.controller.js';
import { LinkController } from './web/link.controller.js';
import { PeoplePagesController } from './web/people-pages.controller.js';
import { SignInController } from './web/sign-in.controller.js';

/** Who may sign in, in which roles, and for how long. */
@Module({
  controllers: [SignInController, LinkController, AccountPagesController, PeoplePagesController],
  providers: [
    ...[AccountService, RoleService, LinkService, PasswordHash, PeopleQueries, PeopleService],
    ...[SessionService, OwnSessions, SignInService, SignInLimits, FirstAdministrator, AccountUpkeep],
  ],
  exports: [FirstAdministrator],
})
export class AccountsModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer
      .apply(ReadActor)
      .exclude('health/{*path}', 'robots.txt', 'sitemap.xml')
      .forRoutes({ path: '{*path}', method: RequestMethod.ALL });
  }
}
