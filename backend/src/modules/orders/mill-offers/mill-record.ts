import Decimal from 'decimal.js';
import { deliveryOf, type DeliveredLine } from '../deliveries/delivery-figures';

/** A line that a mill has made. */
export interface MadeLine extends DeliveredLine {
  millName: string | null;
}

/** How the last lines of a mill went, of which anything came. */
export interface MillRecord {
  lines: number;
  /** Of which the last delivery came after the ETD. */
  late: number;
  /** Days, over all of them; what was in time counts 0. One decimal, half up. */
  averageDaysLate: string;
  /** By the tolerance of each. */
  short: number;
  over: number;
}

export const DELIVERY_RISKS = ['too_late', 'tight', 'fine', 'unknown'] as const;
export type DeliveryRisk = (typeof DELIVERY_RISKS)[number];

/** Of these lines, those of one mill, whatever the case of its name; null where nothing came of any. */
export function recordOf(millName: string, made: readonly MadeLine[]): MillRecord | null {
  const own = made
    .filter((line) => line.millName?.toLowerCase() === millName.toLowerCase())
    .map((line) => deliveryOf(line))
    .filter(({ deliveries, daysOverdueAtDelivery }) => deliveries > 0 && daysOverdueAtDelivery !== null);
  if (!own.length) return null;
  const days = own.map(({ daysOverdueAtDelivery }) => daysOverdueAtDelivery ?? 0);
  return {
    lines: own.length,
    late: days.filter((late) => late > 0).length,
    averageDaysLate: Decimal.sum(...days)
      .div(own.length)
      .toFixed(1, Decimal.ROUND_HALF_UP),
    short: own.filter(({ verdict }) => verdict === 'short').length,
    over: own.filter(({ verdict }) => verdict === 'over').length,
  };
}

/**
 * Whether the cloth will be there in time, as the mill promises and as it usually keeps it: what is left until the ETD
 * against the days by which its lines were late on average, rounded up.
 */
export function riskOf(daysToSpare: number | null, record: MillRecord | null): { risk: DeliveryRisk; riskWhy: string } {
  const told = record ? recordWords(record) : 'Nothing is known of it yet: no line of it has been delivered.';
  if (daysToSpare === null) return { risk: 'unknown', riskWhy: `No lead time, or no ETD, to judge by. ${told}` };
  if (daysToSpare < 0) return { risk: 'too_late', riskWhy: `Promised ${days(-daysToSpare)} after the ETD. ${told}` };
  const usual = Math.ceil(Number(record?.averageDaysLate ?? 0));
  const spare = `Promised ${days(daysToSpare)} before the ETD.`;
  return { risk: daysToSpare < usual ? 'tight' : 'fine', riskWhy: `${spare} ${told}` };
}

/** `Of its last 12 lines 5 came late, 2.4 days on average over all; 1 was short, 2 over.` */
function recordWords({ lines, late, averageDaysLate, short, over }: MillRecord): string {
  const of = lines === 1 ? 'Its last line came' : `Of its last ${lines} lines ${late === 0 ? 'none' : late} came`;
  const delay = late ? ` late, by ${averageDaysLate} days on average over all` : lines === 1 ? ' in time' : ' late';
  const amounts = [short ? `${short} short` : null, over ? `${over} over` : null].filter(Boolean).join(', ');
  return `${of}${delay}${amounts ? `; ${amounts}` : ''}.`;
}

const days = (count: number): string => `${count} ${count === 1 ? 'day' : 'days'}`;

/** Lines of a mill that are judged: its last so many. */
export const JUDGED_LINES = 30;
