import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Written by hand: what entities cannot say. */
const INDEXES = [
  `CREATE UNIQUE INDEX uq_alerts_open ON alerts (rule, order_id, key) WHERE cleared_at IS NULL`,
  `CREATE INDEX ix_alerts_severity ON alerts (severity_rank DESC, since DESC, id DESC) WHERE cleared_at IS NULL`,
  `CREATE INDEX ix_alerts_news ON alerts (id) WHERE news IS NOT NULL`,
];

/** As the house begins: what it is warned of, how early, how loudly, and whether its managers hear of it. */
const RULES = [
  ['plan_late', 1, 'warning', 'managers'],
  ['etd_near', 7, 'info', 'owner'],
  ['etd_overdue', 1, 'warning', 'managers_when_worse'],
  ['eta_near', 5, 'info', 'owner'],
  ['eta_overdue', 1, 'warning', 'managers_when_worse'],
  ['approval_stuck', 1, 'warning', 'managers_when_worse'],
  ['lc_expiry_near', 15, 'warning', 'managers_when_worse'],
  ['lc_latest_shipment_near', 15, 'warning', 'managers_when_worse'],
  ['task_overdue', 1, 'info', 'owner'],
] as const;

export class Alerts1795271200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "alerts" ("id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "rule" character varying(40) NOT NULL, "order_id" uuid NOT NULL, "key" character varying(160) NOT NULL, "order_line_id" uuid, "owner_id" uuid, "level" smallint NOT NULL DEFAULT '1', "severity" character varying(10) NOT NULL, "severity_rank" smallint NOT NULL, "facts" jsonb NOT NULL, "since" date NOT NULL, "news" character varying(10), "told_at" TIMESTAMP WITH TIME ZONE, "cleared_at" TIMESTAMP(3) WITH TIME ZONE, CONSTRAINT "ck_alerts_news" CHECK (news IN ('raised', 'worsened', 'cleared')), CONSTRAINT "ck_alerts_level" CHECK (level IN (1, 2)), CONSTRAINT "ck_alerts_severity_rank" CHECK (severity_rank = CASE severity WHEN 'info' THEN 0 WHEN 'warning' THEN 1 WHEN 'critical' THEN 2 END), CONSTRAINT "ck_alerts_severity" CHECK (severity IN ('info', 'warning', 'critical')), CONSTRAINT "ck_alerts_rule" CHECK (rule IN ('plan_late', 'etd_near', 'etd_overdue', 'eta_near', 'eta_overdue', 'approval_stuck', 'lc_expiry_near', 'lc_latest_shipment_near', 'task_overdue')), CONSTRAINT "pk_alerts" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "ix_alerts_owner" ON "alerts"  ("owner_id") `);
    await runner.query(`CREATE INDEX "ix_alerts_line" ON "alerts"  ("order_line_id") `);
    await runner.query(`CREATE INDEX "ix_alerts_order" ON "alerts"  ("order_id") `);
    await runner.query(
      `CREATE TABLE "alert_mutes" ("id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "user_id" uuid NOT NULL, "rule" character varying(40), "alert_id" uuid, "until_on" date, CONSTRAINT "ck_alert_mutes_snooze" CHECK (alert_id IS NULL OR until_on IS NOT NULL), CONSTRAINT "ck_alert_mutes_of" CHECK ((rule IS NULL) <> (alert_id IS NULL)), CONSTRAINT "ck_alert_mutes_rule" CHECK (rule IN ('plan_late', 'etd_near', 'etd_overdue', 'eta_near', 'eta_overdue', 'approval_stuck', 'lc_expiry_near', 'lc_latest_shipment_near', 'task_overdue')), CONSTRAINT "pk_alert_mutes" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE UNIQUE INDEX "uq_alert_mutes_alert" ON "alert_mutes"  ("alert_id", "user_id") `);
    await runner.query(`CREATE UNIQUE INDEX "uq_alert_mutes_rule" ON "alert_mutes"  ("user_id", "rule") `);
    await runner.query(
      `CREATE TABLE "alert_rules" ("id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "row_version" integer NOT NULL DEFAULT '1', "deleted_at" TIMESTAMP WITH TIME ZONE, "rule" character varying(40) NOT NULL, "is_on" boolean NOT NULL DEFAULT true, "threshold" integer NOT NULL, "severity" character varying(10) NOT NULL, "audience" character varying(20) NOT NULL, CONSTRAINT "ck_alert_rules_threshold" CHECK (threshold BETWEEN 1 AND 90), CONSTRAINT "ck_alert_rules_audience" CHECK (audience IN ('owner', 'managers_when_worse', 'managers')), CONSTRAINT "ck_alert_rules_severity" CHECK (severity IN ('info', 'warning', 'critical')), CONSTRAINT "ck_alert_rules_rule" CHECK (rule IN ('plan_late', 'etd_near', 'etd_overdue', 'eta_near', 'eta_overdue', 'approval_stuck', 'lc_expiry_near', 'lc_latest_shipment_near', 'task_overdue')), CONSTRAINT "pk_alert_rules" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE UNIQUE INDEX "uq_alert_rules_rule" ON "alert_rules"  ("rule") `);
    await runner.query(
      `ALTER TABLE "alerts" ADD CONSTRAINT "fk_alerts_order_id" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "alerts" ADD CONSTRAINT "fk_alerts_order_line_id" FOREIGN KEY ("order_line_id") REFERENCES "order_lines"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "alerts" ADD CONSTRAINT "fk_alerts_owner_id" FOREIGN KEY ("owner_id") REFERENCES "user_profiles"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "alert_mutes" ADD CONSTRAINT "fk_alert_mutes_user_id" FOREIGN KEY ("user_id") REFERENCES "user_profiles"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "alert_mutes" ADD CONSTRAINT "fk_alert_mutes_alert_id" FOREIGN KEY ("alert_id") REFERENCES "alerts"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    for (const statement of INDEXES) await runner.query(statement);
    for (const [rule, threshold, severity, audience] of RULES)
      await runner.query(
        `INSERT INTO alert_rules (id, rule, threshold, severity, audience) VALUES (gen_random_uuid(), $1, $2, $3, $4)`,
        [rule, threshold, severity, audience],
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "alert_mutes" DROP CONSTRAINT "fk_alert_mutes_alert_id"`);
    await runner.query(`ALTER TABLE "alert_mutes" DROP CONSTRAINT "fk_alert_mutes_user_id"`);
    await runner.query(`ALTER TABLE "alerts" DROP CONSTRAINT "fk_alerts_owner_id"`);
    await runner.query(`ALTER TABLE "alerts" DROP CONSTRAINT "fk_alerts_order_line_id"`);
    await runner.query(`ALTER TABLE "alerts" DROP CONSTRAINT "fk_alerts_order_id"`);
    await runner.query(`DROP INDEX "public"."uq_alert_rules_rule"`);
    await runner.query(`DROP TABLE "alert_rules"`);
    await runner.query(`DROP INDEX "public"."uq_alert_mutes_rule"`);
    await runner.query(`DROP INDEX "public"."uq_alert_mutes_alert"`);
    await runner.query(`DROP TABLE "alert_mutes"`);
    await runner.query(`DROP INDEX "public"."ix_alerts_order"`);
    await runner.query(`DROP INDEX "public"."ix_alerts_line"`);
    await runner.query(`DROP INDEX "public"."ix_alerts_owner"`);
    await runner.query(`DROP TABLE "alerts"`);
  }
}
