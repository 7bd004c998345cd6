import type { MigrationInterface, QueryRunner } from 'typeorm';

const COLUMNS = [
  'planned_arrival',
  'planned_departure',
  'notify_party',
  'consignee',
  'incoterm_place',
  'incoterm',
  'final_destination',
  'port_of_discharge_name',
  'port_of_discharge_code',
  'port_of_loading_name',
  'port_of_loading_code',
  'flight_number',
  'voyage_number',
  'vessel_name',
  'load',
  'mode',
  'number_reason',
];

/** What a shipment carries, in which boxes and packages, how it travels and what was promised. Those of before keep nulls. */
export class Cargo1795360700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "shipment_containers" ("id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "shipment_id" uuid NOT NULL, "sequence_number" integer NOT NULL, "container_number" character varying(20) NOT NULL, "number_reason" text, "size" character varying(4) NOT NULL, "seal_number" character varying(50), CONSTRAINT "uq_shipment_containers_number" UNIQUE ("shipment_id", "container_number"), CONSTRAINT "ck_shipment_containers_size" CHECK (size IN ('20', '40', '40HC', '45HC')), CONSTRAINT "pk_shipment_containers" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "ix_shipment_containers_number" ON "shipment_containers" ("container_number")`);
    await runner.query(
      `CREATE TABLE "shipment_lines" ("id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "shipment_id" uuid NOT NULL, "order_line_id" uuid NOT NULL, "sequence_number" integer NOT NULL, "quantity" numeric(14,3) NOT NULL, "unit" character varying(20) NOT NULL, "unit_price" numeric(14,4), "description" text, CONSTRAINT "uq_shipment_lines_order_line" UNIQUE ("shipment_id", "order_line_id"), CONSTRAINT "ck_shipment_lines_unit_price" CHECK (unit_price >= 0), CONSTRAINT "ck_shipment_lines_unit" CHECK (unit IN ('kg', 'g', 'lbs', 'meters', 'yards', 'pieces', 'rolls')), CONSTRAINT "ck_shipment_lines_quantity" CHECK (quantity > 0), CONSTRAINT "pk_shipment_lines" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "ix_shipment_lines_order_line" ON "shipment_lines" ("order_line_id")`);
    await runner.query(
      `CREATE TABLE "shipment_packages" ("id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "shipment_id" uuid NOT NULL, "sequence_number" integer NOT NULL, "kind" character varying(10) NOT NULL, "first_number" integer NOT NULL, "last_number" integer NOT NULL, "net_kg" numeric(10,3), "gross_kg" numeric(10,3), "length_cm" numeric(7,1), "width_cm" numeric(7,1), "height_cm" numeric(7,1), CONSTRAINT "ck_shipment_packages_all_measures" CHECK (num_nulls(length_cm, width_cm, height_cm) IN (0, 3)), CONSTRAINT "ck_shipment_packages_measures" CHECK (length_cm > 0 AND width_cm > 0 AND height_cm > 0), CONSTRAINT "ck_shipment_packages_gross" CHECK (gross_kg >= net_kg), CONSTRAINT "ck_shipment_packages_net" CHECK (net_kg > 0), CONSTRAINT "ck_shipment_packages_numbers" CHECK (first_number > 0 AND last_number >= first_number), CONSTRAINT "ck_shipment_packages_kind" CHECK (kind IN ('carton', 'roll', 'bale', 'pallet')), CONSTRAINT "pk_shipment_packages" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE INDEX "ix_shipment_packages_shipment" ON "shipment_packages" ("shipment_id", "sequence_number")`,
    );
    await runner.query(
      `CREATE TABLE "package_contents" ("package_id" uuid NOT NULL, "shipment_line_id" uuid NOT NULL, "quantity" numeric(14,3) NOT NULL, CONSTRAINT "ck_package_contents_quantity" CHECK (quantity > 0), CONSTRAINT "pk_package_contents" PRIMARY KEY ("package_id", "shipment_line_id"))`,
    );
    await runner.query(`CREATE INDEX "ix_package_contents_line" ON "package_contents" ("shipment_line_id")`);
    await runner.query(`ALTER TABLE "shipments" ADD "number_reason" text`);
    await runner.query(`ALTER TABLE "shipments" ADD "mode" character varying(10)`);
    await runner.query(`ALTER TABLE "shipments" ADD "load" character varying(3)`);
    await runner.query(`ALTER TABLE "shipments" ADD "vessel_name" character varying(255)`);
    await runner.query(`ALTER TABLE "shipments" ADD "voyage_number" character varying(50)`);
    await runner.query(`ALTER TABLE "shipments" ADD "flight_number" character varying(50)`);
    await runner.query(`ALTER TABLE "shipments" ADD "port_of_loading_code" character varying(5)`);
    await runner.query(`ALTER TABLE "shipments" ADD "port_of_loading_name" character varying(255)`);
    await runner.query(`ALTER TABLE "shipments" ADD "port_of_discharge_code" character varying(5)`);
    await runner.query(`ALTER TABLE "shipments" ADD "port_of_discharge_name" character varying(255)`);
    await runner.query(`ALTER TABLE "shipments" ADD "final_destination" character varying(255)`);
    await runner.query(`ALTER TABLE "shipments" ADD "incoterm" character varying(3)`);
    await runner.query(`ALTER TABLE "shipments" ADD "incoterm_place" character varying(255)`);
    await runner.query(`ALTER TABLE "shipments" ADD "consignee" text`);
    await runner.query(`ALTER TABLE "shipments" ADD "notify_party" text`);
    await runner.query(`ALTER TABLE "shipments" ADD "planned_departure" date`);
    await runner.query(`ALTER TABLE "shipments" ADD "planned_arrival" date`);
    await runner.query(
      `ALTER TABLE "shipments" ADD CONSTRAINT "ck_shipments_planned_arrival" CHECK (planned_arrival >= planned_departure)`,
    );
    await runner.query(
      `ALTER TABLE "shipments" ADD CONSTRAINT "ck_shipments_port_of_discharge_code" CHECK (port_of_discharge_code ~ '^[A-Z]{2}[A-Z2-9]{3}$')`,
    );
    await runner.query(
      `ALTER TABLE "shipments" ADD CONSTRAINT "ck_shipments_port_of_loading_code" CHECK (port_of_loading_code ~ '^[A-Z]{2}[A-Z2-9]{3}$')`,
    );
    await runner.query(
      `ALTER TABLE "shipments" ADD CONSTRAINT "ck_shipments_incoterm" CHECK (incoterm IN ('EXW', 'FCA', 'CPT', 'CIP', 'DAP', 'DPU', 'DDP', 'FAS', 'FOB', 'CFR', 'CIF'))`,
    );
    await runner.query(`ALTER TABLE "shipments" ADD CONSTRAINT "ck_shipments_load" CHECK (load IN ('fcl', 'lcl'))`);
    await runner.query(
      `ALTER TABLE "shipments" ADD CONSTRAINT "ck_shipments_mode" CHECK (mode IN ('sea', 'air', 'courier', 'road'))`,
    );
    await runner.query(
      `ALTER TABLE "shipment_containers" ADD CONSTRAINT "fk_shipment_containers_shipment_id" FOREIGN KEY ("shipment_id") REFERENCES "shipments"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "shipment_lines" ADD CONSTRAINT "fk_shipment_lines_shipment_id" FOREIGN KEY ("shipment_id") REFERENCES "shipments"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "shipment_lines" ADD CONSTRAINT "fk_shipment_lines_order_line_id" FOREIGN KEY ("order_line_id") REFERENCES "order_lines"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "shipment_packages" ADD CONSTRAINT "fk_shipment_packages_shipment_id" FOREIGN KEY ("shipment_id") REFERENCES "shipments"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "package_contents" ADD CONSTRAINT "fk_package_contents_package_id" FOREIGN KEY ("package_id") REFERENCES "shipment_packages"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "package_contents" ADD CONSTRAINT "fk_package_contents_shipment_line_id" FOREIGN KEY ("shipment_line_id") REFERENCES "shipment_lines"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "package_contents"`);
    await runner.query(`DROP TABLE "shipment_packages"`);
    await runner.query(`DROP TABLE "shipment_lines"`);
    await runner.query(`DROP TABLE "shipment_containers"`);
    for (const column of COLUMNS) await runner.query(`ALTER TABLE "shipments" DROP COLUMN "${column}"`);
  }
}
