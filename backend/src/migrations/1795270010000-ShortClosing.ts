import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lines that were closed although less came than was ordered. */
export class ShortClosing1795270010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "order_lines" ADD "short_closed_on" date`);
    await runner.query(`ALTER TABLE "order_lines" ADD "short_close_reason" text`);
    await runner.query(
      `ALTER TABLE "order_lines" ADD CONSTRAINT "ck_order_lines_short_closed" CHECK ((short_closed_on IS NULL) = (short_close_reason IS NULL))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "order_lines" DROP CONSTRAINT "ck_order_lines_short_closed"`);
    await runner.query(`ALTER TABLE "order_lines" DROP COLUMN "short_close_reason"`);
    await runner.query(`ALTER TABLE "order_lines" DROP COLUMN "short_closed_on"`);
  }
}
