import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an order reads of its LC: the one that counts is confirmed rather than issued rather than expired, the latest first. */
const termsOf = (orderId: string, linked: boolean): string => `(
  SELECT jsonb_build_object('lcNumber', lc.lc_number, 'amount', lc.amount::text, 'currency', lc.currency,
      'amountPlusPercent', lc.amount_plus_percent::text,
      'plusPercent', lc.quantity_plus_percent::text, 'minusPercent', lc.quantity_minus_percent::text)
    FROM letters_of_credit lc ${linked ? 'JOIN letter_of_credit_orders x ON x.letter_of_credit_id = lc.id' : ''}
   WHERE ${linked ? 'x' : 'lc'}.order_id = ${orderId} AND lc.deleted_at IS NULL AND lc.status <> 'pending'
   ORDER BY CASE lc.status WHEN 'confirmed' THEN 0 WHEN 'issued' THEN 1 ELSE 2 END, lc.issue_date DESC, lc.id DESC
   LIMIT 1)`;

const keeping = (orders: string, linked: boolean): string => `
  UPDATE orders SET credit_terms = now.terms
    FROM (SELECT order_id, ${termsOf('of.order_id', linked)} AS terms FROM (${orders}) of) now
   WHERE orders.id = now.order_id AND orders.credit_terms IS DISTINCT FROM now.terms;`;

const ON_CHANGED = `SELECT DISTINCT x.order_id FROM changed JOIN letter_of_credit_orders x ON x.letter_of_credit_id = changed.id`;

const keepCreditTerms = (orders: string, linked: boolean, name = 'keep_credit_terms'): string => `
  CREATE OR REPLACE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN ${keeping(orders, linked)}
    RETURN NULL;
  END $$`;

/**
 * An LC for many orders and PIs, its terms as the bank wrote them, amendments and drawings. The first order of an LC stays
 * `order_id`; the database writes its row among the covered ones, whoever writes the LC.
 */
