import { DEMO_SIGN_INS } from '../modules/auth/demo-sign-ins';
import { TASK_PRIORITIES } from '../modules/orders/tasks/task.lifecycle';
import { addDays, type Day } from '../platform/values/day';
import { event } from './event-rows';
import { Random } from './random';
import type { OrderPlan } from './season';
import type { Row } from './tables';

/** What lies in the trash: whose deed, how many days ago. */
const DELETED: readonly [title: string, byManager: boolean, ago: number][] = [
  ['Call the mill about the second dye lot', false, 2],
  ['Book the container for the first half', true, 9],
  ['Ask for a new strike-off of the stripe', false, 27],
];

const REASON = 'Entered twice: the buyer’s revised PO is its own order already.';

/**
 * A few tasks in the trash, and one order that its merchandiser wants deleted but the manager made and handed over.
 * @param people ids: admin, manager, merchandisers
 */
export function historyRows(season: readonly OrderPlan[], people: readonly string[], today: Day) {
  const random = new Random(8_500);
  const [, manager = '', merchandiser = ''] = people;
  const own = season.filter(({ merchandiserIndex, delivered }) => merchandiserIndex === 0 && !delivered);
  const [asked, ...others] = own;
  if (!asked || !others.length) throw new Error('The first merchandiser of the season has too few open orders.');
  const at = (ago: number, hour: number) => `${addDays(today, -ago)}T${String(hour).padStart(2, '0')}:20:00.000Z`;

  const askedAt = at(1, 5);
  const request: Row = {
    id: random.id(new Date(askedAt)),
    created_at: askedAt,
    updated_at: askedAt,
    row_version: 1,
    order_id: asked.id,
    order_number: asked.number,
    customer_name: asked.buyer.customer,
    requester_id: merchandiser,
    approver_id: manager,
    status: 'pending',
    reason: REASON,
  };
  const made = event(random, asked, askedAt, 'deletion_request.made', 'deletion_request', request['id'], merchandiser, {
    orderNumber: asked.number,
    requesterId: merchandiser,
    approverId: manager,
    reason: REASON,
  });

  const handedOver = event(
    random,
    asked,
    `${asked.ordered}T05:25:00.000Z`,
    'order.assigned',
    'order',
    asked.id,
    manager,
    {
      before: { merchandiserId: manager },
      after: { merchandiserId: merchandiser },
      predecessorId: manager,
      assigneeName: DEMO_SIGN_INS[2]?.fullName,
    },
  );

  const deleted = DELETED.map(([title, byManager, ago], index) => {
    const plan = others[index % others.length] ?? asked;
    const [createdAt, deletedAt] = [at(ago + 2, 6), at(ago, 9)];
    const actor = byManager ? manager : merchandiser;
    const task: Row = {
      id: random.id(new Date(createdAt)),
      created_at: createdAt,
      updated_at: deletedAt,
      deleted_at: deletedAt,
      row_version: 2,
      order_id: plan.id,
      title,
      assigned_to_id: merchandiser,
      assigned_by_id: actor,
      status: 'pending',
      priority: 'medium',
      priority_rank: TASK_PRIORITIES.indexOf('medium'),
      metadata: {},
    };
    const gone = event(random, plan, deletedAt, 'task.deleted', 'task', task['id'], actor, {
      before: { title, priority: 'medium', status: 'pending' },
      after: {},
      title,
    });
    return { task, gone };
  });

  return {
    requests: [request],
    tasks: deleted.map(({ task }) => task),
    events: [handedOver, made, ...deleted.map(({ gone }) => gone)],
    /** The order that the manager made, and handed over. */
    madeByManager: asked.id,
  };
}
