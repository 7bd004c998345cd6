import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sign-in by an identity provider: whose account there is whose here, and the ways there and back. */
export class IdentityProvider1795390100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "oidc_identities" ("user_id" uuid NOT NULL, "issuer" character varying(500) NOT NULL, "subject" character varying(255) NOT NULL, "email" character varying(254), "linked_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "last_used_at" TIMESTAMP WITH TIME ZONE, "unlinked_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "ck_oidc_identities_issuer" CHECK (issuer <> '' AND subject <> ''), CONSTRAINT "pk_oidc_identities" PRIMARY KEY ("user_id"))`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "uq_oidc_identities_subject" ON "oidc_identities"  ("issuer", "subject") WHERE unlinked_at IS NULL`,
    );
    await runner.query(
      `CREATE TABLE "oidc_walks" ("token_hash" character varying(64) NOT NULL, "next" character varying(500) NOT NULL, "session_id" uuid, "expires_at" TIMESTAMP WITH TIME ZONE NOT NULL, "answered_at" TIMESTAMP WITH TIME ZONE, "subject" character varying(255), "email" character varying(254), "has_second_factor" boolean NOT NULL DEFAULT false, CONSTRAINT "ck_oidc_walks_answered" CHECK (subject IS NULL OR answered_at IS NOT NULL), CONSTRAINT "pk_oidc_walks" PRIMARY KEY ("token_hash"))`,
    );
    await runner.query(`CREATE INDEX "ix_oidc_walks_session_id" ON "oidc_walks"  ("session_id") `);
    await runner.query(`CREATE INDEX "ix_oidc_walks_expires_at" ON "oidc_walks"  ("expires_at") `);
    await runner.query(
      `ALTER TABLE "oidc_identities" ADD CONSTRAINT "fk_oidc_identities_user_id" FOREIGN KEY ("user_id") REFERENCES "user_profiles"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "oidc_walks" ADD CONSTRAINT "fk_oidc_walks_session_id" FOREIGN KEY ("session_id") REFERENCES "sessions"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "oidc_walks" DROP CONSTRAINT "fk_oidc_walks_session_id"`);
    await runner.query(`ALTER TABLE "oidc_identities" DROP CONSTRAINT "fk_oidc_identities_user_id"`);
    await runner.query(`DROP INDEX "public"."ix_oidc_walks_expires_at"`);
    await runner.query(`DROP INDEX "public"."ix_oidc_walks_session_id"`);
    await runner.query(`DROP TABLE "oidc_walks"`);
    await runner.query(`DROP INDEX "public"."uq_oidc_identities_subject"`);
    await runner.query(`DROP TABLE "oidc_identities"`);
  }
}
