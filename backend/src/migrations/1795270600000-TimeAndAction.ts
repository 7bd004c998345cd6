import type { MigrationInterface, QueryRunner } from 'typeorm';

type Wait = string | [key: string, lag: number];
const step = (key: string, label: string, holder: string, days: number, ...after: Wait[]) => ({
  key,
  label,
  holder,
  days,
  after: after.map((each) => (typeof each === 'string' ? { key: each, lag: 0 } : { key: each[0], lag: each[1] })),
});

/** From the yarn to the day the garments leave: the columns of the house's sheet, with the times that its sheets show. */
const LOCAL = [
  step('yarnBooked', 'Yarn booked', 'us', 2),
  step('yarnReceived', 'Yarn received', 'mill', 7, 'yarnBooked'),
  step('labDipSubmitted', 'Lab dip submitted', 'mill', 6),
  step('labDipApproved', 'Lab dip approved', 'buyer', 4, 'labDipSubmitted'),
  step('knittingStart', 'Knitting start', 'mill', 3, 'yarnReceived'),
  step('ppYards', 'PP yards', 'mill', 3, 'knittingStart'),
  step('fitCumPpSubmitted', 'Fit-cum-PP submitted', 'us', 3, 'ppYards'),
  step('fitCumPpComments', 'Fit-cum-PP comments', 'buyer', 6, 'fitCumPpSubmitted'),
  step('dyeingStart', 'Dyeing start', 'mill', 4, 'knittingStart', 'labDipApproved'),
  step('firstBulkSubmission', 'First bulk submission', 'mill', 3, 'dyeingStart'),
  step('knittingComplete', 'Knitting complete', 'mill', 15, 'knittingStart'),
  step('dyeingComplete', 'Dyeing complete', 'mill', 4, 'knittingComplete', ['dyeingStart', 14]),
  step('bulkSizeSet', 'Bulk size set', 'mill', 5, 'fitCumPpSubmitted'),
  step('cuttingStart', 'Cutting start', 'mill', 1, 'bulkSizeSet', 'fitCumPpComments', ['dyeingStart', 9]),
  step('cuttingComplete', 'Cutting complete', 'mill', 4, 'dyeingComplete', ['cuttingStart', 8]),
  step('printSent', 'Print sent', 'mill', 1, 'cuttingStart'),
  step('printReceived', 'Print received', 'mill', 4, 'printSent'),
  step('sewingInput', 'Sewing input', 'mill', 2, 'cuttingStart', 'printReceived'),
  step('sewingFinish', 'Sewing finish', 'mill', 9, 'cuttingComplete', ['sewingInput', 9]),
  step('packingComplete', 'Packing complete', 'mill', 2, 'sewingFinish'),
  step('finalInspection', 'Final inspection', 'us', 1, 'packingComplete'),
  step('exFactory', 'Ex-factory', 'mill', 2, 'finalInspection'),
];

/** From the PI to the day the fabric is on its way. */
const FOREIGN = [
  step('piSent', 'PI sent', 'us', 2),
  step('piConfirmed', 'PI confirmed', 'buyer', 4, 'piSent'),
  step('lcReceived', 'LC received', 'bank', 10, 'piConfirmed'),
  step('labDipSubmitted', 'Lab dip submitted', 'mill', 6),
  step('labDipApproved', 'Lab dip approved', 'buyer', 5, 'labDipSubmitted'),
  step('strikeOffSubmitted', 'Strike-off submitted', 'mill', 7, 'labDipSubmitted'),
  step('strikeOffApproved', 'Strike-off approved', 'buyer', 5, 'strikeOffSubmitted'),
  step('yarnBooked', 'Yarn booked', 'mill', 2, 'piConfirmed'),
  step('yarnReceived', 'Yarn received', 'mill', 8, 'yarnBooked'),
  step('knittingStart', 'Knitting start', 'mill', 2, 'yarnReceived'),
  step('knittingComplete', 'Knitting complete', 'mill', 12, 'knittingStart'),
  step('dyeingStart', 'Dyeing start', 'mill', 3, 'knittingStart', 'labDipApproved', 'strikeOffApproved'),
  step('dyeingComplete', 'Dyeing complete', 'mill', 4, 'knittingComplete', ['dyeingStart', 8]),
  step('finishingComplete', 'Finishing complete', 'mill', 3, 'dyeingComplete'),
  step('firstBulkSubmission', 'First bulk submission', 'mill', 4, 'dyeingStart'),
  step('bulkSwatchApproved', 'Bulk swatch approved', 'buyer', 5, 'firstBulkSubmission'),
  step('finalInspection', 'Final inspection', 'us', 2, 'finishingComplete', 'bulkSwatchApproved'),
  step('exFactory', 'Ex-factory', 'mill', 2, 'finalInspection', 'lcReceived'),
  step('shipped', 'Shipped', 'us', 2, 'exFactory'),
];

