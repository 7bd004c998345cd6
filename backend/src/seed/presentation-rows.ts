import type { Day } from '../platform/values/day';
import { event } from './event-rows';
import { Random } from './random';
import type { OrderPlan } from './season';
import type { Row } from './tables';

/** Documents of goods on their way that are being made ready for the bank, in the demo house: each under the LC of its order. */
export function presentationRows(
  season: readonly OrderPlan[],
  { shipments, credits }: { shipments: readonly Row[]; credits: readonly Row[] },
  people: readonly string[],
  day: Day,
): { presentations: Row[]; events: Row[] } {
  const presentations: Row[] = [];
  const events: Row[] = [];
  for (const [index, shipment] of shipments.entries()) {
    const plan = season.find(({ id }) => id === shipment['order_id']);
    const credit = credits.find((one) => one['order_id'] === shipment['order_id']);
    const left = String(shipment['shipping_date']);
    const isOpen = credit && String(credit['expiry_date']) >= day && credit['status'] !== 'pending';
    if (!plan || !isOpen || shipment['status'] !== 'in_transit' || left >= day) continue;
    const random = new Random(13_000 + index);
    const at = `${left}T12:00:00.000Z`; // a day that is over, by whatever clock
    const presentation = {
      ...{ id: random.id(new Date(at)), created_at: at, updated_at: at, row_version: 1 },
      ...{ shipment_id: shipment['id'], letter_of_credit_id: credit['id'], on_board_on: left },
    };
    presentations.push(presentation);
    events.push(
      event(
        random,
        plan,
        at,
        'presentation.begun',
        'presentation',
        presentation.id,
        people[plan.merchandiserIndex] ?? '',
        {
          ...{ shipmentId: shipment['id'], awbNumber: shipment['awb_number'], carrierName: shipment['carrier_name'] },
          lcNumber: credit['lc_number'],
        },
      ),
    );
  }
  return { presentations, events };
}
