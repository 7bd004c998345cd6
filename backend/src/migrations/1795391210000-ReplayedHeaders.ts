import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An answer that is given again has the headers of the first as well: where what it made is found, how it is undone. */
export class ReplayedHeaders1795391210000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "idempotency_keys" ADD "headers" json`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "idempotency_keys" DROP COLUMN "headers"`);
  }
}
