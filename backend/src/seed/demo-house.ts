import type { ClientBase } from 'pg';
import { DEMO_SIGN_INS } from '../modules/auth/demo-sign-ins';
import { hashPassword } from '../modules/auth/passwords';
import type { Storage } from '../platform/storage/storage';
import { today } from '../platform/values/day';
import { backToBackRows } from './back-to-back-rows';
import { cargoRows } from './cargo-rows';
import { incidentRows } from './delay-rows';
import { creditTexts } from './credit-texts';
import { askForThumbnails, fileDocuments } from './document-rows';
import { drawingRows } from './drawing-rows';
import { entryRows } from './entry-rows';
import { eventRows } from './event-rows';
import { gateRows } from './gate-rows';
import { historyRows } from './history-rows';
import { lineRows, orderRow, styleRows } from './order-rows';
import { noticeRows } from './notice-rows';
import { creditRow, metricRows, proformaRows, sampleRows, shipmentRows } from './paper-rows';
import { paymentRows } from './payment-rows';
import { planRows } from './plan-rows';
import { fillProformas } from './proforma-lines';
import { Random } from './random';
import { presentationRows } from './presentation-rows';
import { rateRows } from './rate-rows';
import { revisionRows } from './revision-rows';
import { roundRows } from './sample-round-rows';
import { ORDERS, planSeason, type OrderPlan } from './season';
import { supplyRows } from './supply-rows';
import { standingRows } from './standing-rows';
import { insertRows, type Row } from './tables';
import { talkRows } from './talk-rows';

/**
 * Loads the demo house, a season around today, in one transaction.
 * @param zone decides what today is  @param storage where its files go; without one it has none
 */
