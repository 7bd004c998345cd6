import { DEMO_SIGN_INS } from '../modules/auth/demo-sign-ins';
import { TASK_PRIORITIES, type TaskPriority } from '../modules/orders/tasks/task.lifecycle';
import type { ApprovalType } from '../modules/orders/vocabulary';
import type { SampleType } from '../modules/samples/vocabulary';
import { addDays } from '../platform/values/day';
import { event } from './event-rows';
import { Random } from './random';
import { approvalsOf } from './rounds';
import { linesOf, type OrderPlan } from './season';
import type { Row } from './tables';

/** What people ask of one another: on which kind of order, how urgently, and which gate would settle it. */
const ERRANDS: readonly {
  title: string;
  description?: string;
  priority: TaskPriority;
  gate?: ApprovalType;
  from: number;
  to: number;
}[] = [
  { title: 'Get the lab dip approved', priority: 'high', gate: 'labDip', from: 0.1, to: 0.3 },
  {
    title: 'Ask the buyer for the colour standard',
    description: 'Their Pantone reference is not enough for the dye-house; we need a cutting of the standard itself.',
    priority: 'medium',
    from: 0,
    to: 0.14,
  },
  { title: 'Book the greige with the mill', priority: 'medium', from: 0.1, to: 0.4 },
  { title: 'Get the PP sample approved', priority: 'urgent', gate: 'ppSample', from: 0.4, to: 0.6 },
  {
    title: 'Check the shrinkage report of the first bulk',
    description: 'The last delivery of this quality came in at 7 %. The buyer takes 5.',
    priority: 'high',
    from: 0.5,
    to: 0.9,
  },
  { title: 'Send the buyer the bulk swatch', priority: 'high', gate: 'bulkSwatch', from: 0.6, to: 0.75 },
  { title: 'Ask the bank where the LC stands', priority: 'medium', from: 0.2, to: 0.6 },
  { title: 'Book space with the forwarder', priority: 'high', from: 0.75, to: 1 },
  { title: 'Collect the packing list from the mill', priority: 'low', from: 0.7, to: 1 },
];

/** `@manager` and `@merchandiser` stand for the people of the order. */
const REMARKS: readonly { body: string; from: number; to: number; on?: SampleType }[] = [
  { body: '@merchandiser did the mill say when the dips will be ready?', from: 0.05, to: 0.25 },
  { body: 'Mill has the standard. Dips A to C promised for the end of the week.', from: 0.05, to: 0.3 },
  {
    body: '@manager the buyer wants a hand-feel closer to last season. I asked the mill for a softer finish.',
    from: 0.2,
    to: 0.6,
  },
  { body: 'Yarn is in house, 40 kg short on the second lot. They top up from stock.', from: 0.3, to: 0.7 },
  {
    body: '@manager dyeing lost two days to the machine. Still fine for the ETD if cutting starts on plan.',
    from: 0.4,
    to: 0.9,
  },
  {
    body: '@merchandiser please keep the forwarder’s cut-off in mind, it is two days before the ETD.',
    from: 0.7,
    to: 1,
  },
  {
    body: 'Bulk matches shade B under D65 and TL84. Swatch goes with the next parcel.',
    from: 0.64,
    to: 1,
    on: 'bulk_swatch',
  },
  { body: 'Option B is the closest; A is too red under store light.', from: 0.12, to: 0.4, on: 'lab_dip' },
];

export interface TalkRows {
  tasks: Row[];
  comments: Row[];
  /** What happened to them, as the API would have recorded it. */
  events: Row[];
}

/** Tasks and comments on the orders that are open, none of them of a day to come. @param people ids of the demo sign-ins */
export function talkRows(season: readonly OrderPlan[], samples: readonly Row[], people: readonly string[]): TalkRows {
  const rows: TalkRows = { tasks: [], comments: [], events: [] };
  const open = season.filter(({ status }) => status !== 'completed');
  for (const plan of open) {
    const random = new Random(9_000 + plan.index);
    const now = ({ from, to }: { from: number; to: number }) => plan.progress >= from && plan.progress < to;
    const errands = ERRANDS.filter(now).filter(({ gate }) => !gate || approvalsOf(plan)[gate] !== 'approved');
    random.some(errands, random.pick([0, 1, 1, 2])).forEach((errand) => addTask(rows, plan, errand, random, people));
    for (const { body, on } of random.some(REMARKS.filter(now), random.pick([0, 1, 2, 2]))) {
      const sample = samples.find((row) => row['order_id'] === plan.id && row['type'] === on && row['submission_date']);
      const line = sample ? sample['order_line_id'] : random.chance(0.4) ? random.pick(linesOf(plan)).id : null;
      addComment(rows, plan, body, { sample_id: sample?.['id'] ?? null, order_line_id: line }, random, people);
    }
  }
  return rows;
}

