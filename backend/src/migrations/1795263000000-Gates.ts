import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The board reads by holder and by day; trashed sets are no sets; one set is the default. */
const INDEXES = [
  `CREATE INDEX ix_line_gates_held ON line_gates (holder, held_since, id) WHERE holder IS NOT NULL`,
  `CREATE INDEX ix_line_gates_due ON line_gates (due_on, id) WHERE holder IS NOT NULL`,
  `CREATE INDEX ix_line_gates_condition ON line_gates (order_id) WHERE condition IS NOT NULL AND condition_met_on IS NULL`,
  `CREATE UNIQUE INDEX uq_gate_sets_name ON gate_sets (lower(name)) WHERE deleted_at IS NULL`,
  `CREATE UNIQUE INDEX uq_gate_sets_default ON gate_sets (is_default) WHERE is_default AND deleted_at IS NULL`,
];

/** What was overridden is never changed or removed: not even with its order. */
const APPEND_ONLY = [
  `CREATE TRIGGER gate_overrides_append_only BEFORE UPDATE OR DELETE ON gate_overrides
   FOR EACH ROW EXECUTE FUNCTION refuse_history_change()`,
  `CREATE TRIGGER gate_overrides_no_truncate BEFORE TRUNCATE ON gate_overrides
   FOR EACH STATEMENT EXECUTE FUNCTION refuse_history_change()`,
];

const NAMES = {
  price: 'Price',
  quality: 'Quality',
  labDip: 'Lab dip',
  strikeOff: 'Strike-off',
  handloom: 'Handloom',
  aop: 'AOP',
  qualityTest: 'Quality test',
  bulkSwatch: 'Bulk swatch',
  ppSample: 'PP sample',
};
type Key = keyof typeof NAMES;

/** Days until the first round goes out, then how long mill, buyer and laboratory take: what is usual in the trade. */
const gate = (key: Key, send: number, mill: number, buyer: number) => ({
  key,
  name: NAMES[key],
  days: { send, us: 3, mill, buyer, lab: 5 },
});
const PRICE = gate('price', 5, 3, 4);
const QUALITY = gate('quality', 10, 7, 5);
const LATE_GATES = [gate('qualityTest', 35, 7, 5), gate('bulkSwatch', 55, 7, 4), gate('ppSample', 45, 10, 7)];

const SETS = [
  {
    name: 'Printed (AOP)',
    words: ['print', 'printed', 'prints', 'aop', 'all over print', 'rotary', 'digital print'],
    gates: [
      PRICE,
      QUALITY,
      gate('labDip', 12, 7, 5),
      gate('strikeOff', 16, 8, 5),
      gate('aop', 24, 8, 5),
      ...LATE_GATES,
    ],
  },
  {
    name: 'Yarn-dyed',
    words: ['yarn dyed', 'stripe', 'striped', 'check', 'checked', 'plaid', 'gingham', 'chambray', 'oxford', 'denim'],
    gates: [PRICE, QUALITY, gate('handloom', 16, 10, 6), ...LATE_GATES],
  },
  {
    name: 'Solid dyed',
    words: [] as string[],
    gates: [PRICE, QUALITY, gate('labDip', 14, 7, 5), ...LATE_GATES],
  },
];

/** Lines that are there get the gates of their fabric, and every gate that something was recorded on. */
const BACKFILL = [
  `INSERT INTO line_gates (id, order_id, order_line_id, gate_key, name, position, days, holder, held_since, due_on)
   SELECT gen_random_uuid(), l.order_id, l.id, g.value ->> 'key', g.value ->> 'name', g.ordinality, g.value -> 'days', 'us',
     l.created_at::date, l.created_at::date + (g.value -> 'days' ->> 'send')::int
   FROM order_lines l JOIN orders o ON o.id = l.order_id JOIN order_styles s ON s.id = l.style_id
   CROSS JOIN LATERAL (SELECT ' ' || regexp_replace(lower(coalesce(s.fabric_type, o.fabric_type)), '[^[:alnum:]]+', ' ', 'g') || ' ' AS fabric,
     ' ' || regexp_replace(lower(coalesce(l.cad_name, '')), '[^[:alnum:]]+', ' ', 'g') || ' ' AS cad) said
   CROSS JOIN LATERAL (
     SELECT sets.gates FROM gate_sets sets
     WHERE sets.is_default OR EXISTS (SELECT 1 FROM jsonb_array_elements_text(sets.words) word
       WHERE said.fabric LIKE '% ' || word || ' %' OR said.cad LIKE '% ' || word || ' %')
     ORDER BY EXISTS (SELECT 1 FROM jsonb_array_elements_text(sets.words) word WHERE said.fabric LIKE '% ' || word || ' %') DESC,
       sets.is_default, sets.position LIMIT 1) chosen
   CROSS JOIN jsonb_array_elements(chosen.gates) WITH ORDINALITY g`,
  `INSERT INTO line_gates (id, order_id, order_line_id, gate_key, name, position, days, status, round, holder, held_since, due_on)
   SELECT gen_random_uuid(), l.order_id, l.id, a.key, coalesce($1::jsonb ->> a.key, a.key), 50, '{"send": 14, "us": 3, "mill": 7, "buyer": 5, "lab": 5}',
     a.value, happened.rounds,
     CASE a.value WHEN 'approved' THEN NULL WHEN 'rejected' THEN CASE a.key WHEN 'price' THEN 'us' ELSE 'mill' END
       ELSE CASE a.key WHEN 'qualityTest' THEN 'lab' ELSE 'buyer' END END,
     CASE WHEN a.value <> 'approved' THEN happened.last END, NULL
   FROM order_lines l CROSS JOIN jsonb_each_text(l.approval_status) a
   CROSS JOIN LATERAL (SELECT coalesce(max(h.occurred_at), l.updated_at)::date AS last,
     1 + count(*) FILTER (WHERE h.status = 'resubmission')::int AS rounds
     FROM approval_history h WHERE h.order_line_id = l.id AND h.approval_type = a.key) happened
   ON CONFLICT (order_line_id, gate_key) DO UPDATE SET status = excluded.status, round = excluded.round,
     holder = excluded.holder, held_since = excluded.held_since`,
  `UPDATE line_gates SET due_on = held_since + (days ->> holder)::int WHERE status IS NOT NULL AND holder IS NOT NULL`,
  `UPDATE line_gates SET due_on = NULL WHERE holder IS NULL`,
];

