import { Lifecycle } from '../../../platform/lifecycle/lifecycle';
import type { OrderStatus } from '../vocabulary';
import type { OrderLine } from './line.entity';

/**
 * Where a line may go: forward through development and bulk, one step back to correct, and into the archive from
 * anywhere. An order with lines has the status of its least advanced one (see roll-up.ts).
 */
export const lineLifecycle = new Lifecycle<OrderStatus>('line', {
  upcoming: ['in_development', 'running', 'archived'],
  in_development: ['running', 'bulk', 'upcoming', 'archived'],
  running: ['bulk', 'completed', 'in_development', 'archived'],
  bulk: ['completed', 'running', 'archived'],
  completed: ['bulk', 'archived'],
  archived: ['upcoming'],
});

/** The same for an order without lines. */
export const orderLifecycle = new Lifecycle<OrderStatus>('order', lineLifecycle.table);

/** Where a line stands now. What was closed short and goes on is closed no more. */
export function stand(line: OrderLine, status: OrderStatus): void {
  line.status = status;
  if (status !== 'completed' && status !== 'archived')
    Object.assign(line, { shortClosedOn: null, shortCloseReason: null });
}