export class CreditTerms1795360600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "letters_of_credit" ADD "closed_on" date`);
    await runner.query(`
      CREATE TABLE "letter_of_credit_orders" (
        "letter_of_credit_id" uuid NOT NULL, "order_id" uuid NOT NULL,
        "created_at" timestamptz(3) NOT NULL DEFAULT now(),
        CONSTRAINT "pk_letter_of_credit_orders" PRIMARY KEY ("letter_of_credit_id", "order_id"),
        CONSTRAINT "fk_letter_of_credit_orders_letter_of_credit_id" FOREIGN KEY ("letter_of_credit_id") REFERENCES "letters_of_credit"("id") ON DELETE CASCADE,
        CONSTRAINT "fk_letter_of_credit_orders_order_id" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE CASCADE)`);
    await runner.query(`CREATE INDEX "ix_letter_of_credit_orders_order_id" ON "letter_of_credit_orders" ("order_id")`);
    await runner.query(
      `INSERT INTO letter_of_credit_orders (letter_of_credit_id, order_id, created_at) SELECT id, order_id, created_at FROM letters_of_credit`,
    );
    await runner.query(`
      CREATE FUNCTION cover_first_order() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO letter_of_credit_orders (letter_of_credit_id, order_id, created_at)
          SELECT id, order_id, created_at FROM changed ON CONFLICT DO NOTHING;
        RETURN NULL;
      END $$`);
    await runner.query(
      `CREATE TRIGGER letters_of_credit_cover AFTER INSERT ON letters_of_credit
         REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION cover_first_order()`,
    );
    await runner.query(keepCreditTerms(ON_CHANGED, true));
    await runner.query(keepCreditTerms('SELECT DISTINCT order_id FROM changed', true, 'keep_credit_terms_of_orders'));
    for (const [deed, rows] of [
      ['insert', 'NEW'],
      ['delete', 'OLD'],
    ] as const)
      await runner.query(
        `CREATE TRIGGER letter_of_credit_orders_terms_${deed} AFTER ${deed} ON letter_of_credit_orders
           REFERENCING ${rows} TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_credit_terms_of_orders()`,
      );
    await this.papers(runner);
    await this.deeds(runner);
  }

  private async papers(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "letter_of_credit_proforma_invoices" (
        "letter_of_credit_id" uuid NOT NULL, "proforma_invoice_id" uuid NOT NULL,
        "created_at" timestamptz(3) NOT NULL DEFAULT now(),
        CONSTRAINT "pk_letter_of_credit_proforma_invoices" PRIMARY KEY ("letter_of_credit_id", "proforma_invoice_id"),
        CONSTRAINT "fk_letter_of_credit_proforma_invoices_letter_of_credit_id" FOREIGN KEY ("letter_of_credit_id") REFERENCES "letters_of_credit"("id") ON DELETE CASCADE,
        CONSTRAINT "fk_letter_of_credit_proforma_invoices_proforma_invoice_id" FOREIGN KEY ("proforma_invoice_id") REFERENCES "proforma_invoices"("id") ON DELETE CASCADE)`);
    await runner.query(
      `CREATE INDEX "ix_letter_of_credit_proforma_invoices_proforma_invoice_id" ON "letter_of_credit_proforma_invoices" ("proforma_invoice_id")`,
    );
    await runner.query(`
      CREATE TABLE "letter_of_credit_terms" (
        "letter_of_credit_id" uuid NOT NULL, "source_text" text, "issued" json NOT NULL,
        "updated_at" timestamptz(3) NOT NULL DEFAULT now(),
        CONSTRAINT "pk_letter_of_credit_terms" PRIMARY KEY ("letter_of_credit_id"),
        CONSTRAINT "fk_letter_of_credit_terms_letter_of_credit_id" FOREIGN KEY ("letter_of_credit_id") REFERENCES "letters_of_credit"("id") ON DELETE CASCADE)`);
  }

  private async deeds(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "letter_of_credit_amendments" ("id" uuid NOT NULL, "created_at" timestamptz(3) NOT NULL DEFAULT now(), "updated_at" timestamptz(3) NOT NULL DEFAULT now(), "row_version" integer NOT NULL DEFAULT '1', "deleted_at" timestamptz, "letter_of_credit_id" uuid NOT NULL, "sequence" integer NOT NULL, "bank_number" integer, "amended_on" date, "received_on" date NOT NULL, "source_text" text, "terms" json NOT NULL, "applied" json, "status" varchar(10) NOT NULL DEFAULT 'pending', "decided_on" date, "reason" text, "notes" text, "created_by_id" uuid, CONSTRAINT "ck_letter_of_credit_amendments_reason" CHECK (status <> 'rejected' OR reason IS NOT NULL), CONSTRAINT "ck_letter_of_credit_amendments_decided" CHECK ((status = 'pending') = (decided_on IS NULL)), CONSTRAINT "ck_letter_of_credit_amendments_status" CHECK (status IN ('pending', 'accepted', 'rejected')), CONSTRAINT "pk_letter_of_credit_amendments" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "uq_letter_of_credit_amendments_sequence" ON "letter_of_credit_amendments" ("letter_of_credit_id", "sequence")`,
    );
    await runner.query(
      `CREATE TABLE "letter_of_credit_drawings" ("id" uuid NOT NULL, "created_at" timestamptz(3) NOT NULL DEFAULT now(), "updated_at" timestamptz(3) NOT NULL DEFAULT now(), "row_version" integer NOT NULL DEFAULT '1', "deleted_at" timestamptz, "letter_of_credit_id" uuid NOT NULL, "reference" varchar(100) NOT NULL, "presented_on" date NOT NULL, "amount" numeric(16,3) NOT NULL, "quantity" numeric(14,3), "unit" varchar(20), "shipped_on" date, "notes" text, "created_by_id" uuid, CONSTRAINT "ck_letter_of_credit_drawings_unit" CHECK ((quantity IS NULL) = (unit IS NULL)), CONSTRAINT "ck_letter_of_credit_drawings_quantity" CHECK (quantity > 0), CONSTRAINT "ck_letter_of_credit_drawings_amount" CHECK (amount > 0), CONSTRAINT "pk_letter_of_credit_drawings" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE INDEX "ix_letter_of_credit_drawings_letter_of_credit_id" ON "letter_of_credit_drawings" ("letter_of_credit_id")`,
    );
    await runner.query(
      `ALTER TABLE "letter_of_credit_amendments" ADD CONSTRAINT "fk_letter_of_credit_amendments_letter_of_credit_id" FOREIGN KEY ("letter_of_credit_id") REFERENCES "letters_of_credit"("id") ON DELETE CASCADE`,
    );
    await runner.query(
      `ALTER TABLE "letter_of_credit_amendments" ADD CONSTRAINT "fk_letter_of_credit_amendments_created_by_id" FOREIGN KEY ("created_by_id") REFERENCES "user_profiles"("id") ON DELETE SET NULL`,
    );
    await runner.query(
      `ALTER TABLE "letter_of_credit_drawings" ADD CONSTRAINT "fk_letter_of_credit_drawings_letter_of_credit_id" FOREIGN KEY ("letter_of_credit_id") REFERENCES "letters_of_credit"("id") ON DELETE CASCADE`,
    );
    await runner.query(
      `ALTER TABLE "letter_of_credit_drawings" ADD CONSTRAINT "fk_letter_of_credit_drawings_created_by_id" FOREIGN KEY ("created_by_id") REFERENCES "user_profiles"("id") ON DELETE SET NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "letter_of_credit_drawings"`);
    await runner.query(`DROP TABLE "letter_of_credit_amendments"`);
    await runner.query(`DROP TABLE "letter_of_credit_terms"`);
    await runner.query(`DROP TABLE "letter_of_credit_proforma_invoices"`);
    await runner.query(`DROP TRIGGER letters_of_credit_cover ON letters_of_credit`);
    await runner.query(`DROP FUNCTION cover_first_order()`);
    await runner.query(`DROP TABLE "letter_of_credit_orders"`);
    await runner.query(`DROP FUNCTION keep_credit_terms_of_orders()`);
    await runner.query(keepCreditTerms('SELECT DISTINCT order_id FROM changed', false));
    await runner.query(`ALTER TABLE "letters_of_credit" DROP COLUMN "closed_on"`);
  }
}
