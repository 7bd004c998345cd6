import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was invoiced before is owed from here on; how it is paid, somebody says. */
export class Payments1795370500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "receivables" ("id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "row_version" integer NOT NULL DEFAULT '1', "deleted_at" TIMESTAMP WITH TIME ZONE, "shipment_id" uuid NOT NULL, "order_id" uuid NOT NULL, "invoice_id" uuid, "invoice_number" character varying(30) NOT NULL, "currency" character varying(3) NOT NULL, "amount" numeric(16,3) NOT NULL, "issued_on" date NOT NULL, "shipped_on" date, "arrived_on" date, "method" character varying(2), "tenor_days" integer, "tenor_from" character varying(10), "letter_of_credit_id" uuid, "presented_on" date, "accepted_on" date, "matures_on" date, "bank_reference" character varying(100), "notes" text, "due_on" date, "received" numeric(16,3) NOT NULL DEFAULT '0', "outstanding" numeric(16,3) NOT NULL, CONSTRAINT "ck_receivables_accepted_on" CHECK (accepted_on >= presented_on), CONSTRAINT "ck_receivables_letter_of_credit" CHECK (letter_of_credit_id IS NULL OR method = 'lc'), CONSTRAINT "ck_receivables_tenor_days" CHECK (tenor_days BETWEEN 0 AND 365), CONSTRAINT "ck_receivables_tenor" CHECK ((method IS NULL) = (tenor_days IS NULL) AND (method IS NULL) = (tenor_from IS NULL)), CONSTRAINT "ck_receivables_tenor_from" CHECK (tenor_from IN ('invoice', 'shipment', 'arrival', 'sight', 'acceptance')), CONSTRAINT "ck_receivables_method" CHECK (method IN ('tt', 'dp', 'da', 'lc')), CONSTRAINT "pk_receivables" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "ix_receivables_invoice_id" ON "receivables"  ("invoice_id") `);
    await runner.query(`CREATE INDEX "ix_receivables_letter_of_credit_id" ON "receivables"  ("letter_of_credit_id") `);
    await runner.query(`CREATE INDEX "ix_receivables_order_id" ON "receivables"  ("order_id") `);
    await runner.query(`CREATE UNIQUE INDEX "uq_receivables_shipment" ON "receivables"  ("shipment_id") `);
    await runner.query(
      `CREATE TABLE "payments" ("id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "row_version" integer NOT NULL DEFAULT '1', "deleted_at" TIMESTAMP WITH TIME ZONE, "order_id" uuid NOT NULL, "method" character varying(2), "received_on" date NOT NULL, "currency" character varying(3) NOT NULL, "amount" numeric(16,3) NOT NULL, "charges" numeric(16,3) NOT NULL DEFAULT '0', "matched" numeric(16,3) NOT NULL DEFAULT '0', "payer" character varying(255), "reference" character varying(100), "notes" text, "created_by_id" uuid, CONSTRAINT "ck_payments_currency" CHECK (currency ~ '^[A-Z]{3}$'), CONSTRAINT "ck_payments_matched" CHECK (matched >= 0 AND matched <= amount + charges), CONSTRAINT "ck_payments_charges" CHECK (charges >= 0), CONSTRAINT "ck_payments_amount" CHECK (amount > 0), CONSTRAINT "ck_payments_method" CHECK (method IN ('tt', 'dp', 'da', 'lc')), CONSTRAINT "pk_payments" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "ix_payments_order_id" ON "payments"  ("order_id") `);
    await runner.query(
      `CREATE TABLE "payment_matches" ("id" uuid NOT NULL, "payment_id" uuid NOT NULL, "receivable_id" uuid NOT NULL, "amount" numeric(16,3) NOT NULL, CONSTRAINT "ck_payment_matches_amount" CHECK (amount > 0), CONSTRAINT "pk_payment_matches" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "ix_payment_matches_receivable_id" ON "payment_matches"  ("receivable_id") `);
    await runner.query(
      `CREATE UNIQUE INDEX "uq_payment_matches_receivable" ON "payment_matches"  ("payment_id", "receivable_id") `,
    );
    await runner.query(
      `ALTER TABLE "receivables" ADD CONSTRAINT "fk_receivables_shipment_id" FOREIGN KEY ("shipment_id") REFERENCES "shipments"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "receivables" ADD CONSTRAINT "fk_receivables_order_id" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "receivables" ADD CONSTRAINT "fk_receivables_invoice_id" FOREIGN KEY ("invoice_id") REFERENCES "commercial_invoices"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "receivables" ADD CONSTRAINT "fk_receivables_letter_of_credit_id" FOREIGN KEY ("letter_of_credit_id") REFERENCES "letters_of_credit"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "payments" ADD CONSTRAINT "fk_payments_order_id" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "payments" ADD CONSTRAINT "fk_payments_created_by_id" FOREIGN KEY ("created_by_id") REFERENCES "user_profiles"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "payment_matches" ADD CONSTRAINT "fk_payment_matches_payment_id" FOREIGN KEY ("payment_id") REFERENCES "payments"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "payment_matches" ADD CONSTRAINT "fk_payment_matches_receivable_id" FOREIGN KEY ("receivable_id") REFERENCES "receivables"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(`CREATE INDEX ix_receivables_due ON receivables (due_on, id)`);
    await runner.query(`CREATE INDEX ix_receivables_open ON receivables (due_on, id) WHERE outstanding <> 0`);
    await runner.query(`CREATE INDEX ix_receivables_issued ON receivables (issued_on, id)`);
    await runner.query(`CREATE INDEX ix_receivables_search ON receivables USING gin (invoice_number gin_trgm_ops)`);
    await runner.query(`CREATE INDEX ix_payments_received ON payments (received_on, id) WHERE deleted_at IS NULL`);
    await runner.query(
      `CREATE INDEX ix_payments_unmatched ON payments (received_on, id) WHERE deleted_at IS NULL AND matched < amount + charges`,
    );
    await runner.query(
      `CREATE INDEX ix_payments_search ON payments USING gin ((coalesce(reference, '') || ' ' || coalesce(payer, '')) gin_trgm_ops)`,
    );
    await runner.query(
      `INSERT INTO receivables (id, shipment_id, order_id, invoice_id, invoice_number, currency, amount, issued_on, shipped_on, arrived_on, outstanding)
        SELECT gen_random_uuid(), s.id, s.order_id, i.id, i.invoice_number, i.currency, i.amount, i.issue_date,
          CASE WHEN s.status <> 'pending' THEN s.shipping_date END, s.delivered_on, i.amount
        FROM commercial_invoices i JOIN shipments s ON s.id = i.shipment_id WHERE i.status = 'issued'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "payment_matches" DROP CONSTRAINT "fk_payment_matches_receivable_id"`);
    await runner.query(`ALTER TABLE "payment_matches" DROP CONSTRAINT "fk_payment_matches_payment_id"`);
    await runner.query(`ALTER TABLE "payments" DROP CONSTRAINT "fk_payments_created_by_id"`);
    await runner.query(`ALTER TABLE "payments" DROP CONSTRAINT "fk_payments_order_id"`);
    await runner.query(`ALTER TABLE "receivables" DROP CONSTRAINT "fk_receivables_letter_of_credit_id"`);
    await runner.query(`ALTER TABLE "receivables" DROP CONSTRAINT "fk_receivables_invoice_id"`);
    await runner.query(`ALTER TABLE "receivables" DROP CONSTRAINT "fk_receivables_order_id"`);
    await runner.query(`ALTER TABLE "receivables" DROP CONSTRAINT "fk_receivables_shipment_id"`);
    await runner.query(`DROP INDEX "public"."uq_payment_matches_receivable"`);
    await runner.query(`DROP INDEX "public"."ix_payment_matches_receivable_id"`);
    await runner.query(`DROP TABLE "payment_matches"`);
    await runner.query(`DROP INDEX "public"."ix_payments_order_id"`);
    await runner.query(`DROP TABLE "payments"`);
    await runner.query(`DROP INDEX "public"."uq_receivables_shipment"`);
    await runner.query(`DROP INDEX "public"."ix_receivables_order_id"`);
    await runner.query(`DROP INDEX "public"."ix_receivables_letter_of_credit_id"`);
    await runner.query(`DROP INDEX "public"."ix_receivables_invoice_id"`);
    await runner.query(`DROP TABLE "receivables"`);
  }
}
