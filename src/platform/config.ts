import 'reflect-metadata';
import { resolve } from 'node:path';
import { plainToInstance, Type } from 'class-transformer';
import {
  IsEmail,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateBy,
  validateSync,
  type ValidationOptions,
} from 'class-validator';
import { areNetworks, networksIn } from './http/networks.js';

const INSTANT = 'must be an instant such as 2025-01-06T09:00:00Z';

const AreNetworks = (options: ValidationOptions): PropertyDecorator =>
  ValidateBy({ name: 'areNetworks', validator: { validate: areNetworks } }, options);

/** What the environment may say. Read once, at start; nothing else in the project reads `process.env`. */
class Environment {
  /** TCP port of the pages and the API. 0 asks the operating system for a free one. */
  @Type(() => Number)
  @IsInt({ message: 'must be a whole number' })
  @Min(0, { message: 'must be between 0 and 65535' })
  @Max(65535, { message: 'must be between 0 and 65535' })
  PORT: number;

  /** Address to listen on; left out, every address of the machine. */
  @IsOptional()
  @IsString()
  HOST?: string;

  /** Folder of the embedded servers' data. */
  @IsString()
  DATA_DIR: string;

  @IsOptional()
  @Matches(/^postgres(ql)?:\/\//, { message: 'must start with postgres:// or postgresql://' })
  DATABASE_URL?: string;

  /** The same database, as the role that owns its tables: then the library works as a role that cannot bend the log. */
  @IsOptional()
  @Matches(/^postgres(ql)?:\/\//, { message: 'must start with postgres:// or postgresql://' })
  DATABASE_OWNER_URL?: string;

  /** Seals the ends of the audit log's chains; kept anywhere but in the database. */
  @IsOptional()
  @MinLength(32, { message: 'must be at least 32 characters' })
  AUDIT_KEY?: string;

  @IsOptional()
  @Matches(/^https?:\/\//, { message: 'must start with http:// or https://' })
  MEILI_URL?: string;

  @IsOptional()
  @IsString()
  MEILI_MASTER_KEY?: string;

  /** Name of the search index, for several libraries that share one Meilisearch. */
  @Matches(/^[a-z0-9][a-z0-9_-]*$/, { message: 'must be small letters, digits, - and _' })
  @MaxLength(60, { message: 'must be at most 60 characters' })
  SEARCH_INDEX: string;

  /** The address that visitors use, for quotations, search engines and previews: behind a proxy we see another. */
  @IsOptional()
  @Matches(/^https?:\/\/[^/]+(\/.*)?$/, {
    message: 'must be an address such as https://reviews.example.gov.uk',
  })
  PUBLIC_URL?: string;

  /** Where visitors may write about the library itself, and tell of mistakes. */
  @IsOptional()
  @IsEmail({}, { message: 'must be an email address' })
  CONTACT_EMAIL?: string;

  /** Which proxies may say who asks and whether by TLS: how many stand in front, or their addresses. */
  @IsOptional()
  @Matches(
    /^(?:[1-9]|(?:[0-9a-f.:]+(?:\/\d+)?|loopback|linklocal|uniquelocal)(?:\s*,\s*(?:[0-9a-f.:]+(?:\/\d+)?|loopback|linklocal|uniquelocal))*)$/i,
    {
      message:
        'must be how many proxies stand in front (1 to 9), or their addresses, such as 10.0.0.0/8 or loopback',
    },
  )
  TRUST_PROXY?: string;

  /** How often a minute an address may ask the API that says nothing of itself; 0 where something in front of us counts. */
  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: 'must be a whole number' })
  @Min(0, { message: 'must be 0 or more' })
  @Max(1_000_000, { message: 'must be at most 1000000' })
  API_LIMIT?: number;

  /** The server that takes our e-mails: `smtp://user:password@host:587`, or `smtps://…:465`. */
  @IsOptional()
  @Matches(/^smtps?:\/\//, { message: 'must start with smtp:// or smtps://' })
  SMTP_URL?: string;

  /** The address that they come from. */
  @IsOptional()
  @IsEmail({}, { message: 'must be an email address' })
  MAIL_FROM?: string;

  /**
   * Networks of one's own that webhooks may lead to, also by http and on any port: `127.0.0.1/32, 10.1.0.0/16`. Without it
   * they lead to public addresses alone.
   */
  @IsOptional()
  @AreNetworks({ message: 'must be networks with the length of their prefix, such as 10.1.0.0/16, fd00::/8' })
  WEBHOOK_ALLOW?: string;

  /** A program that looks for viruses: it is given a file, and ends with 0 where it is clean, with 1 where it is not. */
  @IsOptional()
  @IsString()
  SCAN_COMMAND?: string;

  /** Slug of the partnership whose contact lines every page shows. */
  @Matches(/^[a-z0-9-]+$/, { message: 'must be the slug of a partnership: small letters, digits and -' })
  PARTNERSHIP: string;

  /** Whether an empty library stays so, without the first content. */
  @IsIn(['true', 'false'], { message: 'must be true or false' })
  EMPTY: 'true' | 'false';

  /** Whether it is the demonstration, in which everything is invented. */
  @IsIn(['true', 'false'], { message: 'must be true or false' })
  DEMO: 'true' | 'false';

  @IsIn(['text', 'json'], { message: 'must be text or json' })
  LOG_FORMAT: 'text' | 'json';

  /** What the clock of tracking and of the log shows at the start; left out, the real time. */
  @IsOptional()
  @IsISO8601({ strict: true }, { message: INSTANT })
  @Matches(/^(?:19|20|21)\d\d-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/, { message: INSTANT })
  CLOCK_STARTS_AT?: string;
}

export interface Config {
  port: number;
  host?: string;
  /** Absolute path. */
  dataDir: string;
  /** Set when PostgreSQL runs elsewhere; otherwise the embedded one is used. */
  databaseUrl?: string;
  /** The same database, as the owner of the tables. */
  databaseOwnerUrl?: string;
  /** Left out, the embedded database's is made. */
  auditKey?: string;
  /** Set when Meilisearch runs elsewhere; otherwise the embedded one is used. */
  meiliUrl?: string;
  meiliKey?: string;
  searchIndex: string;
  logFormat: 'text' | 'json';
  /** Without a slash at its end. */
  publicUrl?: string;
  /** Whose word is taken for who asks and whether by TLS, as Express reads it; without it, nobody's. */
  trustProxy?: number | string;
  /** How often a minute an address may ask the API that says nothing of itself; 0: as often as it likes. */
  apiLimit?: number;
  /** Takes our e-mails; without it they wait. */
  smtpUrl?: string;
  /** Set where `smtpUrl` is. */
  mailFrom?: string;
  /** Networks that webhooks may lead to although they are not public: `10.1.0.0/16`. */
  webhookAllow: string[];
  /** What looks for viruses in files: a program, with what it is given before a file’s path. Without it nothing does. */
  scanCommand?: string[];
  /** Slug of the partnership that runs this library. */
  partnership: string;
  /** Where readers write about the library and tell of mistakes; without it, pages say whom to ask. */
  contactEmail?: string;
  /** No first content for an empty library. */
  startEmpty: boolean;
  /** Everything in it is invented; it lives in a data folder of its own, and sends no e-mail. Never set in production. */
  demo: boolean;
  /** For trials: what the clock shows at the start; without it, the real time. Never set in production. */
  clockStartsAt?: Date;
}

/** The injection token of the configuration. */
export const CONFIG = Symbol('config');

export class ConfigError extends Error {}

const empty = (value: string | undefined): boolean => value === undefined || value.trim() === '';

/**
 * Reads and checks the environment.
 * @throws ConfigError naming each wrong variable and what it must be, never its value: a connection address holds a password.
 */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => !empty(value)));
  const env = plainToInstance(Environment, withDefaults(given));
  const problems = validateSync(env, { skipMissingProperties: false }).map(
    (error) => `${error.property} ${Object.values(error.constraints ?? {})[0] ?? 'is not valid'}`,
  );
  if (env.SMTP_URL && !env.MAIL_FROM)
    problems.push('MAIL_FROM is needed with SMTP_URL: the address that e-mails come from');
  if (env.DATABASE_OWNER_URL && !env.DATABASE_URL)
    problems.push('DATABASE_OWNER_URL needs DATABASE_URL: the same database, as another role');
  if (env.CLOCK_STARTS_AT && environment.NODE_ENV === 'production')
    problems.push('CLOCK_STARTS_AT is for trials: leave it out in production (NODE_ENV=production)');
  if (env.DEMO === 'true') problems.push(...amissWithDemo(env, environment.NODE_ENV));
  if (problems.length > 0) throw new ConfigError(problems.join('\n'));
  return {
    port: env.PORT,
    host: env.HOST,
    dataDir: resolve(env.DATA_DIR),
    databaseUrl: env.DATABASE_URL,
    databaseOwnerUrl: env.DATABASE_OWNER_URL,
    auditKey: env.AUDIT_KEY,
    meiliUrl: env.MEILI_URL?.replace(/\/+$/, ''),
    meiliKey: env.MEILI_MASTER_KEY,
    searchIndex: env.SEARCH_INDEX,
    logFormat: env.LOG_FORMAT,
    publicUrl: env.PUBLIC_URL?.replace(/\/+$/, ''),
    trustProxy: /^\d$/.test(env.TRUST_PROXY ?? '') ? Number(env.TRUST_PROXY) : env.TRUST_PROXY,
    apiLimit: env.API_LIMIT,
    webhookAllow: networksIn(env.WEBHOOK_ALLOW ?? ''),
    scanCommand: env.SCAN_COMMAND?.trim().split(/\s+/),
    // People who are invented are sent nothing.
    ...(env.DEMO === 'false' && { smtpUrl: env.SMTP_URL, mailFrom: env.MAIL_FROM }),
    partnership: env.PARTNERSHIP,
    contactEmail: env.CONTACT_EMAIL,
    startEmpty: env.EMPTY === 'true',
    demo: env.DEMO === 'true',
    clockStartsAt: env.CLOCK_STARTS_AT === undefined ? undefined : new Date(env.CLOCK_STARTS_AT),
  };
}

