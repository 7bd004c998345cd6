import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Revisions become append-only as events and decisions on gates are, and outlive what they were about. */
export class RevisionsGuard1795270000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const column of ['order_id', 'order_line_id', 'revised_by_id'])
      await runner.query(`ALTER TABLE "order_revisions" DROP CONSTRAINT "fk_order_revisions_${column}"`);
    await runner.query(`CREATE TRIGGER order_revisions_append_only BEFORE UPDATE OR DELETE ON order_revisions
   FOR EACH ROW EXECUTE FUNCTION refuse_history_change()`);
    await runner.query(`CREATE TRIGGER order_revisions_no_truncate BEFORE TRUNCATE ON order_revisions
   FOR EACH STATEMENT EXECUTE FUNCTION refuse_history_change()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TRIGGER order_revisions_no_truncate ON order_revisions`);
    await runner.query(`DROP TRIGGER order_revisions_append_only ON order_revisions`);
    await runner.query(
      `ALTER TABLE "order_revisions" ADD CONSTRAINT "fk_order_revisions_order_id" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "order_revisions" ADD CONSTRAINT "fk_order_revisions_order_line_id" FOREIGN KEY ("order_line_id") REFERENCES "order_lines"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "order_revisions" ADD CONSTRAINT "fk_order_revisions_revised_by_id" FOREIGN KEY ("revised_by_id") REFERENCES "user_profiles"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
  }
}
