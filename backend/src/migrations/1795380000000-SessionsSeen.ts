import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A session says where it was opened and when it was last used, and is over one day however busy it is. */
export class SessionsSeen1795380000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "sessions" ADD "address" character varying(64)`);
    await runner.query(`ALTER TABLE "sessions" ADD "last_used_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now()`);
    await runner.query(`ALTER TABLE "sessions" ADD "expires_at" TIMESTAMP WITH TIME ZONE`);
    await runner.query(`UPDATE sessions SET last_used_at = created_at, expires_at = created_at + interval '90 days'`);
    await runner.query(`ALTER TABLE "sessions" ALTER COLUMN "expires_at" SET NOT NULL`);
    await runner.query(`ALTER TABLE "sessions" ALTER COLUMN "created_at" TYPE TIMESTAMP(3) WITH TIME ZONE`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "sessions" ALTER COLUMN "created_at" TYPE TIMESTAMP WITH TIME ZONE`);
    await runner.query(
      `ALTER TABLE "sessions" DROP COLUMN "expires_at", DROP COLUMN "last_used_at", DROP COLUMN "address"`,
    );
  }
}
