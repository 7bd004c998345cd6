import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How much callers have asked in this minute. Not logged: it is written often, and worth nothing after a crash. */
export class RateAllowances1795380200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE UNLOGGED TABLE rate_allowances (
         key character varying(200) PRIMARY KEY,
         granted integer NOT NULL,
         used integer NOT NULL,
         ends_at timestamptz NOT NULL
       )`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE rate_allowances`);
  }
}
