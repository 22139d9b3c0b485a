import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import type { DatabaseAddresses } from './database-addresses.js';

/**
 * Makes a database on the same server, for a check or a test; `drop` removes it even while it is in use.
 * @param like what is in it: a copy of this one, to which nobody may be connected; left out, nothing
 */
export async function temporaryDatabase(
  { databaseUrl, databaseOwnerUrl }: DatabaseAddresses,
  like?: DatabaseAddresses,
): Promise<DatabaseAddresses & { drop: () => Promise<void> }> {
  const name = `library_temporary_${randomBytes(6).toString('hex')}`;
  const admin = async (statement: string): Promise<void> => {
    const client = new Client({ connectionString: databaseOwnerUrl ?? databaseUrl });
    await client.connect();
    try {
      await client.query(statement);
    } finally {
      await client.end();
    }
  };
  const template = like ? ` template ${new URL(like.databaseUrl).pathname.slice(1)}` : '';
  await admin(`create database ${name}${template}`);
  const there = (server: string): string => {
    const url = new URL(server);
    url.pathname = `/${name}`;
    return url.toString();
  };
  return {
    databaseUrl: there(databaseUrl),
    ...(databaseOwnerUrl !== undefined && { databaseOwnerUrl: there(databaseOwnerUrl) }),
    drop: () => admin(`drop database if exists ${name} with (force)`),
  };
}
