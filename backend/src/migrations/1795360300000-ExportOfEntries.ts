import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ExportOfEntries1795360300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "export_jobs" DROP CONSTRAINT "ck_export_jobs_kind"`);
    await runner.query(
      `ALTER TABLE "export_jobs" ADD CONSTRAINT "ck_export_jobs_kind" CHECK (kind IN ('orders', 'tna', 'production_days', 'production_entries', 'purchase_order'))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM export_jobs WHERE kind = 'production_entries'`);
    await runner.query(`ALTER TABLE "export_jobs" DROP CONSTRAINT "ck_export_jobs_kind"`);
    await runner.query(
      `ALTER TABLE "export_jobs" ADD CONSTRAINT "ck_export_jobs_kind" CHECK (kind IN ('orders', 'tna', 'production_days', 'purchase_order'))`,
    );
  }
}
