import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import type { DatabaseAddresses } from './database-addresses.js';

/** Makes an empty database on the same server, for a check or a test; `drop` removes it even while it is in use. */
export async function temporaryDatabase({
  databaseUrl,
  databaseOwnerUrl,
}: DatabaseAddresses): Promise<DatabaseAddresses & { drop: () => Promise<void> }> {
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
  await admin(`create database ${name}`);
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
