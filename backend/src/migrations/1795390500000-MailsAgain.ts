import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which mail another says once more, so that it is on its way once at a time. */
export class MailsAgain1795390500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE mails ADD again_of_id uuid`);
    await runner.query(`CREATE INDEX ix_mails_again_of_id ON mails (again_of_id) WHERE again_of_id IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE mails DROP COLUMN again_of_id`);
  }
}
