import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SignInAttempts1795262900000 implements MigrationInterface {
  name = 'SignInAttempts1795262900000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE TABLE "sign_in_attempts" (
      "key" character varying(100) NOT NULL,
      "failures" integer NOT NULL,
      "last_at" TIMESTAMP WITH TIME ZONE NOT NULL,
      "blocked_until" TIMESTAMP WITH TIME ZONE NOT NULL,
      CONSTRAINT "ck_sign_in_attempts_failures" CHECK (failures > 0),
      CONSTRAINT "pk_sign_in_attempts" PRIMARY KEY ("key"))`);
    await queryRunner.query(`CREATE INDEX "ix_sign_in_attempts_last_at" ON "sign_in_attempts" ("last_at")`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE "sign_in_attempts"`);
  }
}
