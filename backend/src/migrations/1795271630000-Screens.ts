import type { MigrationInterface, QueryRunner } from 'typeorm';

/** In how many colours a line is printed: one screen each. */
export class Screens1795271630000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "order_lines" ADD "screens" numeric(2,0)`);
    await runner.query(`ALTER TABLE "order_lines" ADD CONSTRAINT "ck_order_lines_screens" CHECK (screens > 0)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "order_lines" DROP CONSTRAINT "ck_order_lines_screens"`);
    await runner.query(`ALTER TABLE "order_lines" DROP COLUMN "screens"`);
  }
}
