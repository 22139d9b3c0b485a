import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { Refusal } from '../plain-words.js';
import type { DatabaseAddresses } from './database-addresses.js';

/** The role that the library works as in the embedded PostgreSQL. */
export const APPLICATION_ROLE = 'library_app';

/** The role of an address. */
export const roleOf = (url: string): string => decodeURIComponent(new URL(url).username);

/**
 * Sees to it that the application's role is there and is let in. Roles belong to a server, not to a database: no migration
 * makes them.
 * @param isOurs whether the server is ours alone, so that a password that is not taken may be set anew
 * @throws Refusal where somebody else has to make the role
 */
export async function admitApplication(
  { databaseUrl, databaseOwnerUrl }: DatabaseAddresses,
  isOurs: boolean,
): Promise<void> {
  if (databaseOwnerUrl === undefined || (await isLetIn(databaseUrl))) return;
  const role = roleOf(databaseUrl);
  await asRole(databaseOwnerUrl, async (owner) => {
    const { rowCount } = await owner.query('select 1 from pg_roles where rolname = $1', [role]);
    if (rowCount !== 0 && !isOurs)
      throw new Refusal(
        `The database does not let ${role} in: the password in DATABASE_URL is not that of the role.`,
      );
    const password = verifier(decodeURIComponent(new URL(databaseUrl).password));
    const made = `${rowCount === 0 ? 'create' : 'alter'} role ${quoted(role)} ${ABLE} password '${password}'`;
    await owner.query(made).catch((error: unknown) => refuseToMake(error, role));
  });
}

const ABLE = 'login nosuperuser nocreatedb nocreaterole noinherit noreplication nobypassrls';

function refuseToMake(error: unknown, role: string): void {
  const { code } = error as { code?: string };
  // Another instance has made it in this moment.
  if (code === '42710' || code === '23505') return;
  if (code !== '42501') throw error;
  throw new Refusal(
    `There is no role ${role} yet, and the role of DATABASE_OWNER_URL may not make it: have it made by the administrator ` +
      `of the database (create role ${role} login password …), with the password that stands in DATABASE_URL.`,
  );
}

async function isLetIn(url: string): Promise<boolean> {
  return await asRole(url, () => Promise.resolve(true)).catch((error: unknown) => {
    if (/^28/.test((error as { code?: string }).code ?? '')) return false;
    throw error;
  });
}

async function asRole<Answer>(url: string, work: (client: Client) => Promise<Answer>): Promise<Answer> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** What PostgreSQL keeps of a password. Given this, it never sees the password, and so cannot write it into its log. */
function verifier(password: string): string {
  const [salt, rounds] = [randomBytes(16), 4096];
  const salted = pbkdf2Sync(password.normalize('NFKC'), salt, rounds, 32, 'sha256');
  const key = (of: string): Buffer => createHmac('sha256', salted).update(of).digest();
  const stored = createHash('sha256').update(key('Client Key')).digest('base64');
  return `SCRAM-SHA-256$${rounds}:${salt.toString('base64')}$${stored}:${key('Server Key').toString('base64')}`;
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** The application's role, and what it may not do although it may do it with every other table. */
export interface Application {
  role: string;
  /** Statements for a role, whose name is quoted. */
  narrow: (role: string) => string[];
}

/**
 * Gives the application its rights: rows of every table, and no table itself. May be repeated, and is, for the tables that
 * came since; nobody sees it half done.
 * @param source as the owner
 */
export async function grantTo(source: DataSource, { role, narrow }: Application): Promise<void> {
  const name = quoted(role);
  await source.transaction(async (manager) => {
    const [{ database }] = await manager.query<[{ database: string }]>(
      'select current_database() as database',
    );
    for (const statement of rights(name, quoted(database))) await manager.query(statement);
    for (const statement of narrow(name)) await manager.query(statement);
    for (const { table } of await manager.query<{ table: string }[]>(HIDDEN))
      await manager.query(`create policy application on ${table} to ${name} using (true) with check (true)`);
  });
}

const SCHEMAS = 'public, graphile_worker';

// Functions need no word: everybody may use them, but for those that a migration took from them.
const rights = (role: string, database: string): string[] => [
  `revoke create on schema public from public`,
  `grant connect, temporary on database ${database} to ${role}`,
  `grant usage on schema ${SCHEMAS} to ${role}`,
  `grant select, insert, update, delete on all tables in schema ${SCHEMAS} to ${role}`,
  `grant usage, select on all sequences in schema ${SCHEMAS} to ${role}`,
  `revoke insert, update, delete on public.migrations, graphile_worker.migrations from ${role}`,
];

/** The queue's tables let nobody but their owner see a row. */
const HIDDEN = `
  select c.oid::regclass::text as table from pg_class c
  where c.relnamespace = 'graphile_worker'::regnamespace and c.relrowsecurity
    and not exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polname = 'application')`;