export async function loadDemoHouse(client: ClientBase, zone: string, storage: Storage | null = null): Promise<void> {
  const day = today(zone);
  const users = await userRows(day);
  const ids = users.map((user) => String(user['id']));
  const [manager, merchandisers] = [ids[1] ?? '', ids.slice(2)];
  const season = planSeason(day);
  const history = historyRows(season, ids, day);
  const invoices = season.flatMap((plan) => proformaRows(plan, merchandisers, manager));
  const rounds = roundRows(
    season,
    season.flatMap((plan) => sampleRows(plan, merchandisers)),
    merchandisers,
  );
  const { samples } = rounds;
  const credits = season.map((plan) => creditRow(plan, merchandisers));
  const cargo = cargoRows(season, shipmentRows(season), merchandisers);
  const { shipments } = cargo;
  const of = (rows: readonly Row[], orderId: string) => rows.filter((row) => row['order_id'] === orderId);
  const papersOf = ({ id, index }: OrderPlan) => ({
    samples: of(samples, id),
    invoices: of(invoices, id),
    credit: credits[index] ?? {},
  });
  const filed = storage && (await fileDocuments(season, papersOf, merchandisers, storage));

  await client.query('BEGIN');
  try {
    await insertRows(client, 'user_profiles', users);
    await insertRows(
      client,
      'orders',
      season.map((plan) => ({
        ...orderRow(plan, merchandisers),
        ...(plan.id === history.madeByManager ? { created_by_id: manager } : {}),
      })),
    );
    await insertRows(client, 'order_styles', season.flatMap(styleRows));
    await insertRows(client, 'order_lines', season.flatMap(lineRows));
    const gates = await gateRows(client, season, merchandisers);
    await insertRows(client, 'line_gates', gates.gates);
    await insertRows(client, 'approval_history', gates.history);
    await insertRows(client, 'gate_overrides', gates.overrides);
    const planned = await planRows(client, season, day);
    await insertRows(client, 'line_milestones', planned.milestones);
    await insertRows(client, 'line_plans', planned.plans);
    await insertRows(client, 'step_durations', planned.durations);
    const mishaps = incidentRows(season, merchandisers);
    await insertRows(client, 'incidents', mishaps.incidents);
    await insertRows(client, 'delay_ledger', [...planned.delays, ...mishaps.delays]);
    await insertRows(client, 'parcels', rounds.parcels);
    await insertRows(client, 'samples', samples);
    await insertRows(client, 'sample_options', rounds.options);
    await insertRows(client, 'colour_standards', rounds.standards);
    await insertRows(client, 'colour_measurements', rounds.measurements);
    await insertRows(client, 'proforma_invoices', invoices);
    await insertRows(client, 'letters_of_credit', credits);
    const texts = creditTexts(
      season,
      credits,
      ({ id }) => of(invoices, id),
      ({ id }) => of(shipments, id),
    );
    await insertRows(client, 'letter_of_credit_terms', texts.terms);
    await insertRows(client, 'letter_of_credit_proforma_invoices', texts.invoices);
    await insertRows(client, 'shipments', shipments);
    await insertRows(client, 'shipment_lines', cargo.lines);
    await insertRows(client, 'shipment_containers', cargo.containers);
    await insertRows(client, 'shipment_packages', cargo.packages);
    await insertRows(client, 'package_contents', cargo.contents);
    await insertRows(client, 'shipment_papers', cargo.papers);
    await insertRows(client, 'commercial_invoices', cargo.invoices);
    await insertRows(client, 'commercial_invoice_lines', cargo.invoiceLines);
    const toMills = backToBackRows(season, credits, merchandisers, day);
    await insertRows(client, 'back_to_back_rules', toMills.rules);
    await insertRows(client, 'back_to_back_bases', toMills.bases);
    await insertRows(client, 'back_to_back_credits', toMills.credits);
    const paid = paymentRows(season, { invoices: cargo.invoices, shipments, credits }, merchandisers);
    const drawn = drawingRows(
      season,
      { receivables: paid.receivables, credits, invoiceLines: cargo.invoiceLines },
      merchandisers,
    );
    await insertRows(client, 'letter_of_credit_drawings', drawn.drawings);
    await insertRows(client, 'receivables', paid.receivables);
    const presented = presentationRows(season, { shipments, credits }, merchandisers, day);
    await insertRows(client, 'presentations', presented.presentations);
    await insertRows(client, 'payments', paid.payments);
    await insertRows(client, 'payment_matches', paid.matches);
    const output = entryRows(season, merchandisers);
    await insertRows(client, 'production_entries', output.entries);
    await insertRows(client, 'line_outputs', await standingRows(client, season, planned.plans, output.entries, day));
    await insertRows(client, 'production_metrics', [...output.sheets, ...season.flatMap(metricRows)]);
    if (filed) {
      await insertRows(client, 'order_documents', filed.documents);
      await askForThumbnails(client);
    }
    const supply = season.map((plan) => supplyRows(plan, merchandisers));
    await insertRows(
      client,
      'mill_offers',
      supply.flatMap(({ offers }) => offers),
    );
    await insertRows(
      client,
      'supplier_deliveries',
      supply.flatMap(({ deliveries }) => deliveries),
    );
    await insertRows(client, 'exchange_rates', rateRows(day));
    await fillProformas(client);
    const revised = revisionRows(season, merchandisers, ({ id }) => of(invoices, id)[0] ?? {});
    await insertRows(client, 'order_revisions', revised.revisions);
    const talk = talkRows(season, samples, ids);
    await insertRows(client, 'order_tasks', talk.tasks);
    await insertRows(client, 'order_tasks', history.tasks);
    await insertRows(client, 'deletion_requests', history.requests);
    await insertRows(client, 'order_comments', talk.comments);
    const ofOrders = season.flatMap((plan, index) =>
      eventRows(
        plan,
        {
          samples: of(samples, plan.id),
          invoices: of(invoices, plan.id),
          credit: credits[index] ?? {},
          shipments: of(shipments, plan.id),
        },
        merchandisers[plan.merchandiserIndex] ?? '',
        manager,
        plan.id === history.madeByManager ? manager : undefined,
      ),
    );
    const told = [
      supply.flatMap(({ events }) => events),
      talk.events,
      filed?.events ?? [],
      gates.events,
      mishaps.events,
      paid.events,
      drawn.events,
      toMills.events,
      presented.events,
      revised.events,
      history.events,
    ];
    const story = [ofOrders, ...told]
      .flat()
      .sort((one, other) => String(one['recorded_at']).localeCompare(String(other['recorded_at'])));
    await insertRows(client, 'domain_events', story);
    await insertRows(client, 'notifications', noticeRows(season, story, ids, day));
    await client.query(
      `INSERT INTO number_counters (series, value) VALUES ('proforma_invoice', $1), ('commercial_invoice', $2), ('back_to_back', $3)`,
      [ORDERS + 1, cargo.invoices.length, toMills.credits.length],
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

async function userRows(day: string): Promise<Row[]> {
  const random = new Random(7);
  const joined = new Date(`${day}T03:00:00Z`);
  const hashes = new Map<string, string>();
  for (const { password } of DEMO_SIGN_INS)
    if (!hashes.has(password)) hashes.set(password, await hashPassword(password));
  return DEMO_SIGN_INS.map(({ email, fullName, role, department, password }) => ({
    id: random.id(joined),
    created_at: joined.toISOString(),
    updated_at: joined.toISOString(),
    row_version: 1,
    email,
    full_name: fullName,
    role,
    phone: null,
    department,
    is_active: true,
    is_staff: role === 'admin',
    is_superuser: role === 'admin',
    metadata: {},
    password_hash: hashes.get(password),
  }));
}
