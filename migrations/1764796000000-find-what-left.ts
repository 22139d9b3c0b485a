import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of an address at which there is nothing it is asked whether the public ever saw something there: few answers, of many who try. */
export class FindWhatLeft1764796000000 implements MigrationInterface {
  name = 'FindWhatLeft1764796000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'create index published_record_left on published_record (kind, slug) where not is_public',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index published_record_left');
  }
}
