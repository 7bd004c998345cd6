import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a piece takes and what a roll holds: with them pieces and rolls convert into weight and length. */
export class FabricFactors1795263500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE order_styles
         ADD consumption_per_piece numeric(14,4),
         ADD consumption_unit character varying(20) NOT NULL DEFAULT 'kg',
         ADD roll_quantity numeric(14,3),
         ADD roll_unit character varying(20) NOT NULL DEFAULT 'kg',
         ADD CONSTRAINT ck_order_styles_consumption CHECK (consumption_per_piece > 0),
         ADD CONSTRAINT ck_order_styles_consumption_unit CHECK (consumption_unit IN ('kg', 'g', 'lbs', 'meters', 'yards', 'square_meters')),
         ADD CONSTRAINT ck_order_styles_roll CHECK (roll_quantity > 0),
         ADD CONSTRAINT ck_order_styles_roll_unit CHECK (roll_unit IN ('kg', 'g', 'lbs', 'meters', 'yards'))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE order_styles DROP consumption_per_piece, DROP consumption_unit, DROP roll_quantity, DROP roll_unit`,
    );
  }
}
