import { Global, Module } from '@nestjs/common';
import { PartnershipsModule } from '../partnerships/partnerships.module.js';
import { AccountService } from './account.service.js';
import { ApiLimits } from './api-limits/api-limits.js';
import { AgencyLinks } from './agency-links/agency-links.js';
import { LinkRequests } from './agency-links/link-requests.js';
import { AgencyLinksController } from './agency-links/web/agency-links.controller.js';
import { AccountUpkeep } from './account-upkeep.js';
import { KeptContacts } from './contact-lines/kept-contacts.js';
import { ContactLinesController } from './contact-lines/web/contact-lines.controller.js';
import { ChangesTold } from './changes-told.js';
import { FailedSignIns } from './failed-sign-ins.js';
import { FirstAdministrator } from './first-administrator.js';
import { KeyService } from './keys/key.service.js';
import { ReadKey } from './keys/read-key.middleware.js';
import { KeysPagesController } from './keys/web/keys-pages.controller.js';
import { LogQueries } from './log/log.queries.js';
import { LogPagesController } from './log/web/log-pages.controller.js';
import { LinkService } from './link.service.js';
import { OwnSessions } from './own-sessions.js';
import { OwnPassword } from './passwords/own-password.js';
import { PasswordHash } from './passwords/password-hash.js';
import { PeopleQueries } from './people.queries.js';
import { PeopleService } from './people.service.js';
import { JoinedSignIns } from './providers/joined-sign-ins.js';
import { OpenIdConnect } from './providers/openid-connect.js';
import { ProviderService } from './providers/provider.service.js';
import { ProviderSignIn } from './providers/provider-sign-in.service.js';
import { ProviderSignInController } from './providers/web/provider-sign-in.controller.js';
import { ProvidersPagesController } from './providers/web/providers-pages.controller.js';
import { ReadActor } from './read-actor.middleware.js';
import { RoleService } from './role.service.js';
import { SetupService } from './setup/setup.service.js';
import { SetupPagesController } from './setup/web/setup-pages.controller.js';
import { CodeCheck } from './second-factor/code-check.js';
import { SecondFactors } from './second-factor/second-factors.service.js';
import { SecondStepController } from './second-factor/web/second-step.controller.js';
import { SignInCodeController } from './second-factor/web/sign-in-code.controller.js';
import { SessionService } from './session.service.js';
import { SignInLimits } from './sign-in-limits.js';
import { SignInService } from './sign-in.service.js';
import { AccountPagesController } from './web/account-pages.controller.js';
import { LinkController } from './web/link.controller.js';
import { PeoplePagesController } from './web/people-pages.controller.js';
import { SignInController } from './web/sign-in.controller.js';

/**
 * Who may sign in, in which roles, and for how long. Global, so that its middleware goes before that of any other room,
 * wherever it is imported: who asks is known before anything is said to them.
 */
@Global()
@Module({
  imports: [PartnershipsModule],
  controllers: [
    ...[SignInController, LinkController, AccountPagesController, PeoplePagesController],
    ...[SignInCodeController, SecondStepController],
    ...[ProviderSignInController, ProvidersPagesController, KeysPagesController, LogPagesController],
    ...[SetupPagesController, ContactLinesController],
    AgencyLinksController,
  ],
  providers: [
    ...[AccountService, RoleService, LinkService, PasswordHash, PeopleQueries, PeopleService],
    ...[
      ReadActor,
      ReadKey,
      SessionService,
      OwnSessions,
      SignInService,
      SignInLimits,
      FirstAdministrator,
      AccountUpkeep,
    ],
    ...[SecondFactors, CodeCheck, FailedSignIns, OwnPassword, ChangesTold],
    ...[ProviderService, OpenIdConnect, ProviderSignIn, JoinedSignIns, KeyService, ApiLimits, LogQueries],
    ...[SetupService, KeptContacts],
    ...[AgencyLinks, LinkRequests],
  ],
  exports: [FirstAdministrator, PeopleQueries, SessionService, OwnSessions],
})
export class AccountsModule {}
