import { addDays } from '../platform/values/day';
import { Random } from './random';
import { pastDay, type OrderPlan } from './season';
import type { Row } from './tables';

/** An event as it would have been recorded: what activity, undo and audit read. */
export function event(
  random: Random,
  plan: OrderPlan,
  at: string,
  name: string,
  subjectType: string,
  subjectId: unknown,
  actor: string,
  data: Row,
): Row {
  const when = new Date(at);
  return {
    id: random.id(when),
    sequence: 0,
    stream_id: plan.id,
    name,
    subject_type: subjectType,
    subject_id: subjectId,
    subject_version: 1,
    order_id: plan.id,
    order_line_id: data['orderLineId'] ?? null,
    actor_id: actor,
    data: Object.fromEntries(Object.entries(data).filter(([key]) => key !== 'orderLineId')),
    occurred_at: at,
    recorded_at: at,
    hash: '',
  };
}

/** The story of an order as its rows tell it, oldest first. @param creator who made it, where that is not its merchandiser */
export function eventRows(
  plan: OrderPlan,
  rows: { samples: Row[]; invoices: Row[]; credit: Row; shipments: Row[] },
  merchandiser: string,
  manager: string,
  creator = merchandiser,
): Row[] {
  const random = new Random(6_000 + plan.index);
  const tell = (at: unknown, name: string, type: string, id: unknown, data: Row, actor = merchandiser) =>
    event(random, plan, String(at), name, type, id, actor, data);
  const noon = (day: unknown) => `${String(day)}T06:30:00.000Z`;
  const story: Row[] = [
    tell(
      `${plan.ordered}T05:00:00.000Z`,
      'order.created',
      'order',
      plan.id,
      {
        before: {},
        after: {
          orderNumber: plan.number,
          customerName: plan.buyer.customer,
          lines: plan.styles.flatMap(({ lines }) => lines).length,
        },
      },
      creator,
    ),
  ];
  for (const sample of rows.samples) {
    const about = { type: sample['type'], version: sample['version'], orderLineId: sample['order_line_id'] };
    if (sample['submission_date'])
      story.push(
        tell(noon(sample['submission_date']), 'sample.submitted', 'sample', sample['id'], {
          ...about,
          before: { status: 'pending' },
          after: { status: 'submitted' },
        }),
      );
    if (sample['received_on'])
      story.push(
        tell(noon(sample['received_on']), 'sample.received', 'sample', sample['id'], {
          ...about,
          before: { receivedOn: null },
          after: { receivedOn: sample['received_on'] },
        }),
      );
    if (sample['decided_on'])
      story.push(
        tell(
          `${String(sample['decided_on'])}T09:00:00.000Z`,
          `sample.${String(sample['status'])}`,
          'sample',
          sample['id'],
          {
            ...about,
            before: { status: 'submitted' },
            after: { status: sample['status'] },
            ...(sample['rejection_reason'] ? { reason: sample['rejection_reason'] } : {}),
            ...(sample['approval_condition'] ? { condition: sample['approval_condition'] } : {}),
          },
        ),
      );
  }
  for (const invoice of rows.invoices) {
    const about = {
      piNumber: invoice['pi_number'],
      version: invoice['version'],
      amount: invoice['amount'],
      currency: invoice['currency'],
    };
    story.push(
      tell(noon(invoice['issue_date']), 'proforma_invoice.raised', 'proforma_invoice', invoice['id'], {
        before: {},
        after: about,
        ...about,
      }),
    );
    if (invoice['review'] === 'pending')
      story.push(
        tell(
          `${String(invoice['issue_date'])}T09:00:00.000Z`,
          'proforma_invoice.review_asked',
          'proforma_invoice',
          invoice['id'],
          {
            before: { review: null },
            after: { review: 'pending' },
            ...about,
          },
        ),
      );
    if (invoice['sent_at'])
      story.push(
        tell(invoice['sent_at'], 'proforma_invoice.sent', 'proforma_invoice', invoice['id'], {
          before: { status: 'draft' },
          after: { status: 'sent' },
          ...about,
        }),
      );
    if (invoice['confirmed_at'])
      story.push(
        tell(
          invoice['confirmed_at'],
          'proforma_invoice.confirmed',
          'proforma_invoice',
          invoice['id'],
          { before: { status: 'sent' }, after: { status: 'confirmed' }, ...about },
          manager,
        ),
      );
  }
  if (plan.progress >= 0.25) {
    const about = {
      lcNumber: rows.credit['lc_number'],
      amount: rows.credit['amount'],
      currency: rows.credit['currency'],
    };
    story.push(
      tell(noon(rows.credit['issue_date']), 'letter_of_credit.recorded', 'letter_of_credit', rows.credit['id'], {
        before: {},
        after: about,
        ...about,
      }),
    );
    const { status } = rows.credit;
    const moved = (from: string, to: string) => ({ before: { status: from }, after: { status: to }, ...about });
    const day = String(rows.credit['issue_date']);
    const later = (days: number, hour: string) => `${pastDay(plan, addDays(day, days))}T${hour}:00.000Z`;
    if (status !== 'pending')
      story.push(
        tell(
          later(1, '08:10'),
          'letter_of_credit.issued',
          'letter_of_credit',
          rows.credit['id'],
          moved('pending', 'issued'),
          manager,
        ),
      );
    if (status === 'confirmed' || status === 'expired')
      story.push(
        tell(
          later(4, '09:20'),
          'letter_of_credit.confirmed',
          'letter_of_credit',
          rows.credit['id'],
          moved('issued', 'confirmed'),
          manager,
        ),
      );
  }
  for (const shipment of rows.shipments) {
    const about = { carrierName: shipment['carrier_name'], awbNumber: shipment['awb_number'] };
    story.push(
      tell(shipment['created_at'], 'shipment.created', 'shipment', shipment['id'], {
        before: {},
        after: about,
        ...about,
      }),
    );
    if (shipment['delivered_on'])
      story.push(
        tell(noon(shipment['delivered_on']), 'shipment.delivered', 'shipment', shipment['id'], {
          before: { status: 'in_transit' },
          after: { status: 'delivered' },
          ...about,
        }),
      );
  }
  if (plan.delivered)
    story.push(
      tell(`${plan.delivered}T10:00:00.000Z`, 'order.delivered', 'order', plan.id, {
        before: { currentStage: 'Production' },
        after: { currentStage: 'Delivered', actualDeliveryDate: plan.delivered },
      }),
    );
  return story.sort((a, b) => String(a['occurred_at']).localeCompare(String(b['occurred_at'])));
}