const hour = (random: Random): string =>
  `T${String(random.whole(6, 11)).padStart(2, '0')}:${random.whole(10, 59)}:00.000Z`;
const nameOf = (people: readonly string[], id: string) => DEMO_SIGN_INS[people.indexOf(id)]?.fullName ?? '';

function addTask(
  rows: TalkRows,
  plan: OrderPlan,
  { title, description, priority, gate }: (typeof ERRANDS)[number],
  random: Random,
  people: readonly string[],
): void {
  const merchandisers = people.slice(2);
  const owner = merchandisers[plan.merchandiserIndex] ?? '';
  const helper = merchandisers[(plan.merchandiserIndex + 1) % merchandisers.length] ?? '';
  const giver = random.chance(0.35) ? (people[1] ?? '') : owner;
  const doer = giver !== owner || random.chance(0.6) ? owner : helper;
  const made = addDays(plan.today, -random.whole(1, 6));
  const at = `${made < plan.ordered ? plan.ordered : made}${hour(random)}`;
  const due = addDays(plan.today, random.whole(-2, 8));
  const line = gate || random.chance(0.5) ? random.pick(linesOf(plan)).id : null;
  const id = random.id(new Date(at));
  const started = random.chance(0.3);
  rows.tasks.push({
    id,
    created_at: at,
    updated_at: at,
    row_version: started ? 2 : 1,
    order_id: plan.id,
    order_line_id: line,
    title,
    description: description ?? null,
    assigned_to_id: doer,
    assigned_by_id: giver,
    status: started ? 'in_progress' : 'pending',
    priority,
    priority_rank: TASK_PRIORITIES.indexOf(priority),
    due_date: due,
    closes_with_gate: gate ?? null,
    metadata: {},
  });
  const beside = {
    orderLineId: line,
    title,
    dueDate: due,
    assignedToId: doer,
    assignedById: giver,
    assigneeName: nameOf(people, doer),
  };
  const tell = (when: string, name: string, actor: string, before: Row, after: Row) =>
    rows.events.push(event(random, plan, when, name, 'task', id, actor, { before, after, ...beside }));
  tell(at, 'task.created', giver, {}, { orderLineId: line, title, priority, dueDate: due });
  if (started) tell(later(at), 'task.started', doer, { status: 'pending' }, { status: 'in_progress' });
}

function addComment(
  rows: TalkRows,
  plan: OrderPlan,
  text: string,
  part: Row,
  random: Random,
  people: readonly string[],
): void {
  const [, manager = ''] = people;
  const owner = people.slice(2)[plan.merchandiserIndex] ?? '';
  const mentioned = text.includes('@merchandiser') ? owner : text.includes('@manager') ? manager : null;
  const author = mentioned === owner ? manager : owner;
  const body = text
    .replace('@merchandiser', `@${nameOf(people, owner)}`)
    .replace('@manager', `@${nameOf(people, manager)}`);
  const made = addDays(plan.today, -random.whole(1, 9));
  const at = `${made < plan.ordered ? plan.ordered : made}${hour(random)}`;
  const id = random.id(new Date(at));
  const mentionedIds = mentioned ? [mentioned] : [];
  rows.comments.push({
    id,
    created_at: at,
    updated_at: at,
    row_version: 1,
    order_id: plan.id,
    ...part,
    body,
    mentioned_ids: mentionedIds,
    author_id: author,
  });
  const data = {
    orderLineId: part['order_line_id'],
    before: { body: null },
    after: { body },
    sampleId: part['sample_id'],
    newlyMentionedIds: mentionedIds,
  };
  rows.events.push(event(random, plan, at, 'comment.written', 'comment', id, author, data));
}

/** An hour and a half later, the same day. */
const later = (at: string): string => new Date(Date.parse(at) + 5_400_000).toISOString();
