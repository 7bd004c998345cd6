import { PLANNED_ORDERS } from './large-plans';
import { BANKS, BUYERS, CARRIERS, COLOURS, FABRICS, MILLS } from './trade';

/** The volumes that speed is measured at (docs/performance.md). */
export const LARGE = {
  users: 50,
  orders: 100_000,
  samplesEach: 3,
  metrics: 200_000,
  entryDays: 8,
  shipments: 60_000,
  notifications: 200_000,
  options: 100_000,
  offers: 200_000,
  comments: 100_000,
  tasks: 100_000,
  documents: 100_000,
};
export type Volumes = typeof LARGE;

const pick = (parameter: string, by: string) =>
  `(${parameter}::text[])[1 + (${by}) % array_length(${parameter}::text[], 1)]`;

/** What is finished and has no plan any longer is archived. */
const KEPT_STATUS = `CASE WHEN m.n > ${PLANNED_ORDERS} THEN 'archived' ELSE m.status END`;

const SWATCH_NOTES = [
  'Cold pad batch, lot 12',
  'A touch bluer, reactive',
  'Enzyme washed, softer hand',
  'Lot 7, tumble dried',
];
const COMMENTS = [
  'The mill asks for two more days on the strike-off.',
  'Buyer wants the next dips a shade deeper under D65.',
  'Shrinkage is within five per cent; sent to the lab again to be sure.',
  'Please book the vessel before the cut-off on Thursday.',
  'Hanger and care label are approved; waiting for the price.',
];
const TASKS = [
  'Chase the mill for the swatches',
  'Send the PI again',
  'Check the shrinkage report',
  'Book the courier',
];

export interface Step {
  what: string;
  /** 0 makes what all others are made of; a step joins what steps of lower numbers filled. */
  stage: 0 | 1 | 2 | 3 | 4;
  /** A table that the steps after it join: what Postgres counted nothing of is joined row by row. */
  counted?: string;
  sql: string;
  values?: unknown[];
}

