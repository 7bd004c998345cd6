import type { MigrationInterface, QueryRunner } from 'typeorm';

const COLUMNS = ['amount_plus_percent', 'amount_minus_percent', 'quantity_plus_percent', 'quantity_minus_percent'];
const CHECKS = {
  ck_letters_of_credit_amount_tolerance: `(amount_plus_percent IS NULL) = (amount_minus_percent IS NULL)`,
  ck_letters_of_credit_quantity_tolerance: `(quantity_plus_percent IS NULL) = (quantity_minus_percent IS NULL)`,
  ck_letters_of_credit_tolerances: `amount_plus_percent >= 0 AND amount_plus_percent < 100 AND amount_minus_percent >= 0 AND amount_minus_percent < 100 AND quantity_plus_percent >= 0 AND quantity_plus_percent < 100 AND quantity_minus_percent >= 0 AND quantity_minus_percent < 100`,
};

/** What an order reads of its LC: the one that counts is confirmed rather than issued rather than expired, the latest first. */
const TERMS = (orderId: string): string => `(
  SELECT jsonb_build_object('lcNumber', lc.lc_number, 'amount', lc.amount::text, 'currency', lc.currency,
      'amountPlusPercent', lc.amount_plus_percent::text,
      'plusPercent', lc.quantity_plus_percent::text, 'minusPercent', lc.quantity_minus_percent::text)
    FROM letters_of_credit lc
   WHERE lc.order_id = ${orderId} AND lc.deleted_at IS NULL AND lc.status <> 'pending'
   ORDER BY CASE lc.status WHEN 'confirmed' THEN 0 WHEN 'issued' THEN 1 ELSE 2 END, lc.issue_date DESC, lc.id DESC
   LIMIT 1)`;

/**
 * Tolerances of LCs (MT700 39A, and that on the quantity in 45A or 47A), and on each order what its LC says of them. A
 * trigger keeps that, so that it is true whoever writes an LC.
 */
export class CreditTolerances1795271610000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const column of COLUMNS) await runner.query(`ALTER TABLE "letters_of_credit" ADD "${column}" numeric(5,2)`);
    for (const [name, check] of Object.entries(CHECKS))
      await runner.query(`ALTER TABLE "letters_of_credit" ADD CONSTRAINT "${name}" CHECK (${check})`);
    await runner.query(`ALTER TABLE "orders" ADD "credit_terms" jsonb`);
    await runner.query(`
      CREATE FUNCTION keep_credit_terms() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        UPDATE orders SET credit_terms = now.terms
          FROM (SELECT order_id, ${TERMS('of.order_id')} AS terms FROM (SELECT DISTINCT order_id FROM changed) of) now
         WHERE orders.id = now.order_id AND orders.credit_terms IS DISTINCT FROM now.terms;
        RETURN NULL;
      END $$`);
    for (const [deed, rows] of [
      ['insert', 'NEW'],
      ['update', 'NEW'],
      ['delete', 'OLD'],
    ] as const)
      await runner.query(
        `CREATE TRIGGER letters_of_credit_terms_${deed} AFTER ${deed} ON letters_of_credit
           REFERENCING ${rows} TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_credit_terms()`,
      );
    await runner.query(
      `UPDATE orders SET credit_terms = ${TERMS('orders.id')}
        WHERE id IN (SELECT order_id FROM letters_of_credit WHERE deleted_at IS NULL AND status <> 'pending')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const deed of ['insert', 'update', 'delete'])
      await runner.query(`DROP TRIGGER letters_of_credit_terms_${deed} ON letters_of_credit`);
    await runner.query(`DROP FUNCTION keep_credit_terms()`);
    await runner.query(`ALTER TABLE "orders" DROP COLUMN "credit_terms"`);
    for (const name of Object.keys(CHECKS))
      await runner.query(`ALTER TABLE "letters_of_credit" DROP CONSTRAINT "${name}"`);
    for (const column of COLUMNS) await runner.query(`ALTER TABLE "letters_of_credit" DROP COLUMN "${column}"`);
  }
}
