import type { MigrationInterface, QueryRunner } from 'typeorm';

const FIRST = [
  'plan_late',
  'etd_near',
  'etd_overdue',
  'eta_near',
  'eta_overdue',
  'approval_stuck',
  'lc_expiry_near',
  'lc_latest_shipment_near',
];
const ADDED = ['no_production_entry', 'loss_over_plan'];

/** Which rules the tables of alerts know. */
const knowing = (rules: readonly string[]) =>
  ['alert_rules', 'alerts', 'alert_mutes'].flatMap((table) => [
    `ALTER TABLE ${table} DROP CONSTRAINT ck_${table}_rule`,
    `ALTER TABLE ${table} ADD CONSTRAINT ck_${table}_rule CHECK (rule IN (${rules.map((rule) => `'${rule}'`).join(', ')}))`,
  ]);

export class Digest1795271210000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "digest_mails" ("user_id" uuid NOT NULL, "day" date NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "sent_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "pk_digest_mails" PRIMARY KEY ("user_id", "day"))`,
    );
    await runner.query(
      `CREATE TABLE "notification_preferences" ("user_id" uuid NOT NULL, "digest" boolean NOT NULL DEFAULT true, CONSTRAINT "pk_notification_preferences" PRIMARY KEY ("user_id"))`,
    );
    await runner.query(
      `CREATE TABLE "digest_settings" ("id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "row_version" integer NOT NULL DEFAULT '1', "deleted_at" TIMESTAMP WITH TIME ZONE, "is_on" boolean NOT NULL DEFAULT true, "send_at" character varying(5) NOT NULL DEFAULT '08:00', CONSTRAINT "ck_digest_settings_send_at" CHECK (send_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'), CONSTRAINT "pk_digest_settings" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `ALTER TABLE "digest_mails" ADD CONSTRAINT "fk_digest_mails_user_id" FOREIGN KEY ("user_id") REFERENCES "user_profiles"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "notification_preferences" ADD CONSTRAINT "fk_notification_preferences_user_id" FOREIGN KEY ("user_id") REFERENCES "user_profiles"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(`INSERT INTO digest_settings (id) VALUES (gen_random_uuid())`);
    for (const statement of knowing([...FIRST, ...ADDED, 'task_overdue'])) await runner.query(statement);
    await runner.query(
      `INSERT INTO alert_rules (id, rule, threshold, severity, audience)
       VALUES (gen_random_uuid(), 'no_production_entry', 3, 'warning', 'managers_when_worse'),
              (gen_random_uuid(), 'loss_over_plan', 2, 'warning', 'managers_when_worse')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['alert_mutes', 'alerts', 'alert_rules'])
      await runner.query(`DELETE FROM ${table} WHERE rule = ANY($1)`, [ADDED]);
    for (const statement of knowing([...FIRST, 'task_overdue'])) await runner.query(statement);
    await runner.query(`ALTER TABLE "notification_preferences" DROP CONSTRAINT "fk_notification_preferences_user_id"`);
    await runner.query(`ALTER TABLE "digest_mails" DROP CONSTRAINT "fk_digest_mails_user_id"`);
    await runner.query(`DROP TABLE "digest_settings"`);
    await runner.query(`DROP TABLE "notification_preferences"`);
    await runner.query(`DROP TABLE "digest_mails"`);
  }
}
