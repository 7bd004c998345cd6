import { addDays } from '../platform/values/day';
import { event } from './event-rows';
import { Random } from './random';
import { dayAt, linesOf, pastDay, type LinePlan, type OrderPlan } from './season';
import type { Row } from './tables';
import { MILLS } from './trade';

/** Kilograms of fabric in a piece of the local orders; their styles say the same. */
export const KG_PER_PIECE = 0.21;

/** What a line's deliveries come to in the end, of what was ordered: most within tolerance, some not. */
const OUTCOMES = [1.012, 0.985, 1, 0.968, 1.034, 0.91, 1.006, 0.995, 1.075, 0.978];

interface Supply {
  offers: Row[];
  deliveries: Row[];
  events: Row[];
}

/** Offers that mills made for the lines of an order, and what came of them by now. */
export function supplyRows(plan: OrderPlan, people: readonly string[]): Supply {
  const random = new Random(9_000 + plan.index);
  const supply: Supply = { offers: [], deliveries: [], events: [] };
  const by = people[plan.merchandiserIndex] ?? '';
  linesOf(plan).forEach((line, index) => {
    offersFor(plan, line, random, by, supply);
    deliveriesOf(plan, line, index, random, by, supply);
  });
  return supply;
}

function offersFor(plan: OrderPlan, line: LinePlan, random: Random, by: string, supply: Supply): void {
  const asked = pastDay(plan, dayAt(plan, 0.03));
  const at = `${asked}T08:00:00.000Z`;
  const rivals = random.some(
    MILLS.filter((mill) => mill !== plan.mill),
    2,
  );
  const chosen = plan.progress >= 0.16;
  const ours = { mill: plan.mill, price: plan.millPrice, unit: plan.unit, chosen, days: random.whole(35, 50) };
  const others = rivals.map((mill, rival) => ({
    mill,
    // The second rival prices garments' fabric by the kilogram: it takes the consumption to compare it.
    ...(plan.local && rival === 1
      ? { price: (plan.millPrice / KG_PER_PIECE) * (0.98 + random.next() * 0.08), unit: 'kg' }
      : { price: plan.millPrice * (1.01 + random.next() * 0.07), unit: plan.unit }),
    chosen: false,
    days: random.whole(28, 65),
  }));
  for (const offer of [ours, ...others]) {
    const row = {
      id: random.id(new Date(at)),
      created_at: at,
      updated_at: at,
      row_version: 1,
      order_id: plan.id,
      order_line_id: line.id,
      mill_name: offer.mill,
      price: offer.price.toFixed(2),
      currency: 'USD',
      unit: offer.unit,
      ...landed(offer.unit, plan.local),
      lead_time_days: offer.days,
      valid_until: addDays(asked, 30),
      minimum_quantity: offer.unit === 'kg' ? 300 : offer.unit === 'pieces' ? 1500 : 1000,
      notes: offer.chosen ? 'Yarn is on stock.' : null,
      chosen: offer.chosen,
      created_by_id: by,
    };
    supply.offers.push(row);
    const terms = { millName: offer.mill, price: row.price, currency: 'USD', unit: offer.unit };
    const about = { orderLineId: line.id, before: {}, after: terms };
    supply.events.push(event(random, plan, at, 'mill_offer.recorded', 'mill_offer', row.id, by, about));
  }
}

/** What mills abroad add until the cloth is here; those of the country deliver free and want their money later. */
const landed = (unit: string, local: boolean): Row => ({
  freight: local ? null : unit === 'kg' ? '0.18' : '0.04',
  duty_percent: local ? null : '5',
  charges: local ? null : '0.01',
  payment_days: local ? 60 : 90,
});

/** Local orders are delivered by the kilogram, a third of the woven ones by the metre: lines count pieces and yards. */
function deliveriesOf(
  plan: OrderPlan,
  line: LinePlan,
  index: number,
  random: Random,
  by: string,
  supply: Supply,
): void {
  const came = plan.delivered ? 1 : Math.max(0, (plan.progress - 0.6) / 0.4);
  if (came === 0) return;
  const outcome = OUTCOMES[(plan.index + index * 3) % OUTCOMES.length] ?? 1;
  const parts = plan.delivered ? random.whole(1, 3) : Math.max(1, Math.round(came * 3));
  const byMetre = plan.unit === 'yards' && plan.index % 3 === 0;
  const [unit, factor] = plan.local ? ['kg', KG_PER_PIECE] : byMetre ? ['meters', 0.9144] : [plan.unit, 1];
  const total = line.quantity * factor * came * outcome;
  for (let part = 0; part < parts; part++) {
    const share = 0.7 + (0.28 * (part + 1)) / parts;
    const last = part === parts - 1;
    const day = last && plan.delivered ? plan.delivered : pastDay(plan, dayAt(plan, share));
    const at = `${pastDay(plan, day)}T09:30:00.000Z`;
    const quantity = (total / parts).toFixed(unit === 'pieces' ? 0 : 1);
    const challan = `CH-${3_000 + plan.index * 20 + index * 4 + part}`;
    const rolls = Math.max(1, Math.round(total / parts / (unit === 'kg' ? 25 : 100)));
    const row = {
      id: random.id(new Date(at)),
      created_at: at,
      updated_at: at,
      row_version: 1,
      order_id: plan.id,
      order_line_id: line.id,
      style_id: plan.styles.find(({ lines }) => lines.includes(line))?.id ?? null,
      delivery_date: pastDay(plan, day),
      delivered_quantity: quantity,
      unit,
      challan_number: challan,
      roll_count: rolls,
      notes: part === 0 && plan.index % 6 === 2 ? 'Two rolls were wet; the mill takes them back.' : null,
      created_by_id: by,
    };
    supply.deliveries.push(row);
    const about = {
      orderLineId: line.id,
      before: {},
      after: {
        deliveryDate: row.delivery_date,
        deliveredQuantity: String(Number(quantity)),
        unit,
        challanNumber: challan,
        rollCount: rolls,
      },
    };
    supply.events.push(event(random, plan, at, 'supplier_delivery.recorded', 'supplier_delivery', row.id, by, about));
  }
}
