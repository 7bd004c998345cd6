import { addDays } from '../platform/values/day';
import { approvalsOf, approvalsOfLine } from './rounds';
import { revisionCount } from './revision-rows';
import { categoryOfPlan, dayAt, linesOf, quantityOf, unitOf, wholeOf, type OrderPlan } from './season';
import { KG_PER_PIECE } from './supply-rows';
import type { Row } from './tables';

const instant = (day: string, hour = 5): string => `${day}T${String(hour).padStart(2, '0')}:00:00.000Z`;

export function orderRow(plan: OrderPlan, people: readonly string[]): Row {
  const merchandiser = people[plan.merchandiserIndex];
  const { buyer, fabric } = plan;
  const lines = linesOf(plan);
  return {
    id: plan.id,
    uid: plan.id,
    created_at: instant(plan.ordered),
    updated_at: instant(plan.ordered, 9),
    row_version: 1,
    order_number: plan.number,
    customer_name: buyer.customer,
    buyer_name: buyer.buyer,
    season: buyer.season,
    style_number: plan.styles[0]?.number ?? null,
    fabric_type: fabric.type,
    fabric_composition: fabric.composition,
    gsm: fabric.gsm,
    finish_type: fabric.finish,
    construction: fabric.construction,
    mill_name: plan.mill,
    mill_price: plan.millPrice,
    prova_price: plan.price,
    currency: 'USD',
    ...wholeOf(plan),
    revision_count: revisionCount(plan),
    color_quantity_breakdown: [],
    colorways: [],
    approval_status: approvalsOf(plan),
    metadata: {},
    etd: plan.etd,
    eta: addDays(plan.etd, plan.local ? 2 : 24),
    earliest_etd: plan.etd,
    order_date: plan.ordered,
    expected_delivery_date: addDays(plan.etd, plan.local ? 2 : 24),
    actual_delivery_date: plan.delivered,
    status: plan.status,
    category: categoryOfPlan(plan),
    order_type: plan.local ? 'local' : 'foreign',
    current_stage: plan.stage,
    finished_fabric_quantity: plan.local ? Math.round(quantityOf(plan) * 0.21) : null,
    finished_fabric_unit: plan.local ? 'kg' : null,
    process_loss_percent: plan.local ? 12 : null,
    mixed_fabric_type: plan.local && fabric.composition.includes('elastane') ? 'Elastane' : null,
    mixed_fabric_percent: plan.local && fabric.composition.includes('elastane') ? 5 : null,
    notes: plan.fate === 'late' ? 'The mill asks for another week; see the plan.' : null,
    merchandiser_id: merchandiser,
    created_by_id: merchandiser,
    search_text: [plan.number, buyer.customer, buyer.buyer, buyer.season, fabric.type, fabric.composition, plan.mill]
      .concat(
        plan.styles.flatMap((style) => [style.number, style.garment]),
        lines.flatMap((line) => [...line.colour]),
      )
      .join(' ')
      .toLowerCase(),
  };
}

export function styleRows(plan: OrderPlan): Row[] {
  return plan.styles.map((style, index) => ({
    id: style.id,
    created_at: instant(plan.ordered),
    updated_at: instant(plan.ordered),
    row_version: 1,
    order_id: plan.id,
    sequence_number: index + 1,
    style_number: style.number,
    description: style.garment,
    fabric_type: plan.fabric.type,
    fabric_composition: plan.fabric.composition,
    gsm: plan.fabric.gsm,
    finish_type: plan.fabric.finish,
    construction: plan.fabric.construction,
    finishing_width: plan.fabric.width,
    consumption_per_piece: plan.local ? KG_PER_PIECE : null,
    consumption_unit: 'kg',
    roll_quantity: plan.fabric.unit === 'kg' ? 25 : 100,
    roll_unit: plan.fabric.unit,
  }));
}

export function lineRows(plan: OrderPlan): Row[] {
  let sequence = 0;
  return plan.styles.flatMap((style) =>
    style.lines.map((line) => ({
      id: line.id,
      created_at: instant(plan.ordered),
      updated_at: instant(plan.ordered, 9),
      row_version: 1,
      order_id: plan.id,
      style_id: style.id,
      sequence_number: ++sequence,
      color_code: line.colour[0],
      color_name: line.colour[1],
      quantity: line.quantity,
      unit: unitOf(plan, line),
      mill_name: plan.mill,
      mill_price: plan.millPrice,
      prova_price: plan.price,
      commission: 0.02,
      currency: 'USD',
      etd: addDays(plan.etd, line.offset),
      eta: addDays(plan.etd, line.offset + (plan.local ? 2 : 24)),
      approval_status: approvalsOfLine(plan, line),
      approval_date: plan.progress >= 0.26 ? dayAt(plan, 0.24) : null,
      status: plan.status,
      yarn_required: plan.local ? Math.round(line.quantity * 0.214) : null,
      sewing_line: plan.local ? 'ABCD'[sequence % 4] : null,
    })),
  );
}
