import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Requests to delete an order, which outlive it; one is pending per order at most. */
export class DeletionRequests1795263610000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "deletion_requests" ("id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "row_version" integer NOT NULL DEFAULT '1', "deleted_at" TIMESTAMP WITH TIME ZONE, "order_id" uuid, "order_number" character varying(50) NOT NULL, "customer_name" character varying(255) NOT NULL, "requester_id" uuid, "approver_id" uuid, "status" character varying(20) NOT NULL DEFAULT 'pending', "reason" text, "response_note" text, "responded_by_id" uuid, "responded_at" TIMESTAMP(3) WITH TIME ZONE, CONSTRAINT "ck_deletion_requests_answered" CHECK ((status = 'pending') = (responded_at IS NULL)), CONSTRAINT "ck_deletion_requests_status" CHECK (status IN ('pending', 'approved', 'declined', 'withdrawn')), CONSTRAINT "pk_deletion_requests" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "ix_deletion_requests_approver_id" ON "deletion_requests"  ("approver_id") `);
    await runner.query(`CREATE INDEX "ix_deletion_requests_requester_id" ON "deletion_requests"  ("requester_id") `);
    await runner.query(`CREATE INDEX "ix_deletion_requests_order_id" ON "deletion_requests"  ("order_id") `);
    await runner.query(
      `CREATE UNIQUE INDEX uq_deletion_requests_pending ON deletion_requests (order_id) WHERE status = 'pending'`,
    );
    await runner.query(`CREATE INDEX ix_deletion_requests_created ON deletion_requests (created_at DESC, id DESC)`);
    await runner.query(
      `ALTER TABLE "deletion_requests" ADD CONSTRAINT "fk_deletion_requests_order_id" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "deletion_requests" ADD CONSTRAINT "fk_deletion_requests_requester_id" FOREIGN KEY ("requester_id") REFERENCES "user_profiles"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "deletion_requests" ADD CONSTRAINT "fk_deletion_requests_approver_id" FOREIGN KEY ("approver_id") REFERENCES "user_profiles"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "deletion_requests" ADD CONSTRAINT "fk_deletion_requests_responded_by_id" FOREIGN KEY ("responded_by_id") REFERENCES "user_profiles"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "deletion_requests" DROP CONSTRAINT "fk_deletion_requests_responded_by_id"`);
    await runner.query(`ALTER TABLE "deletion_requests" DROP CONSTRAINT "fk_deletion_requests_approver_id"`);
    await runner.query(`ALTER TABLE "deletion_requests" DROP CONSTRAINT "fk_deletion_requests_requester_id"`);
    await runner.query(`ALTER TABLE "deletion_requests" DROP CONSTRAINT "fk_deletion_requests_order_id"`);
    await runner.query(`DROP INDEX "public"."ix_deletion_requests_order_id"`);
    await runner.query(`DROP INDEX "public"."ix_deletion_requests_requester_id"`);
    await runner.query(`DROP INDEX "public"."ix_deletion_requests_approver_id"`);
    await runner.query(`DROP TABLE "deletion_requests"`);
  }
}