const yearly = (...days: [monthDay: string, name: string][]) =>
  [2026, 2027, 2028].flatMap((year) => days.map(([monthDay, name]) => ({ day: `${year}-${monthDay}`, name })));

/** Of fixed date. Eid and the other days by the moon are entered when they are announced. */
const BANGLADESH = yearly(
  ['02-21', 'Language Martyrs’ Day'],
  ['03-26', 'Independence Day'],
  ['04-14', 'Bengali New Year'],
  ['05-01', 'May Day'],
  ['12-16', 'Victory Day'],
);
const ABROAD = yearly(
  ['01-01', 'New Year'],
  ['05-01', 'Labour Day'],
  ['12-25', 'Christmas Day'],
  ['12-26', 'Boxing Day'],
);

const CALENDARS = [
  { holder: 'us', weekend: [5], holidays: BANGLADESH },
  { holder: 'mill', weekend: [5], holidays: BANGLADESH },
  { holder: 'buyer', weekend: [6, 7], holidays: ABROAD },
  { holder: 'lab', weekend: [5], holidays: BANGLADESH },
  { holder: 'bank', weekend: [5, 6], holidays: BANGLADESH },
];

const TEMPLATES = [
  { name: 'Local order', orderType: 'local', steps: LOCAL },
  { name: 'Foreign order', orderType: 'foreign', steps: FOREIGN },
];

/** Written by hand: what entities cannot say. */
const INDEXES = [
  `CREATE UNIQUE INDEX uq_working_calendars_party ON working_calendars (holder, lower(coalesce(party_name, ''))) WHERE deleted_at IS NULL`,
  `CREATE UNIQUE INDEX uq_tna_templates_name ON tna_templates (lower(name)) WHERE deleted_at IS NULL`,
  `CREATE INDEX ix_line_plans_slack ON line_plans (slack_days, id) WHERE slack_days IS NOT NULL`,
];

