import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Codes of authenticator apps, and what the house asks of who signs in. */
export class SecondFactors1795380020000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "recovery_codes" ("id" uuid NOT NULL, "user_id" uuid NOT NULL, "code_hash" character varying(64) NOT NULL, "used_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "pk_recovery_codes" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "uq_recovery_codes_code_hash" ON "recovery_codes"  ("user_id", "code_hash") `,
    );
    await runner.query(
      `CREATE TABLE "second_factors" ("user_id" uuid NOT NULL, "secret" character varying(300) NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "confirmed_at" TIMESTAMP WITH TIME ZONE, "last_step" integer NOT NULL DEFAULT '0', CONSTRAINT "pk_second_factors" PRIMARY KEY ("user_id"))`,
    );
    await runner.query(
      `CREATE TABLE "sign_in_settings" ("id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "row_version" integer NOT NULL DEFAULT '1', "deleted_at" TIMESTAMP WITH TIME ZONE, "second_factor_roles" character varying(20) array NOT NULL DEFAULT '{}', "proof_deeds" character varying(30) array NOT NULL DEFAULT '{users,letters_of_credit,prices}', "proof_minutes" integer NOT NULL DEFAULT '30', CONSTRAINT "ck_sign_in_settings_minutes" CHECK (proof_minutes BETWEEN 1 AND 1440), CONSTRAINT "ck_sign_in_settings_deeds" CHECK (proof_deeds <@ ARRAY['users', 'letters_of_credit', 'prices', 'links']::varchar[]), CONSTRAINT "ck_sign_in_settings_roles" CHECK (second_factor_roles <@ ARRAY['admin', 'manager', 'merchandiser']::varchar[]), CONSTRAINT "pk_sign_in_settings" PRIMARY KEY ("id"))`,
    );
    await runner.query(`ALTER TABLE "sessions" ADD "proved_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now()`);
    await runner.query(
      `ALTER TABLE "recovery_codes" ADD CONSTRAINT "fk_recovery_codes_user_id" FOREIGN KEY ("user_id") REFERENCES "user_profiles"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "second_factors" ADD CONSTRAINT "fk_second_factors_user_id" FOREIGN KEY ("user_id") REFERENCES "user_profiles"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(`UPDATE sessions SET proved_at = created_at`);
    await runner.query(`INSERT INTO sign_in_settings (id) VALUES (gen_random_uuid())`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "second_factors" DROP CONSTRAINT "fk_second_factors_user_id"`);
    await runner.query(`ALTER TABLE "recovery_codes" DROP CONSTRAINT "fk_recovery_codes_user_id"`);
    await runner.query(`ALTER TABLE "sessions" DROP COLUMN "proved_at"`);
    await runner.query(`DROP TABLE "sign_in_settings"`);
    await runner.query(`DROP TABLE "second_factors"`);
    await runner.query(`DROP INDEX "public"."uq_recovery_codes_code_hash"`);
    await runner.query(`DROP TABLE "recovery_codes"`);
  }
}
