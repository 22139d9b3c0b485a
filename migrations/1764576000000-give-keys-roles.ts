import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keys act in a role, their scopes are called as in the API, and commands know agencies by their other names. */
export class GiveKeysRoles1764576000000 implements MigrationInterface {
  name = 'GiveKeysRoles1764576000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table api_key drop constraint api_key_scopes`);
    await rename(runner, SCOPES);
    await runner.query(`alter table api_key add column role text`);
    await runner.query(
      `update api_key set role = case when agency_id is not null then 'agency-lead'
         when partnership_id is not null and scopes && array['tracking:read', 'tracking:write', 'import'] then 'audit-lead' end`,
    );
    await runner.query(
      `alter table api_key
         add constraint api_key_scopes check (cardinality("scopes") > 0 and "scopes" <@ array['library:read', 'library:write', 'tracking:read', 'tracking:write', 'import']),
         add constraint api_key_role check ("role" in ('administrator', 'audit-lead', 'approver', 'editor', 'agency-lead', 'reader')),
         add constraint api_key_acts check ("role" is null or "partnership_id" is not null),
         add constraint api_key_lead check ("role" is distinct from 'agency-lead' or "agency_id" is not null),
         add constraint api_key_for_agency check ("agency_id" is null or coalesce("role" in ('agency-lead', 'reader'), false))`,
    );
    await runner.query(
      `create or replace view agency_name as select id, slug, name, partnership_id, other_names from agency`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop view agency_name`);
    await runner.query(`create view agency_name as select id, slug, name, partnership_id from agency`);
    await runner.query(`alter table api_key drop column role, drop constraint api_key_scopes`);
    // What may write could not be said before, and a key that may do nothing is none.
    await runner.query(`delete from api_key where scopes = array['library:write']`);
    await runner.query(`update api_key set scopes = array_remove(scopes, 'library:write')`);
    await rename(
      runner,
      SCOPES.map(([old, now]) => [now, old]),
    );
    await runner.query(
      `alter table api_key add constraint api_key_scopes check (cardinality("scopes") > 0 and "scopes" <@ array['library', 'tracking-read', 'tracking-write', 'import'])`,
    );
  }
}

const SCOPES: [old: string, now: string][] = [
  ['library', 'library:read'],
  ['tracking-read', 'tracking:read'],
  ['tracking-write', 'tracking:write'],
];

async function rename(runner: QueryRunner, names: [string, string][]): Promise<void> {
  for (const [from, to] of names)
    await runner.query(`update api_key set scopes = array_replace(scopes, $1, $2)`, [from, to]);
}
