import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lines of several orders may go with one shipment; its first order stays `order_id`, and passes that on when it is purged. */
export class ShipmentOrders1795370720000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "shipment_orders" (
        "shipment_id" uuid NOT NULL, "order_id" uuid NOT NULL,
        "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
        CONSTRAINT "pk_shipment_orders" PRIMARY KEY ("shipment_id", "order_id"),
        CONSTRAINT "fk_shipment_orders_shipment_id" FOREIGN KEY ("shipment_id") REFERENCES "shipments"("id") ON DELETE CASCADE,
        CONSTRAINT "fk_shipment_orders_order_id" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE CASCADE)`);
    await runner.query(`CREATE INDEX "ix_shipment_orders_order_id" ON "shipment_orders" ("order_id")`);
    await runner.query(
      `INSERT INTO shipment_orders (shipment_id, order_id, created_at) SELECT id, order_id, created_at FROM shipments`,
    );
    await runner.query(`
      CREATE FUNCTION carry_first_order() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO shipment_orders (shipment_id, order_id, created_at)
          SELECT id, order_id, created_at FROM made ON CONFLICT DO NOTHING;
        RETURN NULL;
      END $$`);
    await runner.query(
      `CREATE TRIGGER shipments_carry AFTER INSERT ON shipments
         REFERENCING NEW TABLE AS made FOR EACH STATEMENT EXECUTE FUNCTION carry_first_order()`,
    );
    await runner.query(`
      CREATE FUNCTION pass_shipments_on() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        UPDATE shipments s SET order_id = heir.order_id
          FROM (SELECT DISTINCT ON (x.shipment_id) x.shipment_id, x.order_id FROM shipment_orders x
                  JOIN shipments own ON own.id = x.shipment_id AND own.order_id = OLD.id
                WHERE x.order_id <> OLD.id ORDER BY x.shipment_id, x.created_at, x.order_id) heir
          WHERE s.id = heir.shipment_id;
        RETURN OLD;
      END $$`);
    await runner.query(
      `CREATE TRIGGER orders_pass_shipments_on BEFORE DELETE ON orders FOR EACH ROW EXECUTE FUNCTION pass_shipments_on()`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TRIGGER orders_pass_shipments_on ON orders`);
    await runner.query(`DROP FUNCTION pass_shipments_on()`);
    await runner.query(`DROP TRIGGER shipments_carry ON shipments`);
    await runner.query(`DROP FUNCTION carry_first_order()`);
    await runner.query(`DROP TABLE "shipment_orders"`);
  }
}
