import { addDays, daysBetween, type Day } from '../platform/values/day';
import { categoryOf } from '../modules/orders/line/roll-up';
import type { OrderStatus } from '../modules/orders/vocabulary';
import { Random } from './random';
import { BUYERS, COLOURS, FABRICS, GARMENTS, MILLS, type Fabric } from './trade';

/** The owner's own volumes. */
export const ORDERS = 53;

/** How an order fares: on time, running out of slack, already late, or delivered. */
type Fate = 'fine' | 'at risk' | 'late' | 'delivered';

/** The buyer's second order under the same PO number; the house keeps both. */
const REPEATED = { index: 40, number: 'PO-1110' };

/** One order has a colour in another unit, which does not add up with the rest. */
const IN_TWO_UNITS = 23;

export interface LinePlan {
  id: string;
  colour: readonly [code: string, name: string];
  quantity: number;
  /** Days that this line leaves after the order's first. */
  offset: number;
}

export interface StylePlan {
  id: string;
  number: string;
  garment: string;
  lines: LinePlan[];
}

/** One order of the demo season: what all its rows are made from. */
export interface OrderPlan {
  id: string;
  index: number;
  number: string;
  buyer: (typeof BUYERS)[number];
  fabric: Fabric;
  mill: string;
  local: boolean;
  unit: 'pieces' | Fabric['unit'];
  price: number;
  millPrice: number;
  ordered: Day;
  etd: Day;
  fate: Fate;
  status: OrderStatus;
  stage: string;
  delivered: Day | null;
  /** 0 at order, 1 at ETD: how much of the work is done by now. */
  progress: number;
  merchandiserIndex: number;
  /** The day the house was loaded: nothing has happened after it. */
  today: Day;
  styles: StylePlan[];
}

/** A believable season around today: the past delivered (mostly on time), the present in all stages, the future booked. */
export function planSeason(today: Day): OrderPlan[] {
  const random = new Random(20_261_121);
  return Array.from({ length: ORDERS }, (_, index) => planOrder(index, today, random));
}

function planOrder(index: number, today: Day, random: Random): OrderPlan {
  // Evenly from eleven weeks ago to sixteen weeks ahead, in an order that does not look sorted.
  const etd = addDays(today, Math.round(-78 + ((index * 29) % ORDERS) * (190 / ORDERS)));
  // What leaves far ahead was booked in the last days: nobody has ordered anything tomorrow.
  const ordered = earlier(addDays(etd, -random.whole(88, 118)), addDays(today, -1 - (index % 17)));
  const daysLeft = daysBetween(today, etd);
  const fate = fateOf(daysLeft, index);
  const elapsed = daysBetween(ordered, today) / daysBetween(ordered, etd);
  const progress =
    fate === 'delivered' ? 1 : Math.max(0.02, Math.min(0.97, elapsed - { fine: 0, 'at risk': 0.12, late: 0.3 }[fate]));
  const status = statusAt(progress, fate);
  const local = index % 4 === 1;
  const fabric = random.pick(local ? FABRICS.filter(({ unit }) => unit === 'kg') : FABRICS);
  const unit = local ? 'pieces' : fabric.unit;
  const price = local ? Number((fabric.price / 2.3).toFixed(2)) : fabric.price;
  const at = new Date(`${ordered}T05:00:00Z`);
  const prefix = random.pick(['MT', 'LP', 'CS', 'KL', 'OV', 'WD']);
  return {
    id: random.id(at),
    index,
    number:
      index === REPEATED.index
        ? REPEATED.number
        : index % 6 === 5
          ? `PB-${ordered.replaceAll('-', '')}-0001`
          : `PO-${1100 + index}`,
    buyer: BUYERS[index % BUYERS.length] as (typeof BUYERS)[number],
    fabric,
    mill: random.pick(MILLS),
    local,
    unit,
    price,
    millPrice: Number((price * (0.84 + random.next() * 0.07)).toFixed(2)),
    ordered,
    etd,
    fate,
    status,
    stage: stageAt(status, fate),
    delivered: fate === 'delivered' ? addDays(etd, index % 5 === 0 ? random.whole(2, 9) : -random.whole(0, 6)) : null,
    progress,
    merchandiserIndex: index % 5,
    today,
    styles: Array.from({ length: random.pick([1, 1, 1, 2, 2, 3]) }, (_, style) => ({
      id: random.id(at),
      number: `${prefix}-${2200 + index * 3 + style}`,
      garment: random.pick(GARMENTS),
      lines: random.some(COLOURS, random.pick([1, 2, 2, 3])).map((colour, line) => ({
        id: random.id(at),
        colour,
        quantity: random.whole(8, 90) * (local ? 240 : 100),
        offset: line * random.whole(0, 4),
      })),
    })),
  };
}

/** Two of the past are still out, and a few of the present are behind: every house has those. */
function fateOf(daysLeft: number, index: number): Fate {
  if (daysLeft < -8) return 'delivered';
  if (daysLeft < 0) return 'late';
  if (daysLeft <= 45 && index % 7 === 2) return 'late';
  return daysLeft <= 60 && index % 4 === 0 ? 'at risk' : 'fine';
}

function statusAt(progress: number, fate: Fate): OrderStatus {
  if (fate === 'delivered') return 'completed';
  if (progress < 0.16) return 'upcoming';
  if (progress < 0.42) return 'in_development';
  return progress < 0.75 ? 'running' : 'bulk';
}

function stageAt(status: OrderStatus, fate: Fate): string {
  if (fate === 'delivered') return 'Delivered';
  return {
    upcoming: 'Design',
    in_development: 'In Development',
    running: 'Greige',
    bulk: 'Production',
    completed: 'Delivered',
    archived: 'Delivered',
  }[status];
}

export const categoryOfPlan = (plan: OrderPlan): string => categoryOf(plan.status);

const earlier = (one: Day, other: Day): Day => (one < other ? one : other);

/** A day on which something happened: over when the house is loaded, at whatever hour that is. */
export const pastDay = (plan: OrderPlan, day: Day): Day => earlier(day, addDays(plan.today, -1));

/** The lines of all styles. */
export const linesOf = (plan: OrderPlan): LinePlan[] => plan.styles.flatMap(({ lines }) => lines);

/** When the last line leaves. */
export const lastEtdOf = (plan: OrderPlan): Day =>
  addDays(plan.etd, Math.max(0, ...linesOf(plan).map(({ offset }) => offset)));

/** The unit in which a line is ordered. */
export const unitOf = (plan: OrderPlan, line: LinePlan): string =>
  plan.index === IN_TWO_UNITS && line === linesOf(plan).at(-1) ? 'meters' : plan.unit;

/** What the order says of its quantity as a whole: nothing where its lines are in several units. */
export function wholeOf(plan: OrderPlan): { quantity: number | null; unit: string | null } {
  const units = new Set(linesOf(plan).map((line) => unitOf(plan, line)));
  return units.size > 1 ? { quantity: null, unit: null } : { quantity: quantityOf(plan), unit: plan.unit };
}

export const quantityOf = (plan: OrderPlan): number => linesOf(plan).reduce((sum, line) => sum + line.quantity, 0);

/** The order's worth: whole cents, since prices have two decimals and quantities none. */
export const amountOf = (plan: OrderPlan): string =>
  ((quantityOf(plan) * Math.round(plan.price * 100)) / 100).toFixed(2);

/** The day at which this share of the time from order to ETD is over. */
export const dayAt = (plan: OrderPlan, share: number): Day =>
  addDays(plan.ordered, Math.round(daysBetween(plan.ordered, plan.etd) * share));
