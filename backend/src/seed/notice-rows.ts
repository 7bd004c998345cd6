import { DEMO_SIGN_INS } from '../modules/auth/demo-sign-ins';
import {
  audienceOf,
  newlyMentioned,
  severityOf,
  typeOf,
  type Happening,
} from '../modules/notifications/notices/notice';
import { NOTICES } from '../modules/notifications/notices/notices';
import { addDays, type Day } from '../platform/values/day';
import { Random } from './random';
import { linesOf, type OrderPlan } from './season';
import type { Row } from './tables';

/** How long the inboxes reach back, and from when on nobody has looked. */
const KEPT_DAYS = 30;
const UNREAD_DAYS = 9;

/**
 * What people were told of the story, as the handler of the events tells them: never of their own deeds.
 * @param people ids of the demo sign-ins, in their order
 */
export function noticeRows(
  season: readonly OrderPlan[],
  story: readonly Row[],
  people: readonly string[],
  today: Day,
): Row[] {
  const random = new Random(7_000);
  const [admin, manager, ...merchandisers] = people;
  const planOf = new Map(season.map((plan) => [plan.id, plan]));
  return story.flatMap((event) => {
    const notice = NOTICES[String(event['name'])];
    const plan = planOf.get(String(event['order_id']));
    const at = String(event['recorded_at']);
    if (!notice || !plan || at < addDays(today, -KEPT_DAYS)) return [];
    const merchandiser = merchandisers[plan.merchandiserIndex];
    const happening = happeningOf(event, plan, people);
    const {
      assignedToId: doer,
      assignedById: giver,
      approverId: approver,
      requesterId: requester,
      ownerId: owner,
      sentById: sender,
    } = happening.facts;
    const mentioned = newlyMentioned(happening.facts);
    const hearers = { merchandiser, assignee: merchandiser, predecessor: null, creator: merchandiser, manager, admin };
    const named = { ...hearers, doer, giver, mentioned, approver, requester, owner, sender };
    return [...new Set(audienceOf(notice, happening).flatMap((audience) => named[audience]))]
      .filter((userId): userId is string => typeof userId === 'string' && userId !== event['actor_id'])
      .map((userId) => ({
        id: random.id(new Date(at)),
        created_at: at,
        updated_at: at,
        user_id: userId,
        title: notice.title({ ...happening, hearerId: userId }),
        message: notice.message({ ...happening, hearerId: userId }),
        notification_type: typeOf(notice, String(event['name']), happening),
        related_id: event['subject_id'],
        related_type: event['subject_type'],
        order_id: plan.id,
        is_read: at < addDays(today, -UNREAD_DAYS),
        severity: severityOf(notice, happening),
        event_id: event['id'],
      }));
  });
}

function happeningOf(event: Row, plan: OrderPlan, people: readonly string[]): Happening {
  const { after, before: _before, ...beside } = event['data'] as Row;
  const line = linesOf(plan).find(({ id }) => id === event['order_line_id']);
  return {
    orderNumber: plan.number,
    customerName: plan.buyer.customer,
    actorName: DEMO_SIGN_INS[people.indexOf(String(event['actor_id']))]?.fullName ?? null,
    lineName: line?.colour[1] ?? null,
    linePart: 1,
    day: String(event['recorded_at']).slice(0, 10),
    facts: { ...(after as Row), ...beside },
  };
}
