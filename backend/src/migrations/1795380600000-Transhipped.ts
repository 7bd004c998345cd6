import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether a transport document shows transhipment is said of the presentation. */
export class Transhipped1795380600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "presentations" ADD "is_transhipped" boolean NOT NULL DEFAULT false`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "presentations" DROP COLUMN "is_transhipped"`);
  }
}
