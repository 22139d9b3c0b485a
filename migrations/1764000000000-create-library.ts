import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The library itself: partnerships, themes, reviews with their learning and recommendations, briefings, resources. */
export class CreateLibrary1764000000000 implements MigrationInterface {
  name = 'CreateLibrary1764000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "partnership" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "slug" text NOT NULL, "name" text NOT NULL, "type" text, "website" text, "sources" jsonb NOT NULL DEFAULT '[]', "imported_hash" text, CONSTRAINT "UQ_b499502b49eb2b098fa0562da3d" UNIQUE ("slug"), CONSTRAINT "UQ_b00c101c386322ecde5ee3ea45e" UNIQUE ("name"), CONSTRAINT "PK_f1bf1be9f475497d8b396d4cc56" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE TABLE "contact_line" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "partnership_id" uuid NOT NULL, "position" smallint NOT NULL, "about" text NOT NULL, "audience" text NOT NULL, "team" text, "phone" text NOT NULL, CONSTRAINT "contact_line_audience" CHECK ("audience" in ('professionals', 'public', 'everyone')), CONSTRAINT "contact_line_about" CHECK ("about" in ('child', 'adult', 'anyone')), CONSTRAINT "PK_0b657a303730f262d6d6609b369" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE TABLE "theme" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "slug" text NOT NULL, "label" text NOT NULL, "status" text NOT NULL DEFAULT 'accepted', "definition" text, "look_for" text array NOT NULL DEFAULT '{}', "ask" text array NOT NULL DEFAULT '{}', "to_do" text array NOT NULL DEFAULT '{}', "broader_id" uuid, "replaced_by_id" uuid, "sources" jsonb NOT NULL DEFAULT '[]', "imported_hash" text, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "UQ_36551e08e2fc4b5b68b48b4ef97" UNIQUE ("slug"), CONSTRAINT "theme_status" CHECK ("status" in ('accepted', 'proposed')), CONSTRAINT "PK_c1934d0b4403bf10c1ab0c18166" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "IDX_642fd33ced69d288ea67755839" ON "theme"  ("broader_id") `);
    await runner.query(
      `CREATE TABLE "theme_label" ("normalised" text NOT NULL, "theme_id" uuid NOT NULL, "text" text NOT NULL, "kind" text NOT NULL, "position" smallint NOT NULL DEFAULT '0', CONSTRAINT "theme_label_kind" CHECK ("kind" in ('preferred', 'alternative', 'abbreviation', 'hidden')), CONSTRAINT "PK_fe2b324651f3832e176e580b005" PRIMARY KEY ("normalised"))`,
    );
    await runner.query(`CREATE INDEX "IDX_01405bad378805ab2fcaf410b0" ON "theme_label"  ("theme_id") `);
    await runner.query(
      `CREATE TABLE "agency" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "slug" text NOT NULL, "name" text NOT NULL, CONSTRAINT "UQ_233490623e751cac6cfd894f96e" UNIQUE ("slug"), CONSTRAINT "UQ_30e185b1233a7b5a3faedd4524e" UNIQUE ("name"), CONSTRAINT "PK_ab1244724d1c216e9720635a2e5" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE TABLE "recommendation" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "review_id" uuid NOT NULL, "position" smallint NOT NULL, "number" text, "text" text NOT NULL, "scope" text, CONSTRAINT "recommendation_scope" CHECK ("scope" in ('local', 'regional', 'national')), CONSTRAINT "PK_17cb51984a6627ef2ce7370e23c" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE INDEX "IDX_440001ecbb15afd991e4e5f4c8" ON "recommendation"  ("review_id", "position") `,
    );
    await runner.query(
      `CREATE TABLE "review" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "slug" text NOT NULL, "publisher_id" uuid NOT NULL, "label" text NOT NULL, "year" smallint, "title" text NOT NULL, "type" text, "about" text, "published_on" date, "published_precision" text, "relayed_on" date, "relayed_precision" text, "reference" text, "summary" text, "keywords" text array NOT NULL DEFAULT '{}', "sources" jsonb NOT NULL DEFAULT '[]', "state" text NOT NULL DEFAULT 'published', "imported_hash" text, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "UQ_609cd097ae31c8182fd6e295a6e" UNIQUE ("slug"), CONSTRAINT "UQ_7b5d8e76dec3c90b905668911e2" UNIQUE ("reference"), CONSTRAINT "review_relayed_precision" CHECK ("relayed_precision" in ('year', 'month', 'day')), CONSTRAINT "review_published_precision" CHECK ("published_precision" in ('year', 'month', 'day')), CONSTRAINT "review_relayed" CHECK (("relayed_on" is null) = ("relayed_precision" is null)), CONSTRAINT "review_published" CHECK (("published_on" is null) = ("published_precision" is null)), CONSTRAINT "review_state" CHECK ("state" in ('draft', 'in-review', 'scheduled', 'published', 'withdrawn')), CONSTRAINT "review_about" CHECK ("about" in ('children', 'adults', 'both')), CONSTRAINT "review_type" CHECK ("type" in ('lcspr', 'scr', 'rapid-review', 'national-review', 'thematic-review', 'independent-review', 'sar', 'sar-discretionary', 'dardr', 'cpr', 'susr', 'learning-review', 'other')), CONSTRAINT "PK_2e4299a343a81574217255c00ca" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE TABLE "learning_point" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "review_id" uuid NOT NULL, "theme_id" uuid NOT NULL, "position" smallint NOT NULL, "kind" text NOT NULL, "statement" text, "phrase" text, "pages" smallint array NOT NULL DEFAULT '{}', CONSTRAINT "learning_point_kind" CHECK ("kind" in ('finding', 'key-lesson', 'good-practice')), CONSTRAINT "PK_3d038097993d77f945a07e1dadb" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "IDX_ac680a500c61f9c9b95a413472" ON "learning_point"  ("theme_id") `);
    await runner.query(
      `CREATE INDEX "IDX_d42d99d220b5a63c37b34685a2" ON "learning_point"  ("review_id", "position") `,
    );
    await runner.query(
      `CREATE TABLE "review_document" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "review_id" uuid NOT NULL, "position" smallint NOT NULL, "kind" text NOT NULL, "title" text NOT NULL, "url" text, CONSTRAINT "review_document_position" UNIQUE ("review_id", "position"), CONSTRAINT "PK_b0f363cee84ac1700c98be8dc35" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE TABLE "document_page" ("document_id" uuid NOT NULL, "page" integer NOT NULL, "text" text NOT NULL, CONSTRAINT "PK_09e0678541c0c98637d83b840f0" PRIMARY KEY ("document_id", "page"))`,
    );
    await runner.query(
      `CREATE TABLE "briefing" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "slug" text NOT NULL, "publisher_id" uuid, "title" text NOT NULL, "type" text, "published_on" date, "published_precision" text, "relayed_on" date, "relayed_precision" text, "sections" jsonb NOT NULL DEFAULT '[]', "url" text, "sources" jsonb NOT NULL DEFAULT '[]', "state" text NOT NULL DEFAULT 'published', "imported_hash" text, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "UQ_7aac8042e69654586ef5047673f" UNIQUE ("slug"), CONSTRAINT "briefing_relayed_precision" CHECK ("relayed_precision" in ('year', 'month', 'day')), CONSTRAINT "briefing_published_precision" CHECK ("published_precision" in ('year', 'month', 'day')), CONSTRAINT "briefing_relayed" CHECK (("relayed_on" is null) = ("relayed_precision" is null)), CONSTRAINT "briefing_published" CHECK (("published_on" is null) = ("published_precision" is null)), CONSTRAINT "briefing_state" CHECK ("state" in ('draft', 'in-review', 'scheduled', 'published', 'withdrawn')), CONSTRAINT "PK_c6ab4398f71fe86c63057712da0" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE TABLE "resource" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "slug" text NOT NULL, "type" text, "title" text NOT NULL, "publisher_id" uuid, "url" text, "starts_on" text, "ends_on" text, "published_on" date, "published_precision" text, "relayed_on" date, "relayed_precision" text, "description" text, "sources" jsonb NOT NULL DEFAULT '[]', "state" text NOT NULL DEFAULT 'published', "imported_hash" text, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "UQ_82453de75cd894e19c42844e706" UNIQUE ("slug"), CONSTRAINT "resource_relayed_precision" CHECK ("relayed_precision" in ('year', 'month', 'day')), CONSTRAINT "resource_published_precision" CHECK ("published_precision" in ('year', 'month', 'day')), CONSTRAINT "resource_relayed" CHECK (("relayed_on" is null) = ("relayed_precision" is null)), CONSTRAINT "resource_published" CHECK (("published_on" is null) = ("published_precision" is null)), CONSTRAINT "resource_state" CHECK ("state" in ('draft', 'in-review', 'scheduled', 'published', 'withdrawn')), CONSTRAINT "PK_e2894a5867e06ae2e8889f1173f" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE TABLE "theme_related" ("theme_id" uuid NOT NULL, "related_id" uuid NOT NULL, CONSTRAINT "PK_9b0cacd30f59bf775926187dea2" PRIMARY KEY ("theme_id", "related_id"))`,
    );
    await runner.query(`CREATE INDEX "IDX_52978834d2a2c41933319a3017" ON "theme_related"  ("theme_id") `);
    await runner.query(`CREATE INDEX "IDX_20a1b1e0b402fbdc570db5770b" ON "theme_related"  ("related_id") `);
    await runner.query(
      `CREATE TABLE "recommendation_theme" ("recommendation_id" uuid NOT NULL, "theme_id" uuid NOT NULL, CONSTRAINT "PK_118b100d9408dfa6a4983f67116" PRIMARY KEY ("recommendation_id", "theme_id"))`,
    );
    await runner.query(
      `CREATE INDEX "IDX_5be25128ae4a1e172ad0c49c5e" ON "recommendation_theme"  ("recommendation_id") `,
    );
    await runner.query(
      `CREATE INDEX "IDX_788bb5289b1e9e6899d5784ab7" ON "recommendation_theme"  ("theme_id") `,
    );
    await runner.query(
      `CREATE TABLE "recommendation_addressee" ("recommendation_id" uuid NOT NULL, "agency_id" uuid NOT NULL, CONSTRAINT "PK_a3ae660b6903e501e585dcbb521" PRIMARY KEY ("recommendation_id", "agency_id"))`,
    );
    await runner.query(
      `CREATE INDEX "IDX_fc235171c5e8a69cb67a9bf06d" ON "recommendation_addressee"  ("recommendation_id") `,
    );
    await runner.query(
      `CREATE INDEX "IDX_aa83aa85969f4d4436694d38bc" ON "recommendation_addressee"  ("agency_id") `,
    );
    await runner.query(
      `CREATE TABLE "briefing_theme" ("briefing_id" uuid NOT NULL, "theme_id" uuid NOT NULL, CONSTRAINT "PK_fa8c1916847038143da299aaaff" PRIMARY KEY ("briefing_id", "theme_id"))`,
    );
    await runner.query(`CREATE INDEX "IDX_486367621591454da5d45b3d65" ON "briefing_theme"  ("briefing_id") `);
    await runner.query(`CREATE INDEX "IDX_86fab5370f3d2fa7f5d69e993b" ON "briefing_theme"  ("theme_id") `);
    await runner.query(
      `CREATE TABLE "briefing_review" ("briefing_id" uuid NOT NULL, "review_id" uuid NOT NULL, CONSTRAINT "PK_f82f32d29da7ad6ee7932ef0159" PRIMARY KEY ("briefing_id", "review_id"))`,
    );
    await runner.query(
      `CREATE INDEX "IDX_a009397c1ec758ede70959ac4e" ON "briefing_review"  ("briefing_id") `,
    );
    await runner.query(`CREATE INDEX "IDX_9ad8577b7e31314cf3662f66aa" ON "briefing_review"  ("review_id") `);
    await runner.query(
      `CREATE TABLE "resource_theme" ("resource_id" uuid NOT NULL, "theme_id" uuid NOT NULL, CONSTRAINT "PK_d6f7cb7664b5e3eb648ac0fdbf3" PRIMARY KEY ("resource_id", "theme_id"))`,
    );
    await runner.query(`CREATE INDEX "IDX_9dd3f37d3c4a557aa632e1308e" ON "resource_theme"  ("resource_id") `);
    await runner.query(`CREATE INDEX "IDX_86939abae1d67fea69a71a72fb" ON "resource_theme"  ("theme_id") `);
    await runner.query(
      `ALTER TABLE "contact_line" ADD CONSTRAINT "FK_e2d3fd8afff109a7ff72a6cf793" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "theme" ADD CONSTRAINT "FK_642fd33ced69d288ea677558396" FOREIGN KEY ("broader_id") REFERENCES "theme"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "theme" ADD CONSTRAINT "FK_4005c7d55d04b021dc6a8d44015" FOREIGN KEY ("replaced_by_id") REFERENCES "theme"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "theme_label" ADD CONSTRAINT "FK_01405bad378805ab2fcaf410b05" FOREIGN KEY ("theme_id") REFERENCES "theme"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "recommendation" ADD CONSTRAINT "FK_86f705364642702b67f3d4c5739" FOREIGN KEY ("review_id") REFERENCES "review"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "review" ADD CONSTRAINT "FK_c218273001b80b0b5e35cc9d1b7" FOREIGN KEY ("publisher_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "learning_point" ADD CONSTRAINT "FK_8912979016ae617844fa9fa5381" FOREIGN KEY ("review_id") REFERENCES "review"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "learning_point" ADD CONSTRAINT "FK_ac680a500c61f9c9b95a413472c" FOREIGN KEY ("theme_id") REFERENCES "theme"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "review_document" ADD CONSTRAINT "FK_3093fb3d6dfb9dd6343b6da9aaa" FOREIGN KEY ("review_id") REFERENCES "review"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "document_page" ADD CONSTRAINT "FK_ee318d7e99957c2b5072898a539" FOREIGN KEY ("document_id") REFERENCES "review_document"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "briefing" ADD CONSTRAINT "FK_f13454757125a515953af6d0286" FOREIGN KEY ("publisher_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "resource" ADD CONSTRAINT "FK_01b08bcf3e6a49271784915fb5a" FOREIGN KEY ("publisher_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "theme_related" ADD CONSTRAINT "FK_52978834d2a2c41933319a3017f" FOREIGN KEY ("theme_id") REFERENCES "theme"("id") ON DELETE CASCADE ON UPDATE CASCADE`,
    );
    await runner.query(
      `ALTER TABLE "theme_related" ADD CONSTRAINT "FK_20a1b1e0b402fbdc570db5770b0" FOREIGN KEY ("related_id") REFERENCES "theme"("id") ON DELETE CASCADE ON UPDATE CASCADE`,
    );
    await runner.query(
      `ALTER TABLE "recommendation_theme" ADD CONSTRAINT "FK_5be25128ae4a1e172ad0c49c5ec" FOREIGN KEY ("recommendation_id") REFERENCES "recommendation"("id") ON DELETE CASCADE ON UPDATE CASCADE`,
    );
    await runner.query(
      `ALTER TABLE "recommendation_theme" ADD CONSTRAINT "FK_788bb5289b1e9e6899d5784ab7e" FOREIGN KEY ("theme_id") REFERENCES "theme"("id") ON DELETE CASCADE ON UPDATE CASCADE`,
    );
    await runner.query(
      `ALTER TABLE "recommendation_addressee" ADD CONSTRAINT "FK_fc235171c5e8a69cb67a9bf06dc" FOREIGN KEY ("recommendation_id") REFERENCES "recommendation"("id") ON DELETE CASCADE ON UPDATE CASCADE`,
    );
    await runner.query(
      `ALTER TABLE "recommendation_addressee" ADD CONSTRAINT "FK_aa83aa85969f4d4436694d38bce" FOREIGN KEY ("agency_id") REFERENCES "agency"("id") ON DELETE CASCADE ON UPDATE CASCADE`,
    );
    await runner.query(
      `ALTER TABLE "briefing_theme" ADD CONSTRAINT "FK_486367621591454da5d45b3d65c" FOREIGN KEY ("briefing_id") REFERENCES "briefing"("id") ON DELETE CASCADE ON UPDATE CASCADE`,
    );
    await runner.query(
      `ALTER TABLE "briefing_theme" ADD CONSTRAINT "FK_86fab5370f3d2fa7f5d69e993b8" FOREIGN KEY ("theme_id") REFERENCES "theme"("id") ON DELETE CASCADE ON UPDATE CASCADE`,
    );
    await runner.query(
      `ALTER TABLE "briefing_review" ADD CONSTRAINT "FK_a009397c1ec758ede70959ac4e8" FOREIGN KEY ("briefing_id") REFERENCES "briefing"("id") ON DELETE CASCADE ON UPDATE CASCADE`,
    );
    await runner.query(
      `ALTER TABLE "briefing_review" ADD CONSTRAINT "FK_9ad8577b7e31314cf3662f66aaa" FOREIGN KEY ("review_id") REFERENCES "review"("id") ON DELETE CASCADE ON UPDATE CASCADE`,
    );
    await runner.query(
      `ALTER TABLE "resource_theme" ADD CONSTRAINT "FK_9dd3f37d3c4a557aa632e1308e4" FOREIGN KEY ("resource_id") REFERENCES "resource"("id") ON DELETE CASCADE ON UPDATE CASCADE`,
    );
    await runner.query(
      `ALTER TABLE "resource_theme" ADD CONSTRAINT "FK_86939abae1d67fea69a71a72fb4" FOREIGN KEY ("theme_id") REFERENCES "theme"("id") ON DELETE CASCADE ON UPDATE CASCADE`,
    );
    // Written by hand: the entities cannot say NULLS NOT DISTINCT. Two reviews without a year collide like any others.
    await runner.query(
      `CREATE UNIQUE INDEX "review_identity" ON "review" ("publisher_id", "label", "year") NULLS NOT DISTINCT`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "briefing_identity" ON "briefing" ("publisher_id", "title") NULLS NOT DISTINCT`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "resource_identity" ON "resource" ("publisher_id", "title", "starts_on") NULLS NOT DISTINCT`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    const tables = [
      'resource_theme',
      'briefing_review',
      'briefing_theme',
      'recommendation_addressee',
      'recommendation_theme',
      'theme_related',
      'resource',
      'briefing',
      'document_page',
      'review_document',
      'learning_point',
      'recommendation',
      'review',
      'agency',
      'theme_label',
      'theme',
      'contact_line',
      'partnership',
    ];
    for (const table of tables) await runner.query(`DROP TABLE "${table}"`);
  }
}
