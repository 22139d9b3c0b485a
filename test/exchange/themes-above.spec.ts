import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { FollowThemesAbove1764780000000 } from '../../migrations/1764780000000-follow-themes-above.js';
import { migrations } from '../../src/migrations.js';
import { migrate } from '../../src/platform/postgres/migrate.js';
import { dataSourceOptions } from '../../src/schema.js';
import { emptyDatabase } from '../support/database.js';

const before = migrations.slice(0, migrations.indexOf(FollowThemesAbove1764780000000));

describe('a library from before “follow themes above”', () => {
  let source: DataSource;
  let drop: () => Promise<void>;

  beforeAll(async () => {
    const database = await emptyDatabase();
    drop = database.drop;
    const old = await new DataSource({ ...dataSourceOptions(database.url), migrations: before }).initialize();
    await migrate(old);
    await old.query(`insert into partnership (slug, name) values ('anytown', 'Anytown')`);
    await old.query(
      `insert into theme (slug, label, status) values ('wide', 'Wide', 'accepted'), ('deep', 'Deep', 'accepted')`,
    );
    await old.query(
      `update theme set broader_id = (select id from theme where slug = 'wide') where slug = 'deep'`,
    );
    await old.query(
      `insert into resource (slug, title, type, state) values ('on-it', 'On it', 'form', 'published'),
       ('gone', 'Gone', 'form', 'published'), ('on-nothing', 'On nothing', 'form', 'published')`,
    );
    await old.query(
      `insert into resource_theme (resource_id, theme_id) select r.id, t.id from resource r, theme t
       where r.slug <> 'on-nothing' and t.slug = 'deep'`,
    );
    await old.query(`update resource set state = 'draft' where slug = 'gone'`);
    await old.destroy();
    source = await new DataSource(dataSourceOptions(database.url)).initialize();
    await migrate(source);
  });
  afterAll(async () => {
    await source?.destroy();
    await drop?.();
  });

  it('knows of everything what is above its themes, also of what is gone', async () => {
    const listed = await source.query<object[]>(
      `select slug, array(select t.slug from theme t where t.id = any(p.theme_ids) order by 1) as on,
         array(select t.slug from theme t where t.id = any(p.ever_theme_ids) order by 1) as ever
       from published_record p where kind in ('resource', 'theme') order by slug`,
    );
    const both = ['deep', 'wide'];
    expect(listed).toEqual([
      { slug: 'deep', on: both, ever: both },
      { slug: 'gone', on: ['deep'], ever: both },
      { slug: 'on-it', on: both, ever: both },
      { slug: 'on-nothing', on: [], ever: [] },
      { slug: 'wide', on: ['wide'], ever: ['wide'] },
    ]);
  });

  it('tells nobody of that', async () => {
    const told = async (): Promise<object[]> => await source.query<object[]>('table change_log');
    const once = await told();
    await source.query(`update resource set updated_at = now()`);
    await source.query(`update theme set updated_at = now()`);
    expect(await told()).toEqual(once);
  });
});
