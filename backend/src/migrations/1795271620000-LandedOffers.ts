import type { MigrationInterface, QueryRunner } from 'typeorm';

const CHECKS = {
  ck_mill_offers_freight: 'freight >= 0',
  ck_mill_offers_duty: 'duty_percent >= 0',
  ck_mill_offers_charges: 'charges >= 0',
  ck_mill_offers_payment_days: 'payment_days >= 0',
};

/** What an offer costs until the cloth is here, and an index for how a mill's last lines went. */
export class LandedOffers1795271620000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "mill_offers" ADD "freight" numeric(14,4)`);
    await runner.query(`ALTER TABLE "mill_offers" ADD "duty_percent" numeric(5,2)`);
    await runner.query(`ALTER TABLE "mill_offers" ADD "charges" numeric(14,4)`);
    await runner.query(`ALTER TABLE "mill_offers" ADD "payment_days" integer`);
    for (const [name, check] of Object.entries(CHECKS))
      await runner.query(`ALTER TABLE "mill_offers" ADD CONSTRAINT "${name}" CHECK (${check})`);
    await runner.query(
      `CREATE INDEX ix_order_lines_mill_done ON order_lines (lower(mill_name), etd DESC)
         WHERE deleted_at IS NULL AND status IN ('completed', 'archived')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX ix_order_lines_mill_done`);
    for (const name of Object.keys(CHECKS)) await runner.query(`ALTER TABLE "mill_offers" DROP CONSTRAINT "${name}"`);
    for (const column of ['freight', 'duty_percent', 'charges', 'payment_days'])
      await runner.query(`ALTER TABLE "mill_offers" DROP COLUMN "${column}"`);
  }
}