export class Gates1795263000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "approval_history" ADD "condition" text`);
    await runner.query(`ALTER TABLE "approval_history" ALTER COLUMN "approval_type" TYPE character varying(120)`);
    await runner.query(
      `CREATE TABLE "gate_overrides" ("id" uuid NOT NULL, "order_id" uuid NOT NULL, "step" character varying(20) NOT NULL, "gates" jsonb NOT NULL, "reason" text NOT NULL, "overridden_by_id" uuid, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "ck_gate_overrides_step" CHECK (step IN ('dyeing', 'cutting', 'completion', 'delivery')), CONSTRAINT "pk_gate_overrides" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "ix_gate_overrides_order" ON "gate_overrides"  ("order_id", "created_at") `);
    await runner.query(
      `CREATE TABLE "gate_sets" ("id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "row_version" integer NOT NULL DEFAULT '1', "deleted_at" TIMESTAMP WITH TIME ZONE, "name" character varying(100) NOT NULL, "words" jsonb NOT NULL DEFAULT '[]', "gates" jsonb NOT NULL, "position" integer NOT NULL DEFAULT '0', "is_default" boolean NOT NULL DEFAULT false, CONSTRAINT "pk_gate_sets" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE TABLE "line_gates" ("id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "row_version" integer NOT NULL DEFAULT '1', "deleted_at" TIMESTAMP WITH TIME ZONE, "order_id" uuid NOT NULL, "order_line_id" uuid NOT NULL, "gate_key" character varying(120) NOT NULL, "name" character varying(100) NOT NULL, "position" integer NOT NULL DEFAULT '0', "status" character varying(20), "round" integer NOT NULL DEFAULT '0', "holder" character varying(10), "held_since" date, "due_on" date, "handed_over_on" date, "days" jsonb NOT NULL, "condition" text, "condition_met_on" date, "condition_met_by_id" uuid, CONSTRAINT "ck_line_gates_condition_met" CHECK (condition_met_on IS NULL OR condition IS NOT NULL), CONSTRAINT "ck_line_gates_condition" CHECK (condition IS NULL OR status = 'approved'), CONSTRAINT "ck_line_gates_held" CHECK ((holder IS NULL) = (held_since IS NULL)), CONSTRAINT "ck_line_gates_holder" CHECK (holder IN ('us', 'mill', 'buyer', 'lab')), CONSTRAINT "ck_line_gates_status" CHECK (status IN ('submission', 'resubmission', 'approved', 'rejected')), CONSTRAINT "pk_line_gates" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "ix_line_gates_order" ON "line_gates"  ("order_id") `);
    await runner.query(`CREATE UNIQUE INDEX "uq_line_gates_key" ON "line_gates"  ("order_line_id", "gate_key") `);
    await runner.query(
      `ALTER TABLE "line_gates" ADD CONSTRAINT "fk_line_gates_order_id" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "line_gates" ADD CONSTRAINT "fk_line_gates_order_line_id" FOREIGN KEY ("order_line_id") REFERENCES "order_lines"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "line_gates" ADD CONSTRAINT "fk_line_gates_condition_met_by_id" FOREIGN KEY ("condition_met_by_id") REFERENCES "user_profiles"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    // Written by hand: what entities cannot say.
    for (const statement of [...INDEXES, ...APPEND_ONLY]) await runner.query(statement);
    for (const [index, { name, words, gates }] of SETS.entries())
      await runner.query(
        `INSERT INTO gate_sets (id, name, words, gates, position, is_default) VALUES (gen_random_uuid(), $1, $2, $3, $4, $5)`,
        [name, JSON.stringify(words), JSON.stringify(gates), index + 1, words.length === 0],
      );
    for (const statement of BACKFILL)
      await runner.query(statement, statement.includes('$1') ? [JSON.stringify(NAMES)] : []);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "line_gates"`);
    await runner.query(`DROP TABLE "gate_sets"`);
    await runner.query(`DROP TABLE "gate_overrides"`);
    await runner.query(`ALTER TABLE "approval_history" ALTER COLUMN "approval_type" TYPE character varying(40)`);
    await runner.query(`ALTER TABLE "approval_history" DROP COLUMN "condition"`);
  }
}
