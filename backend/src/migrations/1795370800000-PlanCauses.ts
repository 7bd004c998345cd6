import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A plan keeps the step that cost it its days; every open one is reckoned anew to have it. Alerts told it in other words. */
export class PlanCauses1795370800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "line_plans" ADD "cause" jsonb`);
    await runner.query(
      `UPDATE line_plans p SET reckoned_on = p.reckoned_on - 1 FROM order_lines l
        WHERE l.id = p.order_line_id AND p.slack_days < 0 AND l.status NOT IN ('completed', 'archived')`,
    );
    await runner.query(`UPDATE alerts SET facts = facts - 'cause' WHERE facts ? 'cause'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "line_plans" DROP COLUMN "cause"`);
  }
}
