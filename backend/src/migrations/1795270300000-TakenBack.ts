import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A decision on a gate that was a mistake is taken back by another that names it. */
export class TakenBack1795270300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "approval_history" ADD "undoes_id" uuid`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "approval_history" DROP COLUMN "undoes_id"`);
  }
}
