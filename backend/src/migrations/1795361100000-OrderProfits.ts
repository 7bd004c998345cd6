import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Kept by the worker: what is there already is reckoned by its first quarter of an hour. */
export class OrderProfits1795361100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "exchange_rates" ("id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "row_version" integer NOT NULL DEFAULT '1', "deleted_at" TIMESTAMP WITH TIME ZONE, "from_currency" character varying(3) NOT NULL, "to_currency" character varying(3) NOT NULL, "rate" numeric(18,8) NOT NULL, "rated_on" date NOT NULL, "source" character varying(100) NOT NULL, CONSTRAINT "ck_exchange_rates_currencies" CHECK (from_currency ~ '^[A-Z]{3}$' AND to_currency ~ '^[A-Z]{3}$'), CONSTRAINT "ck_exchange_rates_pair" CHECK (from_currency <> to_currency), CONSTRAINT "ck_exchange_rates_rate" CHECK (rate > 0), CONSTRAINT "pk_exchange_rates" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "uq_exchange_rates_day" ON "exchange_rates"  ("from_currency", "to_currency", "rated_on") WHERE deleted_at IS NULL`,
    );
    await runner.query(
      `CREATE TABLE "order_profits" ("id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "row_version" integer NOT NULL DEFAULT '1', "deleted_at" TIMESTAMP WITH TIME ZONE, "order_id" uuid NOT NULL, "currency" character varying(3) NOT NULL, "value" numeric(18,3) NOT NULL, "potential_profit" numeric(18,3) NOT NULL, "realized_value" numeric(18,3) NOT NULL, "realized_profit" numeric(18,3) NOT NULL, "unpriced_lines" integer NOT NULL, CONSTRAINT "pk_order_profits" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE UNIQUE INDEX "uq_order_profits_currency" ON "order_profits"  ("order_id", "currency") `);
    await runner.query(
      `ALTER TABLE "order_profits" ADD CONSTRAINT "fk_order_profits_order_id" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    for (const figure of ['potential_profit', 'realized_profit', 'value'])
      await runner.query(
        `CREATE INDEX ix_order_profits_${figure.replace('_profit', '')} ON order_profits (${figure}, id)`,
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "order_profits" DROP CONSTRAINT "fk_order_profits_order_id"`);
    await runner.query(`DROP INDEX "public"."uq_order_profits_currency"`);
    await runner.query(`DROP TABLE "order_profits"`);
    await runner.query(`DROP INDEX "public"."uq_exchange_rates_day"`);
    await runner.query(`DROP TABLE "exchange_rates"`);
  }
}
