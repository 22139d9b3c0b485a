import { readdir, readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PUBLIC } from '../../src/publishing/audience.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';

/** Which room a table of content belongs to; nothing else names it. */
const ROOMS: Record<string, string> = {
  ...{ partnership: 'partnerships', contact_line: 'partnerships' },
  ...{ theme: 'themes', theme_label: 'themes', theme_related: 'themes' },
  ...{ review: 'reviews', learning_point: 'reviews', review_document: 'reviews', document_page: 'reviews' },
  ...{ recommendation: 'recommendations', recommendation_theme: 'recommendations' },
  ...{ recommendation_addressee: 'recommendations', agency: 'recommendations' },
  ...{ recommendation_version: 'recommendations' },
  ...{ briefing: 'briefings', briefing_theme: 'briefings', briefing_review: 'briefings' },
  ...{ resource: 'resources', resource_theme: 'resources' },
};

/**
 * What is not read for the public: imports match their bundles to all there is, and the search understands themes by their
 * hidden names as well.
 */
const NOT_FOR_THE_PUBLIC = [/^imports\//, /^search\/analysis\/thesaurus\.store\.ts$/];

const NAMED = /\b(?:from|join|into|update)\s+(?:only\s+)?([a-z_]+)\b/g;
/** Tables of links have no class: repositories and the query builder are told their names. */
const TOLD =
  /\b(?:find\w*|insert|into|update|upsert|delete|from|createQueryBuilder)(?:<[^()]*>)?\(\s*'([a-z_]+)'/g;

describe('what an audience sees', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await freshDatabase();
  });
  afterAll(async () => await database.close());

  it('is there for every relation', async () => {
    const rows = await database.dataSource.query<{ name: string }[]>(
      `select table_name as name from information_schema.views where table_schema = 'public'`,
    );
    expect(rows.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.values(PUBLIC)));
  });

  it('has every column of its table: a migration that adds one makes the view anew', async () => {
    const missing = await database.dataSource.query<{ column: string }[]>(
      `select t.table_name || '.' || t.column_name as column from information_schema.columns t
       join information_schema.views v on v.table_schema = 'public' and v.table_name = 'public_' || t.table_name
       where t.table_schema = 'public' and t.table_name <> 'recommendation_addressee' and not exists (
         select 1 from information_schema.columns c where c.table_schema = 'public' and c.table_name = v.table_name
           and c.column_name = t.column_name)`,
    );
    expect(missing).toEqual([]);
  });

  it('is read through its views: the name of a table stands only in its own room', async () => {
    const folder = new URL('../../src/', import.meta.url);
    const files = (await readdir(folder, { recursive: true }))
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => file.endsWith('.ts') && !NOT_FOR_THE_PUBLIC.some((room) => room.test(file)));
    const strangers: string[] = [];
    let own = 0;
    for (const file of files) {
      const text = (await readFile(new URL(file, folder), 'utf8')).replace(/\/\*[^]*?\*\//g, '');
      const named = (text.match(/`[^`]*`/g) ?? []).flatMap((sql) => [...sql.matchAll(NAMED)]);
      for (const [, table] of [...named, ...text.matchAll(TOLD)]) {
        const room = ROOMS[table!];
        if (!room) continue;
        if (file.startsWith(`${room}/`)) own += 1;
        else strangers.push(`${file}: ${table}`);
      }
    }
    expect(strangers).toEqual([]);
    expect(own).toBeGreaterThan(5);
  });
});
