import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Written by hand: what entities cannot say, and that the ledger is only ever added to. */
const BESIDE = [
  `CREATE INDEX ix_delay_ledger_incident ON delay_ledger (incident_id) WHERE incident_id IS NOT NULL`,
  `CREATE INDEX ix_delay_ledger_undoes ON delay_ledger (undoes_id) WHERE undoes_id IS NOT NULL`,
  `CREATE INDEX ix_delay_ledger_created ON delay_ledger (created_at, id)`,
  `CREATE INDEX ix_incidents_date ON incidents (incident_date, id) WHERE deleted_at IS NULL`,
  `CREATE INDEX ix_incidents_severity ON incidents (severity_rank, id) WHERE deleted_at IS NULL`,
  `CREATE TRIGGER delay_ledger_append_only BEFORE UPDATE OR DELETE ON delay_ledger
   FOR EACH ROW EXECUTE FUNCTION refuse_history_change()`,
  `CREATE TRIGGER delay_ledger_no_truncate BEFORE TRUNCATE ON delay_ledger
   FOR EACH STATEMENT EXECUTE FUNCTION refuse_history_change()`,
];

export class DelayLedger1795271110000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "delay_ledger" ("id" uuid NOT NULL, "order_id" uuid NOT NULL, "order_line_id" uuid, "step" character varying(120), "step_label" character varying(100), "working_days" integer NOT NULL, "party" character varying(10) NOT NULL, "party_name" character varying(255), "reason" text, "source" character varying(10) NOT NULL, "incident_id" uuid, "undoes_id" uuid, "planned_on" date, "happened_on" date, "booked_by_id" uuid, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "ck_delay_ledger_incident" CHECK ((source = 'incident') = (incident_id IS NOT NULL)), CONSTRAINT "ck_delay_ledger_source" CHECK (source IN ('step', 'plan', 'incident', 'hand')), CONSTRAINT "ck_delay_ledger_party" CHECK (party IN ('us', 'mill', 'buyer', 'lab', 'bank', 'other')), CONSTRAINT "ck_delay_ledger_days" CHECK (working_days <> 0), CONSTRAINT "pk_delay_ledger" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "ix_delay_ledger_line" ON "delay_ledger"  ("order_line_id", "step") `);
    await runner.query(`CREATE INDEX "ix_delay_ledger_order" ON "delay_ledger"  ("order_id", "created_at") `);
    await runner.query(
      `CREATE TABLE "incidents" ("id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "row_version" integer NOT NULL DEFAULT '1', "deleted_at" TIMESTAMP WITH TIME ZONE, "order_id" uuid NOT NULL, "order_line_id" uuid, "step" character varying(120), "title" character varying(255) NOT NULL, "description" text, "type" character varying(20) NOT NULL, "severity" character varying(10) NOT NULL DEFAULT 'medium', "severity_rank" smallint NOT NULL DEFAULT '1', "status" character varying(20) NOT NULL DEFAULT 'open', "incident_date" date NOT NULL, "cause" text, "party" character varying(10), "party_name" character varying(255), "action_plan" text, "responsible_person" character varying(255), "target_resolution_date" date, "actual_resolution_date" date, "resolution" text, "days_lost" integer, "cost_amount" numeric(16,3), "cost_currency" character varying(3), "reported_by_id" uuid, CONSTRAINT "ck_incidents_step" CHECK (step IS NULL OR order_line_id IS NOT NULL), CONSTRAINT "ck_incidents_days_lost" CHECK (days_lost > 0 AND (days_lost IS NULL OR party IS NOT NULL)), CONSTRAINT "ck_incidents_cost" CHECK ((cost_amount IS NULL) = (cost_currency IS NULL) AND cost_amount > 0), CONSTRAINT "ck_incidents_resolved" CHECK ((status IN ('resolved', 'closed')) = (actual_resolution_date IS NOT NULL)), CONSTRAINT "ck_incidents_party" CHECK (party IN ('us', 'mill', 'buyer', 'lab', 'bank', 'other')), CONSTRAINT "ck_incidents_status" CHECK (status IN ('open', 'in_progress', 'resolved', 'closed')), CONSTRAINT "ck_incidents_severity_rank" CHECK (severity_rank = CASE severity WHEN 'low' THEN 0 WHEN 'medium' THEN 1 WHEN 'high' THEN 2 WHEN 'critical' THEN 3 END), CONSTRAINT "ck_incidents_severity" CHECK (severity IN ('low', 'medium', 'high', 'critical')), CONSTRAINT "ck_incidents_type" CHECK (type IN ('quality_rejection', 'delay', 'mill_breakdown', 'short_shipment', 'other')), CONSTRAINT "pk_incidents" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "ix_incidents_line" ON "incidents"  ("order_line_id") `);
    await runner.query(`CREATE INDEX "ix_incidents_order" ON "incidents"  ("order_id", "created_at") `);
    await runner.query(
      `ALTER TABLE "incidents" ADD CONSTRAINT "fk_incidents_order_id" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "incidents" ADD CONSTRAINT "fk_incidents_order_line_id" FOREIGN KEY ("order_line_id") REFERENCES "order_lines"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "incidents" ADD CONSTRAINT "fk_incidents_reported_by_id" FOREIGN KEY ("reported_by_id") REFERENCES "user_profiles"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    for (const statement of BESIDE) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "incidents"`);
    await runner.query(`DROP TABLE "delay_ledger"`);
  }
}
