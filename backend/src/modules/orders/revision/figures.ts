import type { Changes } from '../../../platform/events/domain-event';
import { today } from '../../../platform/values/day';
import type { OrderLine } from '../line/line.entity';
import { StepBackAgreed } from '../orders.errors';
import { ORDER_STATUSES, type OrderStatus } from '../vocabulary';
import type { Order } from '../order/order.entity';

/** What buyer, house and mill agree on for a line: how much, for how much, and when. */
export const LINE_FIGURES = [
  'quantity',
  'unit',
  'millPrice',
  'provaPrice',
  'commission',
  'currency',
  'etd',
  'eta',
] as const satisfies readonly (keyof OrderLine)[];

/** The same on the order itself. */
export const ORDER_FIGURES = [
  'quantity',
  'unit',
  'millPrice',
  'provaPrice',
  'currency',
  'etd',
  'eta',
] as const satisfies readonly (keyof Order)[];

export type Figure = (typeof LINE_FIGURES)[number];
type Figures = Partial<Record<Figure, string | null>>;

const CONFIRMED_FROM = ORDER_STATUSES.indexOf('running');

/** From running on: what is being made is made to what was agreed. */
export const isConfirmed = (status: OrderStatus): boolean => ORDER_STATUSES.indexOf(status) >= CONFIRMED_FROM;

/** Whether what was agreed would be free to change after a step between these. */
export const stepsBack = (from: OrderStatus, to: OrderStatus): boolean => isConfirmed(from) && !isConfirmed(to);

/**
 * A status that was set by mistake is taken back on the same day of the house; later it is a revision like any other.
 * @param set when it was  @throws StepBackAgreed 409
 */
export function refuseLateSlip(from: OrderStatus, to: OrderStatus, set: Date, zone: string): void {
  if (stepsBack(from, to) && today(zone, set) < today(zone)) throw new StepBackAgreed();
}

/**
 * Of some changes those of a figure that was agreed. One that was empty was not: filling it in is no revision, nor is
 * another unit of no quantity, nor another currency of no price.
 * @param before the figures as they stand
 */
export function agreedChanges(changes: Changes, before: Figures, figures: readonly Figure[]): Changes {
  const agreed: Changes = { before: {}, after: {} };
  for (const figure of figures) {
    if (!(figure in changes.after) || !wasAgreed(figure, before)) continue;
    agreed.before[figure] = changes.before[figure];
    agreed.after[figure] = changes.after[figure];
  }
  return agreed;
}

const said = (value: string | null | undefined): boolean => value !== null && value !== undefined;

function wasAgreed(figure: Figure, before: Figures): boolean {
  if (figure === 'unit') return said(before.quantity);
  if (figure === 'currency') return [before.millPrice, before.provaPrice, before.commission].some(said);
  return said(before[figure]);
}

/** Whether a change touches one of these figures. */
export const touches = (changes: Changes, ...figures: readonly Figure[]): boolean =>
  figures.some((figure) => figure in changes.after);