/** What the large house is filled with, one after the other. */
export const stepsTo = (volumes: Volumes): readonly Step[] => [
  {
    what: 'orders',
    stage: 0,
    counted: 'made',
    // The newest come first: a row each quarter of an hour, the last few thousand still open.
    sql: `CREATE UNLOGGED TABLE made AS
      SELECT n, key_at(at) AS id, at, (at AT TIME ZONE 'Asia/Dhaka')::date AS ordered,
        CASE WHEN n > 6000 THEN 'completed' ELSE (ARRAY['upcoming', 'in_development', 'running', 'bulk'])[1 + n % 4] END AS status,
        ${pick('$1', 'n')} AS customer, ${pick('$2', 'n * 7')} AS fabric, ${pick('$3', 'n * 3')} AS mill,
        people[1 + n % $4::int] AS merchandiser
      FROM (SELECT array_agg(id ORDER BY email) AS people FROM user_profiles) everybody, (SELECT n, date_trunc('milliseconds', now()) - n * interval '15 minutes' AS at FROM generate_series(1, $5::int) n) numbers`,
    values: [
      BUYERS.map(({ customer }) => customer),
      FABRICS.map(({ type }) => type),
      MILLS,
      volumes.users,
      volumes.orders,
    ],
  },
  {
    what: 'order headers',
    stage: 1,
    sql: `INSERT INTO orders (id, uid, created_at, updated_at, row_version, order_number, customer_name, buyer_name, fabric_type,
        mill_name, mill_price, prova_price, currency, quantity, unit, approval_status, etd, earliest_etd, order_date,
        actual_delivery_date, status, category, order_type, current_stage, merchandiser_id, created_by_id, search_text)
      SELECT id, id, at, at, 1, 'PO-' || (1000000 + n), customer, customer, fabric, mill, 2.10, 2.45, 'USD', 3000, 'yards',
        '{"labDip": "approved"}', ordered + 95, ordered + 95, ordered,
        CASE status WHEN 'completed' THEN ordered + 45 + n % 15 END, ${KEPT_STATUS},
        CASE status WHEN 'completed' THEN 'archived' WHEN 'running' THEN 'running' WHEN 'bulk' THEN 'running' ELSE 'upcoming' END,
        'foreign', CASE status WHEN 'completed' THEN 'Delivered' ELSE 'Production' END, merchandiser, merchandiser,
        lower('PO-' || (1000000 + n) || ' ' || customer || ' ' || fabric || ' ' || mill || ' st-' || n) FROM made m`,
  },
  {
    what: 'styles',
    stage: 1,
    counted: 'order_styles',
    sql: `INSERT INTO order_styles (id, created_at, updated_at, row_version, order_id, sequence_number, style_number, fabric_type)
      SELECT key_at(at), at, at, 1, id, 1, 'ST-' || n, fabric FROM made`,
  },
  {
    what: 'lines',
    stage: 2,
    counted: 'order_lines',
    sql: `INSERT INTO order_lines (id, created_at, updated_at, row_version, order_id, style_id, sequence_number, color_code,
        color_name, quantity, unit, mill_name, mill_price, prova_price, currency, etd, approval_status, status)
      SELECT key_at(m.at), m.at, m.at, 1, m.id, s.id, k, 'C' || k, ${pick('$1', 'm.n + k')}, 1000 * k, 'yards', m.mill,
        2.10, 2.45, 'USD', m.ordered + 95, '{"labDip": "approved"}', ${KEPT_STATUS}
      FROM made m JOIN order_styles s ON s.order_id = m.id CROSS JOIN generate_series(1, 2) k`,
    values: [COLOURS.map(([, name]) => name)],
  },
  {
    what: 'gates',
    stage: 3,
    // Of the open orders, each bulk swatch is with the buyer since a day of its own; all else is passed.
    sql: `INSERT INTO line_gates (id, created_at, updated_at, order_id, order_line_id, gate_key, name, position, days, status, round,
        holder, held_since, due_on)
      SELECT key_at(m.at), m.at, m.at, m.id, l.id, gate.key, gate.name, gate.place,
        '{"send": 14, "us": 3, "mill": 7, "buyer": 5, "lab": 5}',
        CASE WHEN waits.so THEN 'submission' ELSE 'approved' END, 1, CASE WHEN waits.so THEN 'buyer' END,
        CASE WHEN waits.so THEN m.ordered + 60 + m.n % 20 END, CASE WHEN waits.so THEN m.ordered + 65 + m.n % 20 END
      FROM made m JOIN order_lines l ON l.order_id = m.id
      CROSS JOIN (VALUES ('labDip', 'Lab dip', 1), ('bulkSwatch', 'Bulk swatch', 2)) gate (key, name, place)
      CROSS JOIN LATERAL (SELECT gate.key = 'bulkSwatch' AND m.status <> 'completed' AS so) waits`,
  },
  {
    what: 'samples',
    stage: 1,
    counted: 'samples',
    sql: `INSERT INTO samples (id, created_at, updated_at, row_version, order_id, round_of_id, type, version, status,
        submission_date, decided_on, recipient, courier_name, awb_number)
      SELECT key_at(at), at, at, 1, id, id, (ARRAY['lab_dip', 'strike_off', 'pp_sample'])[k], 1,
        CASE status WHEN 'completed' THEN 'approved' ELSE 'submitted' END, ordered + 14,
        CASE status WHEN 'completed' THEN ordered + 20 END, customer, ${pick('$2', 'n')}, lpad((n * 10 + k)::text, 10, '1')
      FROM made CROSS JOIN generate_series(1, $1::int) k`,
    values: [volumes.samplesEach, CARRIERS.map(({ name }) => name)],
  },
  {
    what: 'proforma invoices',
    stage: 1,
    sql: `INSERT INTO proforma_invoices (id, created_at, updated_at, row_version, order_id, pi_number, version, status, amount,
        currency, issue_date, created_by_id)
      SELECT key_at(at), at, at, 1, id, 'PI-' || lpad(n::text, 6, '0'), 1,
        CASE status WHEN 'upcoming' THEN 'draft' WHEN 'in_development' THEN 'sent' ELSE 'confirmed' END,
        7350, 'USD', ordered + 3, merchandiser FROM made`,
  },
  {
    what: 'letters of credit',
    stage: 1,
    sql: `INSERT INTO letters_of_credit (id, created_at, updated_at, row_version, order_id, lc_number, status, amount, currency,
        issue_date, expiry_date, issuing_bank, created_by_id)
      SELECT key_at(at), at, at, 1, id, 'DC-' || (1000000 + n), CASE status WHEN 'completed' THEN 'expired' ELSE 'issued' END,
        7350, 'USD', ordered + 20, ordered + 116, ${pick('$1', 'n')}, merchandiser FROM made`,
    values: [BANKS],
  },
  {
    what: 'production entries',
    stage: 3,
    // Of lines in production the last days: what is running is knitted, what is in bulk finished as well.
    sql: `INSERT INTO production_entries (id, created_at, updated_at, row_version, order_id, order_line_id, stage, entry_date,
        quantity, unit, series_id, created_by_id)
      SELECT key, at, at, 1, order_id, line_id, stage, at::date, quantity, 'yards', key, merchandiser
      FROM (SELECT now() - k * interval '1 day' AS at, m.id AS order_id, l.id AS line_id, stage,
              round(l.quantity * (0.04 + 0.01 * (m.n % 5)), 2) AS quantity, m.merchandiser
            FROM made m JOIN order_lines l ON l.order_id = m.id
            JOIN (VALUES ('running', 'knitting'), ('bulk', 'knitting'), ('bulk', 'finishing')) made_in (status, stage)
              ON made_in.status = m.status
            CROSS JOIN generate_series(1, $1::int) k) entered
      -- Of its line and stage too: many entries are of the same moment, and each has a key of its own.
      CROSS JOIN LATERAL (SELECT key_at(at) AS key, line_id AS of_line, stage AS of_stage OFFSET 0) keyed`,
    values: [volumes.entryDays],
  },
  {
    what: 'production entries of what is finished',
    stage: 3,
    sql: `INSERT INTO production_entries (id, created_at, updated_at, row_version, order_id, order_line_id, stage, entry_date,
        quantity, unit, series_id, created_by_id)
      SELECT key, at, at, 1, order_id, line_id, stage, at::date, quantity, 'yards', key, merchandiser
      FROM (SELECT m.at + (30 + k) * interval '1 day' AS at, m.id AS order_id, l.id AS line_id, stage,
              round(l.quantity * 0.34, 2) AS quantity, m.merchandiser
            FROM made m JOIN order_lines l ON l.order_id = m.id CROSS JOIN (VALUES ('knitting'), ('finishing')) made_in (stage)
            CROSS JOIN generate_series(1, 3) k
            WHERE m.status = 'completed' AND m.n <= $1::int) entered
      CROSS JOIN LATERAL (SELECT key_at(at) AS key, line_id AS of_line, stage AS of_stage OFFSET 0) keyed`,
    values: [PLANNED_ORDERS],
  },
  {
    what: 'their sheets of days',
    stage: 4,
    sql: `INSERT INTO production_metrics (id, created_at, updated_at, row_version, order_id, date, unit, knitted_quantity,
        finished_quantity, computed)
      SELECT key_at(max(created_at)), max(created_at), max(created_at), 1, order_id, entry_date, 'yards',
        coalesce(sum(quantity) FILTER (WHERE stage = 'knitting'), 0), coalesce(sum(quantity) FILTER (WHERE stage = 'finishing'), 0), TRUE
      FROM production_entries GROUP BY order_id, entry_date`,
  },
  {
    what: 'daily output',
    stage: 4,
    // On days that have no such sheet.
    sql: `INSERT INTO production_metrics (id, created_at, updated_at, row_version, order_id, date, unit, knitted_quantity,
        dyed_quantity, finished_quantity)
      SELECT key_at(at), at, at, 1, id, ordered + 40 + k, 'kg', 120, 110, 100
      FROM made CROSS JOIN generate_series(1, $1::int / $2::int) k
      WHERE NOT EXISTS (SELECT FROM production_entries e WHERE e.order_id = made.id AND e.entry_date = made.ordered + 40 + k)`,
    values: [volumes.metrics, volumes.orders],
  },
  {
    what: 'shipments',
    stage: 1,
    sql: `INSERT INTO shipments (id, created_at, updated_at, row_version, order_id, carrier_name, awb_number, shipping_date, status)
      SELECT key_at(at), at, at, 1, id, ${pick('$2', 'n')}, '157-' || lpad(n::text, 8, '0'), ordered + 95,
        CASE WHEN n % 9 = 0 THEN 'in_transit' ELSE 'pending' END
      FROM made WHERE n > $3::int - $1::int`,
    values: [volumes.shipments, CARRIERS.map(({ name }) => name), volumes.orders],
  },
  {
    what: 'notifications',
    stage: 1,
    sql: `INSERT INTO notifications (id, created_at, updated_at, user_id, title, message, notification_type, related_id,
        related_type, order_id, is_read, severity)
      SELECT key_at(at), at, at, merchandiser, 'Order PO-' || (1000000 + n) || ' is yours now.',
        'The order of ' || customer || ' was handed over to you.', 'order.assigned', id, 'order', id, n > 2000, 'info'
      FROM made CROSS JOIN generate_series(1, $1::int / $2::int) k`,
    values: [volumes.notifications, volumes.orders],
  },
  {
    what: 'sample options',
    stage: 2,
    sql: `INSERT INTO sample_options (id, created_at, updated_at, row_version, sample_id, label, notes)
      SELECT key_at(s.created_at), s.created_at, s.created_at, 1, s.id, (ARRAY['A', 'B', 'C', 'D', 'E', 'F'])[k], ${pick('$3', 'm.n + k')}
      FROM made m JOIN samples s ON s.order_id = m.id AND s.type = 'lab_dip' CROSS JOIN generate_series(1, $1::int / $2::int) k`,
    values: [volumes.options, volumes.orders, SWATCH_NOTES],
  },
  {
    what: 'mill offers',
    stage: 3,
    // Mills bid for the first line of each order; the first of them got it.
    sql: `INSERT INTO mill_offers (id, created_at, updated_at, row_version, order_id, order_line_id, mill_name, price, currency,
        unit, lead_time_days, valid_until, chosen, created_by_id)
      SELECT key_at(m.at), m.at, m.at, 1, m.id, l.id, ${pick('$3', 'm.n * 3 + k - 1')}, 2.05 + 0.05 * k, 'USD', 'yards',
        35 + m.n % 20, m.ordered + 30, k = 1, m.merchandiser
      FROM made m JOIN order_lines l ON l.order_id = m.id AND l.sequence_number = 1
      CROSS JOIN generate_series(1, $1::int / $2::int) k`,
    values: [volumes.offers, volumes.orders, MILLS],
  },
  {
    what: 'supplier deliveries',
    stage: 3,
    // All of what is completed came, now and then short or over; of what is in bulk the first part.
    sql: `INSERT INTO supplier_deliveries (id, created_at, updated_at, row_version, order_id, order_line_id, style_id, delivery_date,
        delivered_quantity, unit, challan_number, roll_count, created_by_id)
      SELECT key_at(m.at), m.at, m.at, 1, m.id, l.id, l.style_id, m.ordered + 85,
        round(l.quantity * CASE WHEN m.status = 'bulk' THEN 0.4 WHEN m.n % 11 = 0 THEN 0.9 WHEN m.n % 13 = 0 THEN 1.06 ELSE 1 END, 2),
        l.unit, 'CH-' || m.n || '-' || l.sequence_number, 20, m.merchandiser
      FROM made m JOIN order_lines l ON l.order_id = m.id WHERE m.status IN ('completed', 'bulk')`,
  },
  {
    what: 'comments',
    stage: 1,
    sql: `INSERT INTO order_comments (id, created_at, updated_at, row_version, order_id, body, author_id)
      SELECT key_at(at), at, at, 1, id, ${pick('$3', 'n + k')}, merchandiser
      FROM made CROSS JOIN generate_series(1, $1::int / $2::int) k`,
    values: [volumes.comments, volumes.orders, COMMENTS],
  },
  {
    what: 'tasks',
    stage: 1,
    sql: `INSERT INTO order_tasks (id, created_at, updated_at, row_version, order_id, title, assigned_to_id, assigned_by_id, status,
        due_date, completed_at)
      SELECT key_at(at), at, at, 1, id, ${pick('$3', 'n + k')}, merchandiser, merchandiser,
        CASE status WHEN 'completed' THEN 'completed' ELSE 'pending' END, ordered + 50 + n % 30,
        CASE status WHEN 'completed' THEN at END
      FROM made CROSS JOIN generate_series(1, $1::int / $2::int) k`,
    values: [volumes.tasks, volumes.orders, TASKS],
  },
  {
    what: 'documents',
    stage: 1,
    // Rows alone: no bytes lie behind them.
    sql: `INSERT INTO order_documents (id, created_at, updated_at, row_version, order_id, file, file_name, file_type, file_size, sha256,
        category, subcategory, uploaded_by_id, series_id, version, is_current, thumbnail_state)
      SELECT key, at, at, 1, id, 'large/' || key, 'PO-' || (1000000 + n) || '_purchase-order-' || k || '.pdf', 'application/pdf', 90000,
        md5(key::text) || md5(n::text), 'other', 'purchase_order', merchandiser, key, 1, TRUE, 'none'
      FROM made CROSS JOIN generate_series(1, $1::int / $2::int) k CROSS JOIN LATERAL (SELECT key_at(at) AS key OFFSET 0) keyed`,
    values: [volumes.documents, volumes.orders],
  },
];

/** Fills an empty database with the large house, all of it made inside Postgres. @param tell hears each step and its seconds */
