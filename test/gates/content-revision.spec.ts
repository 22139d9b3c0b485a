import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { contentRevision } from '../../src/publishing/content-revision.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { eventually } from '../support/eventually.js';

/** Tables that hold no content of the library: what is derived from it, counted beside it, or about the schema. */
const NO_CONTENT = [
  ...['search_document', 'search_page', 'search_state'],
  ...['theme_use', 'content_change', 'migrations', 'tombstone', 'field_edit', 'proposed_change'],
  ...['account', 'role_holding', 'session', 'sign_in_link', 'rate_limit', 'library_secret'],
  ...['identity_provider', 'provider_role', 'account_identity', 'api_key', 'setup_skip'],
  ...['second_factor', 'recovery_code'],
  ...[
    'tracked_item',
    'tracked_action',
    'tracked_owner',
    'tracked_agency',
    'tracked_file',
    'tracking_setting',
  ],
  ...[
    'answered_request',
    'tracked_import',
    'sheet_layout',
    'board_snapshot',
    'team_use',
    'tracking_calendar',
    'reminder_run',
    'told_executive',
    'update_round',
    'update_round_person',
    'update_round_link',
    'protected_term',
  ],
  ...['published_record', 'change_log', 'touched_record', 'library_identity'],
  ...['webhook', 'webhook_delivery'],
  ...['audit_entry', 'audit_words', 'audit_head', 'audit_seal', 'outbox_message', 'library_clock'],
];

const theme = (slug: string): string =>
  `insert into theme (id, slug, label, status) values (gen_random_uuid(), '${slug}', '${slug}', 'accepted')`;

describe('the revision of the content', () => {
  let library: TestDatabase;
  const revision = async (): Promise<string> => await contentRevision(library.dataSource);
  beforeAll(async () => {
    library = await freshDatabase();
  });
  afterAll(async () => {
    await library.close();
  });

  it('watches every table of content', async () => {
    const rows = await library.dataSource.query<{ name: string; watched: boolean }[]>(
      `select c.relname as name, exists (select 1 from pg_trigger t
         where t.tgrelid = c.oid and t.tgname = 'note_content_change') as watched
       from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`,
    );
    const unwatched = rows.filter(({ watched }) => !watched).map(({ name }) => name);
    expect(rows.length).toBeGreaterThan(20);
    expect(unwatched).toEqual(NO_CONTENT.toSorted());
  });

  it('stays as it is while nothing changes', async () => {
    await library.dataSource.query(theme('one'));
    const before = await revision();
    await library.dataSource.query('select 1 from theme');
    await library.dataSource.query(`insert into search_state (key, value) values ('a', 'b')`);
    expect(await revision()).toBe(before);
  });

  it.each([
    ['a new record', theme('two')],
    ['a change', `update theme set label = 'Two' where slug = 'two'`],
    ['a removal', `delete from theme where slug = 'two'`],
    ['an emptied table', 'truncate theme_related'],
  ])('tells of %s', async (_, statement) => {
    const before = await revision();
    await library.owner.query(statement);
    expect(await revision()).not.toBe(before);
  });

  it('tells of a transaction when it is committed, also after a later one, and not of one that is undone', async () => {
    const [early, undone] = [library.dataSource.createQueryRunner(), library.dataSource.createQueryRunner()];
    await early.startTransaction();
    await early.query(theme('early'));
    await undone.startTransaction();
    await undone.query(theme('undone'));
    await library.dataSource.query(theme('late'));
    const before = await revision();
    await undone.rollbackTransaction();
    expect(await revision()).toBe(before);
    await early.commitTransaction();
    expect(await revision()).not.toBe(before);
    await Promise.all([early.release(), undone.release()]);
  });

  it('keeps no long list of changes', async () => {
    for (let number = 0; number < 20; number += 1) await library.dataSource.query(theme(`more-${number}`));
    // What was changed while a long transaction runs is kept until it ends; another test of the run may have one.
    let more = 20;
    await eventually(async () => {
      await library.dataSource.query(theme(`more-${(more += 1)}`));
      expect((await revision()).split(' ').length).toBeLessThan(5);
    });
  });
});
