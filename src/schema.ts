import type { DataSourceOptions } from 'typeorm';
import { AuditEntry, AuditHead, AuditSeal, AuditWords } from './audit/audit.entity.js';
import { AccountEntity } from './accounts/account.entity.js';
import { ApiKey } from './accounts/keys/api-key.entity.js';
import { RateLimit } from './accounts/rate-limit.entity.js';
import {
  AccountIdentity,
  IdentityProvider,
  ProviderRole,
} from './accounts/providers/identity-provider.entity.js';
import { RoleHolding } from './accounts/role-holding.entity.js';
import { RecoveryCode, SecondFactor } from './accounts/second-factor/second-factor.entity.js';
import { Session } from './accounts/session.entity.js';
import { SetupSkip } from './accounts/setup/setup-skip.entity.js';
import { SignInLink } from './accounts/sign-in-link.entity.js';
import { Briefing } from './briefings/briefing.entity.js';
import { OutboxMessage } from './outbox/outbox-message.entity.js';
import { OwnPartnershipEntity } from './partnerships/own-partnership.entity.js';
import { ContactLine, Partnership } from './partnerships/partnership.entity.js';
import { LibrarySecret } from './platform/secrets/library-secret.entity.js';
import { ThemeUse } from './popularity/theme-use.entity.js';
import { Agency } from './recommendations/agency.entity.js';
import { FieldEdit } from './publishing/field-edit.entity.js';
import { ProposedChange } from './publishing/proposed-change.entity.js';
import { Recommendation, RecommendationVersion } from './recommendations/recommendation.entity.js';
import { Resource } from './resources/resource.entity.js';
import { DocumentPage, LearningPointEntity, Review, ReviewDocument } from './reviews/review.entity.js';
import { Theme, ThemeLabel } from './themes/theme.entity.js';
import { SheetLayout, TrackedImport } from './tracking/imports/tracked-import.entity.js';
import { BoardSnapshot } from './tracking/board/snapshot.entity.js';
import { UpdateRound, UpdateRoundLink, UpdateRoundPerson } from './tracking/rounds/round.entity.js';
import { ProgressReport } from './tracking/lines/progress-report.entity.js';
import { ReleasedLine } from './tracking/lines/released-line.entity.js';
import { ProtectedTerm } from './publishing/anonymity/protected-term.entity.js';
import { TeamUse } from './tracking/reach/team-use.entity.js';
import { ReminderRun, ToldExecutive } from './tracking/reminders/reminder.entity.js';
import { TrackingCalendar } from './tracking/calendar/calendar.entity.js';
import { TrackedFile } from './tracking/evidence.entity.js';
import {
  AnsweredRequest,
  TrackedActionRow,
  TrackedAgency,
  TrackedItem,
  TrackedOwner,
  TrackingSetting,
} from './tracking/tracking.entity.js';
import { Tombstone } from './publishing/tombstone.entity.js';
import { Webhook, WebhookDelivery } from './webhooks/webhook.entity.js';
import { migrations } from './migrations.js';

export const ENTITIES = [
  AuditEntry,
  AuditWords,
  AuditHead,
  AuditSeal,
  OutboxMessage,
  Partnership,
  ContactLine,
  OwnPartnershipEntity,
  Agency,
  Theme,
  ThemeLabel,
  Review,
  LearningPointEntity,
  ReviewDocument,
  DocumentPage,
  Recommendation,
  RecommendationVersion,
  Briefing,
  Resource,
  ThemeUse,
  Tombstone,
  FieldEdit,
  ProposedChange,
  AccountEntity,
  RoleHolding,
  IdentityProvider,
  ProviderRole,
  AccountIdentity,
  ApiKey,
  Session,
  SecondFactor,
  RecoveryCode,
  SignInLink,
  SetupSkip,
  RateLimit,
  LibrarySecret,
  TrackedItem,
  TrackedActionRow,
  TrackedOwner,
  TrackedAgency,
  BoardSnapshot,
  TeamUse,
  ReleasedLine,
  ProgressReport,
  ProtectedTerm,
  TrackingCalendar,
  ReminderRun,
  ToldExecutive,
  UpdateRound,
  UpdateRoundPerson,
  UpdateRoundLink,
  TrackedFile,
  TrackedImport,
  SheetLayout,
  TrackingSetting,
  AnsweredRequest,
  Webhook,
  WebhookDelivery,
];

/** A database that does not take a connection in this time is away: who asks is told so, and does not wait on. */
const CONNECTION_PATIENCE_MS = 10_000;

/**
 * The connection's settings. The schema comes from `migrations/` alone: nothing is ever synchronised.
 * @param statementPatience milliseconds after which a statement is given up; 0: never
 */
export function dataSourceOptions(databaseUrl: string, statementPatience = 0): DataSourceOptions {
  return {
    type: 'postgres',
    url: databaseUrl,
    entities: ENTITIES,
    migrations,
    synchronize: false,
    installExtensions: false,
    uuidExtension: 'pgcrypto',
    extra: {
      max: 10,
      application_name: 'practice-review-library',
      statement_timeout: statementPatience,
      connectionTimeoutMillis: CONNECTION_PATIENCE_MS,
    },
  };
}
