import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An invoice says whose it is, where it is paid and where its prices come from, and stays when its order is purged. */
export class InvoicesStay1795370700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE "commercial_invoices" ADD "order_numbers" text array, ADD "seller" text, ADD "bank_name" character varying(255), ADD "bank_address" text, ADD "bank_bic" character varying(11), ADD "bank_account" character varying(60), ADD "signatory" character varying(255)`,
    );
    await runner.query(
      `UPDATE commercial_invoices i SET order_numbers = ARRAY[o.order_number] FROM shipments s JOIN orders o ON o.id = s.order_id WHERE s.id = i.shipment_id`,
    );
    await runner.query(`ALTER TABLE "commercial_invoices" ALTER COLUMN "order_numbers" SET NOT NULL`);
    await runner.query(`ALTER TABLE "commercial_invoices" ALTER COLUMN "shipment_id" DROP NOT NULL`);
    await runner.query(
      `ALTER TABLE "commercial_invoices" DROP CONSTRAINT "fk_commercial_invoices_shipment_id", ADD CONSTRAINT "fk_commercial_invoices_shipment_id" FOREIGN KEY ("shipment_id") REFERENCES "shipments"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "commercial_invoice_lines" ADD "price_from" character varying(20), ADD "pi_number" character varying(100), ADD CONSTRAINT "ck_commercial_invoice_lines_price_from" CHECK (price_from IN ('own', 'proforma_invoice', 'order_line')), ADD CONSTRAINT "ck_commercial_invoice_lines_pi_number" CHECK ((price_from = 'proforma_invoice') = (pi_number IS NOT NULL))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE "commercial_invoice_lines" DROP CONSTRAINT "ck_commercial_invoice_lines_pi_number", DROP CONSTRAINT "ck_commercial_invoice_lines_price_from", DROP COLUMN "pi_number", DROP COLUMN "price_from"`,
    );
    await runner.query(`DELETE FROM commercial_invoices WHERE shipment_id IS NULL`);
    await runner.query(
      `ALTER TABLE "commercial_invoices" DROP CONSTRAINT "fk_commercial_invoices_shipment_id", ADD CONSTRAINT "fk_commercial_invoices_shipment_id" FOREIGN KEY ("shipment_id") REFERENCES "shipments"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(`ALTER TABLE "commercial_invoices" ALTER COLUMN "shipment_id" SET NOT NULL`);
    await runner.query(
      `ALTER TABLE "commercial_invoices" DROP COLUMN "order_numbers", DROP COLUMN "seller", DROP COLUMN "bank_name", DROP COLUMN "bank_address", DROP COLUMN "bank_bic", DROP COLUMN "bank_account", DROP COLUMN "signatory"`,
    );
  }
}
