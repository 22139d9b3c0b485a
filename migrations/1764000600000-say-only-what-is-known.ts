import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Parts what is taught from what is only named, the questions to others from those to oneself, and the year by which a
 * review is known from the year in which it was published.
 */
export class SayOnlyWhatIsKnown1764000600000 implements MigrationInterface {
  name = 'SayOnlyWhatIsKnown1764000600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table learning_point drop constraint learning_point_kind`);
    // What has no statement taught nothing, whatever it was called.
    await runner.query(`update learning_point set kind = 'theme-named' where statement is null`);
    await runner.query(
      `alter table learning_point add constraint learning_point_kind
         check ("kind" in ('finding', 'key-lesson', 'good-practice', 'theme-named')),
       add constraint learning_point_teaches check (("kind" = 'theme-named') = ("statement" is null))`,
    );

    await runner.query(
      `alter table theme add column emergency text[] not null default '{}',
         add column ask_yourself text[] not null default '{}', add column guidance_reviewed_by text,
         add column guidance_reviewed_on date, add column guidance_reviewed_precision text,
         add constraint theme_guidance_reviewed
           check (("guidance_reviewed_on" is null) = ("guidance_reviewed_precision" is null)),
         add constraint theme_guidance_reviewed_precision
           check ("guidance_reviewed_precision" in ('year', 'month', 'day')),
         add constraint theme_guidance_reviewer
           check (("guidance_reviewed_by" is null) = ("guidance_reviewed_on" is null))`,
    );

    await runner.query(`alter table review add column identity_year smallint`);
    await runner.query(`update review set identity_year = year where year is not null`);
    // Where another review of that label was published in the year in which this one was relayed, the two stay two: this
    // one is known without a year, as it was.
    await runner.query(
      `update review r set identity_year = extract(year from r.relayed_on)
        where r.year is null and r.relayed_on is not null
          and not exists (select 1 from review o where o.publisher_id = r.publisher_id and o.label = r.label
                             and o.identity_year = extract(year from r.relayed_on))`,
    );
    await runner.query(`drop index review_identity`);
    await runner.query(
      `create unique index review_identity on review (publisher_id, label, identity_year) nulls not distinct`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index review_identity`);
    await runner.query(
      `create unique index review_identity on review (publisher_id, label, year) nulls not distinct`,
    );
    await runner.query(`alter table review drop column identity_year`);
    await runner.query(
      `alter table theme drop column emergency, drop column ask_yourself, drop column guidance_reviewed_by,
         drop column guidance_reviewed_on, drop column guidance_reviewed_precision`,
    );
    await runner.query(
      `alter table learning_point drop constraint learning_point_kind, drop constraint learning_point_teaches`,
    );
    await runner.query(`update learning_point set kind = 'finding' where kind = 'theme-named'`);
    await runner.query(
      `alter table learning_point add constraint learning_point_kind
         check ("kind" in ('finding', 'key-lesson', 'good-practice'))`,
    );
  }
}
