import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Remembers under which publishers the public has seen a record: whoever follows one of these is told that it is gone there. */
export class KeepFormerPublishers1764750000000 implements MigrationInterface {
  name = 'KeepFormerPublishers1764750000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table published_record add column former_publisher_ids uuid[] not null default '{}'`,
    );
    await runner.query(`
      create function keep_former_publisher() returns trigger language plpgsql as $$
      begin
        new.former_publisher_ids := array(select distinct unnest(old.former_publisher_ids || old.publisher_id));
        return new;
      end $$`);
    await runner.query(`
      create trigger keep_former_publisher before update of publisher_id on published_record for each row
      when (old.publisher_id is not null and old.publisher_id is distinct from new.publisher_id)
      execute function keep_former_publisher()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop trigger keep_former_publisher on published_record`);
    await runner.query(`drop function keep_former_publisher()`);
    await runner.query(`alter table published_record drop column former_publisher_ids`);
  }
}
