import type { AddressInfo } from 'node:net';
import { FirstAdministrator } from './accounts/first-administrator.js';
import { linkPath } from './accounts/link.js';
import { sayInstant } from './accounts/web/say.js';
import { requireArgon2 } from './accounts/passwords/password-hash.js';
import { createApp } from './app.js';
import { isGuarded } from './audit/audit-guard.js';
import { loadFixturesIfEmpty } from './imports/fixtures.js';
import { openLibrary } from './open-library.js';
import { missingForMail } from './outbox/mail-settings.js';
import { Clock } from './platform/clock/clock.js';
import { readConfig, type Config } from './platform/config.js';
import { stopServing } from './platform/http/serving.js';
import { Refusal } from './platform/plain-words.js';
import { runProgram, type Program } from './platform/program.js';
import { isRunning, run } from './platform/servers/processes.js';
import { startServers, stopStarted, type Servers } from './platform/servers/servers.js';
import { IndexUpkeep } from './search/index/index-upkeep.js';
import { seedDemo } from './seed-demo.js';

/** How long the first start waits for its own content to be searchable before it says that it is ready. */
const FIRST_INDEX_MS = 20_000;

/** Starts everything, in this order: servers, schema, first content, application. It is stopped in the reverse order. */
async function start({ asked, stop, onStop }: Program): Promise<number> {
  requireArgon2();
  const config = readConfig(process.env);
  const began = Date.now();
  const clock = new Clock(config.clockStartsAt);
  const starting = startServers(config, 'The library', console.log, asked);
  // What was asked to stop before it had started is stopped when it has.
  onStop(stopStarted(starting));
  const servers = await starting;
  asked.throwIfAborted();
  const isDemoNew = config.demo && (await seedDemo(servers, config, clock, asked));
  const { firstContent, isLogGuarded } = await prepareDatabase(servers, config, clock);
  asked.throwIfAborted();
  const app = await createApp(config, servers, clock);
  onStop(() => app.close());
  await app.init();
  if (firstContent || isDemoNew) await app.get(IndexUpkeep).settled(FIRST_INDEX_MS);
  asked.throwIfAborted();
  const server = app.getHttpServer();
  onStop(() => stopServing(server));
  await listen(app, config);
  await stopWithNpm(stop);
  const address = addressOn(config.host, (server.address() as AddressInfo).port);
  await servers.tell(address);
  announce(address, Date.now() - began, firstContent, [
    ...(config.demo
      ? [`This is the demonstration: everything in it is invented. Sign in at ${address}/demo`]
      : []),
    ...(config.clockStartsAt ? [sayClock(clock)] : []),
    ...lacks(servers, config, isLogGuarded),
  ]);
  announceFirstLink(await firstLink(app), address, config.publicUrl);
  await new Promise<void>((done) => asked.addEventListener('abort', () => done()));
  return 0;
}

/**
 * The schema is brought up to date; an empty library gets its own content, unless it is to stay empty. Answers how many
 * records that were, and whether the audit log is out of the library's own reach.
 */
async function prepareDatabase(
  servers: Servers,
  { startEmpty, demo }: Config,
  clock: Clock,
): Promise<{ firstContent: number; isLogGuarded: boolean }> {
  const source = await openLibrary(servers, clock);
  try {
    const loaded = startEmpty || demo ? null : await loadFixturesIfEmpty(source);
    const firstContent = Object.values(loaded?.counts ?? {}).reduce((sum, { created }) => sum + created, 0);
    return { firstContent, isLogGuarded: await isGuarded(source) };
  } finally {
    await source.destroy();
  }
}

async function listen(app: Awaited<ReturnType<typeof createApp>>, config: Config): Promise<void> {
  try {
    await (config.host ? app.listen(config.port, config.host) : app.listen(config.port));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') {
      throw new Refusal(
        `Port ${config.port} is taken by another program. Set PORT to another number: PORT=3001 npm start`,
      );
    }
    if (code === 'EACCES') {
      throw new Refusal(
        `Port ${config.port} may not be used by this account. Set PORT to a number above 1023.`,
      );
    }
    throw error;
  }
}

/**
 * `npm start` (or `npm run demo`) that is killed outright cannot pass the news on: when it is gone, we stop in good order. Between npm and us
 * there is a shell, which outlives it.
 */
async function stopWithNpm(stop: () => void): Promise<void> {
  if (!/^(start|demo)$/.test(process.env.npm_lifecycle_event ?? '') || process.platform === 'win32') return;
  const npm = Number(await run('ps', ['-o', 'ppid=', '-p', String(process.ppid)]).catch(() => 0));
  setInterval(() => {
    if (npm > 1 && !isRunning(npm)) stop();
  }, 1000).unref();
}

/** Where a browser on this machine finds us. */
function addressOn(host: string | undefined, port: number): string {
  const isEverywhere = host === undefined || /^(0\.0\.0\.0|::|127\.0\.0\.1)$/.test(host);
  return `http://${isEverywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host}:${port}`;
}

const sayClock = (clock: Clock): string =>
  `The clock was set by CLOCK_STARTS_AT: tracking and the log take it to be ${sayInstant(clock.now())}.`;

/** What does not work, or not as well as it could, with these settings. */
function lacks({ auditKey }: Servers, config: Config, isLogGuarded: boolean): string[] {
  const missing = missingForMail(config);
  return [
    ...(isLogGuarded
      ? []
      : [
          'The audit log is not guarded: the library works as a role that may change it. Set DATABASE_OWNER_URL to the owner',
          'of the tables, and DATABASE_URL to a role of its own.',
        ]),
    ...(missing.length === 0 || config.demo
      ? []
      : [
          `Agency leads are sent no links to sign in: set ${missing.join(' and ')}. Until then, npm run account -- link prints one.`,
          `Nor are reminders and questions to owners of actions sent${config.smtpUrl ? '' : ', and nobody is told that their account was changed'}.`,
        ]),
    ...(config.scanCommand
      ? []
      : ['Nothing looks for viruses in files that are added as evidence: SCAN_COMMAND is not set.']),
    ...(auditKey ? [] : ['The ends of the audit log are not sealed: AUDIT_KEY is not set.']),
  ];
}

function announce(address: string, milliseconds: number, firstContent: number, notes: string[]): void {
  const lines = [
    `The practice-review library is at ${address} (started in ${(milliseconds / 1000).toFixed(1)} seconds)`,
    ...(firstContent > 0
      ? [`It was empty, so it loaded its own first content: ${firstContent} records.`]
      : []),
    ...notes,
    '',
    'Try:',
    `  ${address}/search?q=parental+mental+health`,
    `  ${address}/search?q=unseen+adults`,
    `  ${address}/api/v1/search?q=CCE`,
    `  ${address}/api/docs`,
    '',
    'Ctrl-C stops it.',
  ];
  console.log(lines.join('\n'));
}

/** A library that takes no changes just now (its disk is full) starts all the same, without a link. */
const firstLink = async (app: Awaited<ReturnType<typeof createApp>>): Promise<string | null> =>
  await app
    .get(FirstAdministrator)
    .newLink()
    .catch(() => null);

function announceFirstLink(token: string | null, address: string, publicUrl: string | undefined): void {
  if (token === null) return;
  const origins = [address, ...(publicUrl ? [publicUrl] : [])];
  const lines = [
    '',
    'Nobody administers this library yet. Whoever opens this link becomes its administrator; it works once, for 24 hours,',
    'and the next start prints another:',
    ...origins.map((origin) => `  ${origin}${linkPath(token)}`),
  ];
  console.log(lines.join('\n'));
}

await runProgram(start);
