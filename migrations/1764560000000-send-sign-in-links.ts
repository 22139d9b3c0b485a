import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Links by e-mail for agency leads, and sessions in which one role alone counts. */
export class SendSignInLinks1764560000000 implements MigrationInterface {
  name = 'SendSignInLinks1764560000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table sign_in_link drop constraint sign_in_link_purpose`);
    await runner.query(
      `alter table sign_in_link add constraint sign_in_link_purpose check ("purpose" in ('first-administrator', 'set-password', 'sign-in'))`,
    );
    await runner.query(`alter table session add only_role text`);
    await runner.query(
      `alter table session add constraint session_only_role check ("only_role" in ('platform-administrator', 'administrator', 'audit-lead', 'approver', 'editor', 'agency-lead', 'reader'))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    // Without the column they would be sessions in any role.
    await runner.query(`delete from session where only_role is not null`);
    await runner.query(`alter table session drop only_role`);
    await runner.query(`delete from sign_in_link where purpose = 'sign-in'`);
    await runner.query(`alter table sign_in_link drop constraint sign_in_link_purpose`);
    await runner.query(
      `alter table sign_in_link add constraint sign_in_link_purpose check ("purpose" in ('first-administrator', 'set-password'))`,
    );
  }
}
