import type { ClientBase } from 'pg';
import { DUE_HASH } from '../platform/events/chain';

/** What happened to each order, in this order and without a gap: `data` is what the event tells. */
const HAPPENED = [
  `SELECT 1 AS step, m.at, m.id AS stream_id, 'order.created' AS name, 'order' AS subject_type, m.id AS subject_id, m.merchandiser AS actor_id,
     jsonb_build_object('orderNumber', 'PO-' || (1000000 + m.n), 'customerName', m.customer, 'lines', 2) AS after
   FROM made m`,
  `SELECT 2, m.at + interval '3 days', m.id, 'proforma_invoice.raised', 'proforma_invoice', p.id, m.merchandiser,
     jsonb_build_object('piNumber', p.pi_number, 'version', p.version, 'amount', p.amount, 'currency', p.currency)
   FROM proforma_invoices p JOIN made m ON m.id = p.order_id`,
  `SELECT 3, m.at + interval '20 days', m.id, 'letter_of_credit.recorded', 'letter_of_credit', c.id, m.merchandiser,
     jsonb_build_object('lcNumber', c.lc_number, 'amount', c.amount, 'currency', c.currency)
   FROM letters_of_credit c JOIN made m ON m.id = c.order_id`,
  `SELECT 4, m.at + (45 + m.n % 15) * interval '1 day', m.id, 'order.delivered', 'order', m.id, m.merchandiser,
     jsonb_build_object('currentStage', 'Delivered', 'actualDeliveryDate', m.ordered + 45 + m.n % 15)
   FROM made m WHERE m.status = 'completed'`,
];

/** All of it as rows of `domain_events` but for their hashes, numbered as it happened. */
const TOLD = `
  CREATE UNLOGGED TABLE told AS
  SELECT step, key_at(at) AS id, row_number() OVER (ORDER BY at, step) AS sequence, stream_id, name, subject_type, subject_id,
    1 AS subject_version, stream_id AS order_id, NULL::uuid AS order_line_id, actor_id,
    jsonb_build_object('before', '{}'::jsonb, 'after', after) AS data, at AS occurred_at, at AS recorded_at, NULL::text AS request_id
  FROM (${HAPPENED.join('\n  UNION ALL ')}) happened WHERE at <= now()`;

const COLUMNS = `id, sequence, stream_id, name, subject_type, subject_id, subject_version, order_id, order_line_id, actor_id, data,
  occurred_at, recorded_at, request_id, previous_hash`;

/** The entries of one step, each with the hash of the one before it in its history: the triggers would read them one by one. */
const chained = (step: number): string => `
  CREATE UNLOGGED TABLE chained_${step} AS SELECT ${COLUMNS}, ${DUE_HASH} AS hash
  FROM (SELECT told.*, '2:'::text AS hash, ${
    step === 1
      ? 'NULL::text AS previous_hash FROM told'
      : `before.hash AS previous_hash FROM told JOIN chained_${step - 1} before USING (stream_id)`
  } WHERE step = ${step}) entered`;

const STEPS = HAPPENED.map((_, index) => index + 1);

const ENTERED = `
  INSERT INTO domain_events (${COLUMNS}, hash, words)
  SELECT *, event_words(name, subject_type, data, actor_id, order_id)
  FROM (${STEPS.map((step) => `SELECT * FROM chained_${step}`).join(' UNION ALL ')}) told ORDER BY sequence`;

const ENDS = `
  INSERT INTO domain_event_ends (stream_id, entries, hash)
  SELECT DISTINCT ON (stream_id) stream_id, entries, hash
  FROM (${STEPS.map((step) => `SELECT stream_id, ${step} AS entries, hash FROM chained_${step}`).join(' UNION ALL ')}) all_steps
  ORDER BY stream_id, entries DESC`;

/** The history of the large house, chained by hash as its triggers would have. @returns how many entries */
export async function tellLargeHouse(client: ClientBase): Promise<number | null> {
  await client.query(TOLD);
  for (const step of STEPS) await client.query(chained(step));
  const { rowCount } = await client.query(ENTERED);
  await client.query(ENDS);
  await client.query(`SELECT setval('domain_events_sequence', max(sequence)) FROM domain_events`);
  return rowCount;
}
