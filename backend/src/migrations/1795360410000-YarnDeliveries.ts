import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Yarn that came for an order is recorded like goods that came, and counted apart from them. */
export class YarnDeliveries1795360410000 implements MigrationInterface {
  name = 'YarnDeliveries1795360410000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE supplier_deliveries ADD kind character varying(10) NOT NULL DEFAULT 'goods'`);
    await runner.query(
      `ALTER TABLE supplier_deliveries ADD CONSTRAINT ck_supplier_deliveries_kind CHECK (kind IN ('goods', 'yarn'))`,
    );
    await runner.query(
      `ALTER TABLE supplier_deliveries ADD CONSTRAINT ck_supplier_deliveries_yarn CHECK (kind <> 'yarn' OR unit IN ('kg', 'g', 'lbs'))`,
    );
    await runner.query(
      `CREATE INDEX ix_supplier_deliveries_yarn ON supplier_deliveries (order_id) WHERE kind = 'yarn' AND deleted_at IS NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX ix_supplier_deliveries_yarn`);
    await runner.query(`ALTER TABLE supplier_deliveries DROP CONSTRAINT ck_supplier_deliveries_yarn`);
    await runner.query(`ALTER TABLE supplier_deliveries DROP CONSTRAINT ck_supplier_deliveries_kind`);
    await runner.query(`ALTER TABLE supplier_deliveries DROP COLUMN kind`);
  }
}
