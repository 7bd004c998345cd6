import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People come by invitation and forget passwords; one that somebody else gave is changed first. */
export class PasswordsAndInvitations1795380010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "invitations" ("id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "row_version" integer NOT NULL DEFAULT '1', "deleted_at" TIMESTAMP WITH TIME ZONE, "email" character varying(254) NOT NULL, "full_name" character varying(255), "role" character varying(20) NOT NULL, "department" character varying(100), "invited_by_id" uuid NOT NULL, "token_hash" character varying(64), "sent_at" TIMESTAMP WITH TIME ZONE, "expires_at" TIMESTAMP WITH TIME ZONE NOT NULL, "accepted_at" TIMESTAMP WITH TIME ZONE, "withdrawn_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "ck_invitations_role" CHECK (role IN ('admin', 'manager', 'merchandiser')), CONSTRAINT "pk_invitations" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE UNIQUE INDEX "uq_invitations_token_hash" ON "invitations"  ("token_hash") `);
    await runner.query(
      `CREATE UNIQUE INDEX "uq_invitations_open_email" ON "invitations"  ("email") WHERE accepted_at IS NULL AND withdrawn_at IS NULL AND deleted_at IS NULL`,
    );
    await runner.query(
      `CREATE TABLE "password_resets" ("id" uuid NOT NULL, "user_id" uuid NOT NULL, "token_hash" character varying(64) NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "expires_at" TIMESTAMP WITH TIME ZONE NOT NULL, "used_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "pk_password_resets" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "ix_password_resets_user_id" ON "password_resets"  ("user_id") `);
    await runner.query(`CREATE UNIQUE INDEX "uq_password_resets_token_hash" ON "password_resets"  ("token_hash") `);
    await runner.query(`ALTER TABLE "user_profiles" ADD "must_change_password" boolean NOT NULL DEFAULT false`);
    await runner.query(
      `ALTER TABLE "invitations" ADD CONSTRAINT "fk_invitations_invited_by_id" FOREIGN KEY ("invited_by_id") REFERENCES "user_profiles"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "password_resets" ADD CONSTRAINT "fk_password_resets_user_id" FOREIGN KEY ("user_id") REFERENCES "user_profiles"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "password_resets" DROP CONSTRAINT "fk_password_resets_user_id"`);
    await runner.query(`ALTER TABLE "invitations" DROP CONSTRAINT "fk_invitations_invited_by_id"`);
    await runner.query(`ALTER TABLE "user_profiles" DROP COLUMN "must_change_password"`);
    await runner.query(`DROP INDEX "public"."uq_password_resets_token_hash"`);
    await runner.query(`DROP INDEX "public"."ix_password_resets_user_id"`);
    await runner.query(`DROP TABLE "password_resets"`);
    await runner.query(`DROP INDEX "public"."uq_invitations_open_email"`);
    await runner.query(`DROP INDEX "public"."uq_invitations_token_hash"`);
    await runner.query(`DROP TABLE "invitations"`);
  }
}
