import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An offer names its order, as everything does that can lie in the trash. */
export class OfferOrder1795263520000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE mill_offers ADD order_id uuid`);
    await runner.query(`UPDATE mill_offers SET order_id = l.order_id FROM order_lines l WHERE l.id = order_line_id`);
    await runner.query(
      `ALTER TABLE mill_offers ALTER order_id SET NOT NULL,
         ADD CONSTRAINT fk_mill_offers_order_id FOREIGN KEY (order_id) REFERENCES orders(id) ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(`CREATE INDEX ix_mill_offers_order ON mill_offers (order_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE mill_offers DROP order_id`);
  }
}