export class TimeAndAction1795270600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "working_calendars" ("id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "row_version" integer NOT NULL DEFAULT '1', "deleted_at" TIMESTAMP WITH TIME ZONE, "holder" character varying(10) NOT NULL, "party_name" character varying(255), "weekend" smallint array NOT NULL, "holidays" jsonb NOT NULL DEFAULT '[]', CONSTRAINT "ck_working_calendars_party" CHECK (party_name IS NULL OR holder IN ('mill', 'buyer')), CONSTRAINT "ck_working_calendars_weekend" CHECK (weekend <@ ARRAY[1,2,3,4,5,6,7]::smallint[] AND cardinality(weekend) <= 6), CONSTRAINT "ck_working_calendars_holder" CHECK (holder IN ('us', 'mill', 'buyer', 'lab', 'bank')), CONSTRAINT "pk_working_calendars" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE TABLE "tna_templates" ("id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "row_version" integer NOT NULL DEFAULT '1', "deleted_at" TIMESTAMP WITH TIME ZONE, "name" character varying(100) NOT NULL, "order_type" character varying(20), "buyers" jsonb NOT NULL DEFAULT '[]', "words" jsonb NOT NULL DEFAULT '[]', "steps" jsonb NOT NULL, "position" integer NOT NULL DEFAULT '0', CONSTRAINT "ck_tna_templates_order_type" CHECK (order_type IN ('foreign', 'local')), CONSTRAINT "pk_tna_templates" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE TABLE "line_plans" ("id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "row_version" integer NOT NULL DEFAULT '1', "deleted_at" TIMESTAMP WITH TIME ZONE, "order_id" uuid NOT NULL, "order_line_id" uuid NOT NULL, "template_id" uuid, "forecast_on" date, "slack_days" integer, "urgency" character varying(10), "chain" jsonb NOT NULL DEFAULT '[]', "steps" jsonb NOT NULL DEFAULT '[]', "reckoned_on" date NOT NULL, CONSTRAINT "ck_line_plans_slack" CHECK ((slack_days IS NULL) = (urgency IS NULL)), CONSTRAINT "ck_line_plans_urgency" CHECK (urgency IN ('late', 'at_risk', 'watch', 'fine')), CONSTRAINT "pk_line_plans" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "ix_line_plans_order" ON "line_plans"  ("order_id") `);
    await runner.query(`CREATE INDEX "ix_line_plans_template" ON "line_plans"  ("template_id") `);
    await runner.query(`CREATE UNIQUE INDEX "uq_line_plans_line" ON "line_plans"  ("order_line_id") `);
    await runner.query(
      `ALTER TABLE "line_plans" ADD CONSTRAINT "fk_line_plans_order_id" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "line_plans" ADD CONSTRAINT "fk_line_plans_order_line_id" FOREIGN KEY ("order_line_id") REFERENCES "order_lines"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "line_plans" ADD CONSTRAINT "fk_line_plans_template_id" FOREIGN KEY ("template_id") REFERENCES "tna_templates"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await runner.query(`ALTER TABLE "line_milestones" DROP CONSTRAINT "ck_line_milestones_milestone"`);
    await runner.query(`ALTER TABLE "line_milestones" ALTER COLUMN "milestone" TYPE character varying(120)`);
    await runner.query(`ALTER TABLE "line_milestones" ADD "label" character varying(100)`);
    await runner.query(`ALTER TABLE "line_milestones" ADD "position" integer NOT NULL DEFAULT '0'`);
    await runner.query(`ALTER TABLE "line_milestones" ADD "holder" character varying(10) NOT NULL DEFAULT 'us'`);
    await runner.query(`ALTER TABLE "line_milestones" ADD "days" integer NOT NULL DEFAULT '0'`);
    await runner.query(`ALTER TABLE "line_milestones" ADD "after" jsonb NOT NULL DEFAULT '[]'`);
    await runner.query(`ALTER TABLE "line_milestones" ADD "planned_fixed" boolean NOT NULL DEFAULT false`);
    await runner.query(`ALTER TABLE "line_milestones" ADD "baseline_on" date`);
    for (const statement of INDEXES) await runner.query(statement);
    for (const { holder, weekend, holidays } of CALENDARS)
      await runner.query(
        `INSERT INTO working_calendars (id, holder, weekend, holidays) VALUES (gen_random_uuid(), $1, $2, $3)`,
        [holder, weekend, JSON.stringify(holidays.sort((a, b) => a.day.localeCompare(b.day)))],
      );
    for (const [index, { name, orderType, steps }] of TEMPLATES.entries())
      await runner.query(
        `INSERT INTO tna_templates (id, name, order_type, steps, position) VALUES (gen_random_uuid(), $1, $2, $3, $4)`,
        [name, orderType, JSON.stringify(steps), index + 1],
      );
    await this.nameSteps(runner);
    await runner.query(`ALTER TABLE "line_milestones" ALTER COLUMN "label" SET NOT NULL`);
    await runner.query(
      `ALTER TABLE "line_milestones" ADD CONSTRAINT "ck_line_milestones_holder" CHECK (holder IN ('us', 'mill', 'buyer', 'lab', 'bank'))`,
    );
    await runner.query(`ALTER TABLE "line_milestones" ADD CONSTRAINT "ck_line_milestones_days" CHECK (days >= 0)`);
    await runner.query(
      `ALTER TABLE "line_milestones" ADD CONSTRAINT "ck_line_milestones_fixed" CHECK (NOT planned_fixed OR planned_on IS NOT NULL)`,
    );
  }

  /** Steps that are there get the names, holders and times of the local order's; what was planned for them stands as a person's choice. */
  private async nameSteps(runner: QueryRunner): Promise<void> {
    await runner.query(
      `UPDATE line_milestones m SET label = s.value ->> 'label', position = s.ordinality, holder = s.value ->> 'holder',
         days = (s.value ->> 'days')::int, after = s.value -> 'after', baseline_on = m.planned_on, planned_fixed = m.planned_on IS NOT NULL
       FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY s WHERE s.value ->> 'key' = m.milestone`,
      [JSON.stringify(LOCAL)],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "line_plans"`);
    await runner.query(`DROP TABLE "tna_templates"`);
    await runner.query(`DROP TABLE "working_calendars"`);
    for (const column of ['label', 'position', 'holder', 'days', 'after', 'planned_fixed', 'baseline_on'])
      await runner.query(`ALTER TABLE "line_milestones" DROP COLUMN "${column}" CASCADE`);
    const known = LOCAL.map(({ key }) => `'${key}'`).join(', ');
    await runner.query(`DELETE FROM line_milestones WHERE milestone NOT IN (${known})`);
    await runner.query(`ALTER TABLE "line_milestones" ALTER COLUMN "milestone" TYPE character varying(40)`);
    await runner.query(
      `ALTER TABLE "line_milestones" ADD CONSTRAINT "ck_line_milestones_milestone" CHECK (milestone IN (${known}))`,
    );
  }
}
