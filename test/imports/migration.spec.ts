import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { migrations } from '../../src/migrations.js';
import { migrate } from '../../src/platform/postgres/migrate.js';
import { dataSourceOptions } from '../../src/schema.js';
import { emptyDatabase } from '../support/database.js';
import { SayOnlyWhatIsKnown1764000600000 } from '../../migrations/1764000600000-say-only-what-is-known.js';

const before = migrations.slice(0, migrations.indexOf(SayOnlyWhatIsKnown1764000600000));

describe('a library from before “say only what is known”', () => {
  let source: DataSource;
  let drop: () => Promise<void>;
  const rows = async (query: string): Promise<object[]> => await source.query<object[]>(query);

  beforeAll(async () => {
    const database = await emptyDatabase();
    drop = database.drop;
    const old = await new DataSource({
      ...dataSourceOptions(database.url),
      migrations: before,
    }).initialize();
    await migrate(old);
    await old.query(`insert into partnership (slug, name) values ('anytown', 'Anytown')`);
    await old.query(`insert into theme (slug, label) values ('neglect', 'Neglect')`);
    await old.query(
      `insert into review (slug, publisher_id, label, title, year, published_on, published_precision, relayed_on, relayed_precision)
       select r.slug, p.id, r.label, r.label, r.year, make_date(r.year, 1, 1), case when r.year is not null then 'year' end,
              make_date(r.relayed, 2, 1), case when r.relayed is not null then 'month' end
         from partnership p, (values
           ('both', 'A', 2024, 2025), ('relayed', 'B', null, 2025), ('neither', 'C', null, null),
           ('published', 'D', 2025, null), ('clashes', 'D', null, 2025)) as r(slug, label, year, relayed)`,
    );
    await old.query(
      `insert into learning_point (review_id, theme_id, position, kind, statement)
       select r.id, t.id, p.position, p.kind, p.statement from review r, theme t, (values
         (0, 'finding', 'It was not asked about.'), (1, 'finding', null), (2, 'key-lesson', null), (3, 'good-practice', 'Well done.'))
         as p(position, kind, statement) where r.slug = 'both'`,
    );
    await old.destroy();
    source = await new DataSource(dataSourceOptions(database.url)).initialize();
    await migrate(source);
  });
  afterAll(async () => {
    await source?.destroy();
    await drop?.();
  });

  it('keeps addresses, and knows its reviews by the year of publication or else of the newsletter', async () => {
    expect(await rows(`select slug, year, identity_year from review order by slug`)).toEqual([
      { slug: 'both', year: 2024, identity_year: 2024 },
      // Two reviews they were, and two they stay.
      { slug: 'clashes', year: null, identity_year: null },
      { slug: 'neither', year: null, identity_year: null },
      { slug: 'published', year: 2025, identity_year: 2025 },
      { slug: 'relayed', year: null, identity_year: 2025 },
    ]);
  });

  it('no longer calls a learning point what teaches nothing', async () => {
    expect(await rows(`select kind, statement from learning_point order by position`)).toEqual([
      { kind: 'finding', statement: 'It was not asked about.' },
      { kind: 'theme-named', statement: null },
      { kind: 'theme-named', statement: null },
      { kind: 'good-practice', statement: 'Well done.' },
    ]);
  });
});
