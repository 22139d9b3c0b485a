import type { MigrationInterface, QueryRunner } from 'typeorm';

const EDITED = ['partnership', 'theme', 'review', 'learning_point', 'recommendation', 'briefing', 'resource'];
const PARTS = ['recommendation', 'learning_point', 'review_document'];

/**
 * Parts of reviews that leave their source are kept, recommendations keep what they said before, what people edit is kept
 * from imports, and an agency belongs to the partnership whose reviews name it.
 */
export class KeepIdentity1764000900000 implements MigrationInterface {
  name = 'KeepIdentity1764000900000';

  async up(runner: QueryRunner): Promise<void> {
    await this.keepParts(runner);
    await this.keepEdits(runner);
    await this.giveAgenciesToPartnerships(runner);
  }

  private async keepParts(runner: QueryRunner): Promise<void> {
    for (const table of PARTS)
      await runner.query(
        `ALTER TABLE "${table}" ADD COLUMN IF NOT EXISTS "left_source_at" TIMESTAMP WITH TIME ZONE`,
      );
    await runner.query(`ALTER TABLE "review_document" DROP CONSTRAINT IF EXISTS "review_document_position"`);
    await runner.query(
      `CREATE UNIQUE INDEX "review_document_position" ON "review_document" ("review_id", "position") WHERE left_source_at is null`,
    );
    await runner.query(
      `ALTER TABLE "recommendation" ADD "worded_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now()`,
    );
    // Only since its review was last written is a text known to have read as it does.
    await runner.query(
      `UPDATE "recommendation" c SET "worded_at" = r."updated_at" FROM "review" r WHERE r."id" = c."review_id"`,
    );
    await runner.query(
      `CREATE TABLE "recommendation_version" ("recommendation_id" uuid NOT NULL, "since" TIMESTAMP WITH TIME ZONE NOT NULL, "number" text, "text" text NOT NULL, CONSTRAINT "PK_recommendation_version" PRIMARY KEY ("recommendation_id", "since"))`,
    );
    await runner.query(
      `ALTER TABLE "recommendation_version" ADD CONSTRAINT "FK_538b42ce28d4c12216273ad0faa" FOREIGN KEY ("recommendation_id") REFERENCES "recommendation"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `create trigger note_content_change after insert or update or delete or truncate on recommendation_version
       for each statement execute function note_content_change()`,
    );
  }

  private async keepEdits(runner: QueryRunner): Promise<void> {
    for (const table of EDITED)
      await runner.query(`ALTER TABLE "${table}" ADD "edited_at" TIMESTAMP WITH TIME ZONE`);
    await runner.query(
      `CREATE TABLE "field_edit" ("kind" text NOT NULL, "record_id" uuid NOT NULL, "field" text NOT NULL, "source_value" jsonb NOT NULL, "edited_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "PK_field_edit" PRIMARY KEY ("kind", "record_id", "field"))`,
    );
    await runner.query(
      `CREATE TABLE "proposed_change" ("kind" text NOT NULL, "record_id" uuid NOT NULL, "field" text NOT NULL, "value" jsonb NOT NULL, "bundle" text NOT NULL, "proposed_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "PK_proposed_change" PRIMARY KEY ("kind", "record_id", "field"))`,
    );
  }

  /**
   * An agency that recommendations of several partnerships name becomes one for each: the first to have named it keeps the
   * id and the address, the others get an address with their partnership in it. One that nothing names says nothing, and as
   * an agency of no partnership it would be taken for a national body: it goes.
   */
  private async giveAgenciesToPartnerships(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE "agency" ADD "other_names" text array NOT NULL DEFAULT '{}', ADD "partnership_id" uuid, ADD "sources" jsonb NOT NULL DEFAULT '[]', ADD "imported_hash" text, ADD "edited_at" TIMESTAMP WITH TIME ZONE`,
    );
    await runner.query(
      `ALTER TABLE "agency" ADD CONSTRAINT "FK_f8e6ffea76c0cc0e96f6c0603cf" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
    );
    await runner.query(`ALTER TABLE "agency" DROP CONSTRAINT "UQ_30e185b1233a7b5a3faedd4524e"`);
    await runner.query(`
      create temporary table agency_share on commit drop as
      select a.id as agency_id, r.publisher_id as partnership_id, p.slug as partnership_slug,
             row_number() over (partition by a.id order by min(r.created_at), p.slug) as place, gen_random_uuid() as new_id
        from agency a
        join recommendation_addressee ca on ca.agency_id = a.id
        join recommendation c on c.id = ca.recommendation_id
        join review r on r.id = c.review_id
        join partnership p on p.id = r.publisher_id
       group by a.id, r.publisher_id, p.slug`);
    await runner.query(
      `delete from agency a where not exists (select 1 from recommendation_addressee ca where ca.agency_id = a.id)`,
    );
    await runner.query(
      `update agency a set partnership_id = s.partnership_id from agency_share s
        where s.agency_id = a.id and s.place = 1`,
    );
    // Should such an address be taken already, a number makes it another one.
    await runner.query(`
      insert into agency (id, slug, name, partnership_id)
      select new_id, case when taken or twin > 1 then wanted || '-' || left(new_id::text, 8) else wanted end, name, partnership_id
        from (select s.new_id, a.name, s.partnership_id, a.slug || '-' || s.partnership_slug as wanted,
                     exists (select 1 from agency o where o.slug = a.slug || '-' || s.partnership_slug) as taken,
                     row_number() over (partition by a.slug || '-' || s.partnership_slug order by a.id) as twin
                from agency_share s join agency a on a.id = s.agency_id where s.place > 1) as split`);
    await runner.query(`
      update recommendation_addressee ca set agency_id = s.new_id
        from agency_share s, recommendation c, review r
       where s.agency_id = ca.agency_id and s.place > 1 and c.id = ca.recommendation_id and r.id = c.review_id
         and r.publisher_id = s.partnership_id`);
    await runner.query(`drop table agency_share`);
    await runner.query(
      `CREATE UNIQUE INDEX "agency_identity" ON "agency" ("partnership_id", "name") NULLS NOT DISTINCT`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "agency_identity"`);
    await runner.query(`
      create temporary table agency_merge on commit drop as
      select id as from_id, first_value(id) over (partition by name order by length(slug), slug) as into_id from agency`);
    await runner.query(`
      insert into recommendation_addressee (recommendation_id, agency_id)
      select ca.recommendation_id, m.into_id from recommendation_addressee ca join agency_merge m on m.from_id = ca.agency_id
      on conflict do nothing`);
    await runner.query(
      `delete from agency a using agency_merge m where m.from_id = a.id and m.into_id <> m.from_id`,
    );
    await runner.query(`drop table agency_merge`);
    await runner.query(
      `ALTER TABLE "agency" ADD CONSTRAINT "UQ_30e185b1233a7b5a3faedd4524e" UNIQUE ("name")`,
    );
    for (const column of ['other_names', 'partnership_id', 'sources', 'imported_hash', 'edited_at'])
      await runner.query(`ALTER TABLE "agency" DROP COLUMN "${column}"`);
    await runner.query(`DROP TABLE "proposed_change"`);
    await runner.query(`DROP TABLE "field_edit"`);
    for (const table of EDITED) await runner.query(`ALTER TABLE "${table}" DROP COLUMN "edited_at"`);
    await runner.query(`DROP TABLE "recommendation_version"`);
    await runner.query(`ALTER TABLE "recommendation" DROP COLUMN "worded_at"`);
    await runner.query(`DROP INDEX IF EXISTS "review_document_position"`);
    // The column came with the views in some libraries, and may have gone with them.
    const [{ there }] = (await runner.query(
      `select count(*) > 0 as there from information_schema.columns
        where table_schema = 'public' and table_name = 'recommendation' and column_name = 'left_source_at'`,
    )) as [{ there: boolean }];
    if (there)
      for (const table of PARTS)
        await runner.query(`DELETE FROM "${table}" WHERE "left_source_at" IS NOT NULL`);
    await runner.query(
      `ALTER TABLE "review_document" ADD CONSTRAINT "review_document_position" UNIQUE ("review_id", "position")`,
    );
    for (const table of PARTS)
      await runner.query(`ALTER TABLE "${table}" DROP COLUMN IF EXISTS "left_source_at"`);
  }
}
