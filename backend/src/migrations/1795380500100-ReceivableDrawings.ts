import type { MigrationInterface, QueryRunner } from 'typeorm';

const SAID = `concat_ws(', ', 'presented on ' || presented_on, 'accepted on ' || accepted_on, 'matures on ' || matures_on)`;

/**
 * What a bank said of documents under an LC stands once, with their drawing. What was said of an invoice without one goes to
 * its notes.
 */
export class ReceivableDrawings1795380500100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "receivables" ADD "drawing_id" uuid`);
    await runner.query(`CREATE INDEX "ix_receivables_drawing_id" ON "receivables"  ("drawing_id") `);
    await runner.query(
      `ALTER TABLE "receivables" ADD CONSTRAINT "ck_receivables_drawing" CHECK (drawing_id IS NULL OR letter_of_credit_id IS NOT NULL)`,
    );
    await runner.query(
      `ALTER TABLE "receivables" ADD CONSTRAINT "fk_receivables_drawing_id" FOREIGN KEY ("drawing_id") REFERENCES "letter_of_credit_drawings"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await runner.query(
      `UPDATE receivables r SET drawing_id = d.id FROM letter_of_credit_drawings d
        WHERE d.letter_of_credit_id = r.letter_of_credit_id AND d.deleted_at IS NULL
          AND upper(d.reference) IN (upper(r.invoice_number), upper(r.bank_reference))`,
    );
    await runner.query(
      `UPDATE letter_of_credit_drawings d SET accepted_on = coalesce(d.accepted_on, r.accepted_on), matures_on = coalesce(d.matures_on, r.matures_on)
        FROM receivables r WHERE r.drawing_id = d.id AND (d.accepted_on IS NULL OR d.matures_on IS NULL)
          AND coalesce(d.accepted_on, r.accepted_on, d.presented_on) >= d.presented_on
          AND coalesce(d.matures_on, r.matures_on, 'infinity') >= coalesce(d.accepted_on, r.accepted_on, d.presented_on)`,
    );
    await runner.query(
      `UPDATE receivables r SET presented_on = d.presented_on, accepted_on = d.accepted_on, matures_on = d.matures_on
        FROM letter_of_credit_drawings d WHERE d.id = r.drawing_id`,
    );
    await runner.query(
      `UPDATE receivables SET notes = concat_ws(E'\\n', notes, 'Of the documents was said: ' || ${SAID} || '.'),
         presented_on = NULL, accepted_on = NULL, matures_on = NULL
        WHERE letter_of_credit_id IS NOT NULL AND drawing_id IS NULL AND coalesce(presented_on, accepted_on, matures_on) IS NOT NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "receivables" DROP COLUMN "drawing_id"`);
  }
}
