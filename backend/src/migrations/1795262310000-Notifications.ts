import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A person's own, newest first; the unread ones apart, so that they are counted without looking at the others. */
const INDEXES = [
  `CREATE INDEX ix_notifications_user ON notifications (user_id, created_at DESC, id DESC)`,
  `CREATE INDEX ix_notifications_unread ON notifications (user_id, created_at DESC, id DESC) WHERE NOT is_read`,
];

export class Notifications1795262310000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "notifications" ("id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "user_id" uuid NOT NULL, "title" character varying(255) NOT NULL, "message" text NOT NULL, "notification_type" character varying(50) NOT NULL, "related_id" uuid, "related_type" character varying(50), "order_id" uuid, "is_read" boolean NOT NULL DEFAULT false, "severity" character varying(10) NOT NULL DEFAULT 'info', "event_id" uuid, CONSTRAINT "ck_notifications_severity" CHECK (severity IN ('info', 'warning', 'critical')), CONSTRAINT "pk_notifications" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE UNIQUE INDEX "uq_notifications_event" ON "notifications"  ("user_id", "event_id") `);
    await runner.query(
      `ALTER TABLE "notifications" ADD CONSTRAINT "fk_notifications_user_id" FOREIGN KEY ("user_id") REFERENCES "user_profiles"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "notifications" ADD CONSTRAINT "fk_notifications_order_id" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    for (const statement of INDEXES) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "notifications" DROP CONSTRAINT "fk_notifications_order_id"`);
    await runner.query(`ALTER TABLE "notifications" DROP CONSTRAINT "fk_notifications_user_id"`);
    await runner.query(`DROP INDEX "public"."uq_notifications_event"`);
    await runner.query(`DROP TABLE "notifications"`);
  }
}
