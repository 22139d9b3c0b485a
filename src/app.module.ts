import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from './accounts/accounts.module.js';
import { AccessGuard } from './platform/http/access/access.guard.js';
import { AuditModule } from './audit/audit.module.js';
import { BriefingsModule } from './briefings/briefings.module.js';
import type { Clock } from './platform/clock/clock.js';
import type { Config } from './platform/config.js';
import { DemoModule } from './demo/demo.module.js';
import { DescribingModule } from './describing/describing.module.js';
import { dataSourceOptions } from './schema.js';
import { ErrorFilter } from './platform/http/errors/error.filter.js';
import { NoParameters } from './platform/http/errors/no-parameters.interceptor.js';
import { EmbedModule } from './embed/embed.module.js';
import { FormGuard } from './platform/http/forms/form.guard.js';
import { GiveBackGuard } from './platform/http/forms/give-back.guard.js';
import { FormsModule } from './platform/http/forms/forms.module.js';
import { AnswerLinks } from './platform/http/listing/answer-links.interceptor.js';
import { ExchangeModule } from './exchange/exchange.module.js';
import { FeedsModule } from './feeds/feeds.module.js';
import { HealthModule } from './health/health.module.js';
import { JobsModule } from './platform/jobs/jobs.module.js';
import { OutboxModule } from './outbox/outbox.module.js';
import { PartnershipsModule } from './partnerships/partnerships.module.js';
import { PopularityModule } from './popularity/popularity.module.js';
import { RecommendationsModule } from './recommendations/recommendations.module.js';
import { ResourcesModule } from './resources/resources.module.js';
import { ReviewsModule } from './reviews/reviews.module.js';
import { SearchModule } from './search/search.module.js';
import { ServersModule } from './platform/servers/servers.module.js';
import type { ServerAddresses } from './platform/servers/data-folder.js';
import { TrackingModule } from './tracking/tracking.module.js';
import { ThemesModule } from './themes/themes.module.js';
import { WebhooksModule } from './webhooks/webhooks.module.js';
import { OverviewsModule } from './overviews/overviews.module.js';
import { McpModule } from './mcp/mcp.module.js';
import { StandardsModule } from './standards/standards.module.js';
import { SiteModule } from './site/site.module.js';

/** No question of a visitor's takes this long, and no batch of a job; one that does is in somebody's way. */
const STATEMENT_PATIENCE_MS = 60_000;

/** The map of the library, in reading order: what it knows, how it is searched, how it is shown, what keeps it going. */
@Module({
  imports: [
    // Before the pages: its addresses are theirs with an ending.
    StandardsModule,
    PartnershipsModule,
    AccountsModule,
    ThemesModule,
    ReviewsModule,
    RecommendationsModule,
    BriefingsModule,
    ResourcesModule,
    TrackingModule,
    PopularityModule,
    OverviewsModule,
    SearchModule,
    McpModule,
    DescribingModule,
    ExchangeModule,
    FeedsModule,
    WebhooksModule,
    SiteModule,
    EmbedModule,
    AuditModule,
    FormsModule,
    OutboxModule,
    JobsModule,
    HealthModule,
  ],
  providers: [
    // In this order: nobody's form is taken who may not use the route.
    { provide: APP_GUARD, useClass: GiveBackGuard },
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_GUARD, useClass: FormGuard },
    { provide: APP_INTERCEPTOR, useClass: NoParameters },
    { provide: APP_INTERCEPTOR, useClass: AnswerLinks },
    { provide: APP_FILTER, useClass: ErrorFilter },
  ],
})
export class AppModule {
  static of(config: Config, servers: ServerAddresses, clock?: Clock): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ServersModule.of(config, servers, clock),
        TypeOrmModule.forRoot(dataSourceOptions(servers.databaseUrl, STATEMENT_PATIENCE_MS)),
        // Where people can be signed in without a password: nowhere else is there such a route.
        ...(config.demo ? [DemoModule] : []),
      ],
    };
  }
}