/** A demonstration shares nothing with a library that people rely on. */
const amissWithDemo = (env: Environment, nodeEnv: string | undefined): string[] => [
  ...(nodeEnv === 'production'
    ? ['DEMO is for trials: leave it out in production (NODE_ENV=production)']
    : []),
  ...(['DATABASE_URL', 'MEILI_URL'] as const)
    .filter((name) => env[name])
    .map((name) => `DEMO has servers of its own in DATA_DIR: leave ${name} out`),
];

/** The slug of the invented partnership of the demonstration. */
const DEMO_PARTNERSHIP = 'fennmere-safeguarding-children-partnership';

function withDefaults(
  given: Record<string, string | undefined>,
): Record<keyof Environment, string | undefined> {
  return {
    PORT: given.PORT ?? '3000',
    HOST: given.HOST,
    DATA_DIR: given.DATA_DIR ?? '.data',
    DATABASE_URL: given.DATABASE_URL,
    DATABASE_OWNER_URL: given.DATABASE_OWNER_URL,
    AUDIT_KEY: given.AUDIT_KEY,
    MEILI_URL: given.MEILI_URL,
    MEILI_MASTER_KEY: given.MEILI_MASTER_KEY,
    SEARCH_INDEX: given.SEARCH_INDEX ?? 'library',
    LOG_FORMAT: given.LOG_FORMAT ?? 'text',
    PUBLIC_URL: given.PUBLIC_URL,
    CONTACT_EMAIL: given.CONTACT_EMAIL,
    TRUST_PROXY: given.TRUST_PROXY,
    API_LIMIT: given.API_LIMIT,
    SMTP_URL: given.SMTP_URL,
    MAIL_FROM: given.MAIL_FROM,
    WEBHOOK_ALLOW: given.WEBHOOK_ALLOW,
    SCAN_COMMAND: given.SCAN_COMMAND,
    EMPTY: given.EMPTY ?? 'false',
    DEMO: given.DEMO ?? 'false',
    CLOCK_STARTS_AT: given.CLOCK_STARTS_AT,
    PARTNERSHIP:
      given.PARTNERSHIP ?? (given.DEMO === 'true' ? DEMO_PARTNERSHIP : 'darlington-safeguarding-partnership'),
  };
}
