import { dayWords, moneyWords, quantityWords } from '../../platform/values/words';
import type { Severity } from './notification.entity';

/** What a notice is made of: the event's own facts over those of its subject's first event, and the order's. */
export interface Happening {
  orderNumber: string;
  customerName: string;
  actorName: string | null;
  lineName: string | null;
  facts: Readonly<Record<string, unknown>>;
  /** Whom this telling is for. */
  hearerId?: string;
}

/** `creator`: who brought the subject into the house, e.g. raised the PI. `assignee`: to whom the order was handed;
 * `predecessor`: whose it was until then.
 * `doer` and `giver` of a task; `mentioned`: by a comment, for the first time; `requester` and `approver` of a deletion. */
export type Audience =
  | 'merchandiser'
  | 'assignee'
  | 'predecessor'
  | 'creator'
  | 'manager'
  | 'admin'
  | 'doer'
  | 'giver'
  | 'mentioned'
  | 'approver'
  | 'requester';

export interface Notice {
  to: readonly Audience[] | ((of: Happening) => readonly Audience[]);
  /** As the catalogue calls it, where that is not the name of the event. */
  type?: string;
  severity: Severity;
  title: (of: Happening) => string;
  message: (of: Happening) => string;
}

/** Event name → who hears of it, and in which words. The person who did it never does. */
export const NOTICES: Readonly<Record<string, Notice>> = {
  'order.assigned': {
    to: ['assignee', 'predecessor'],
    severity: 'info',
    title: (of) => `Order ${of.orderNumber} is ${isPredecessor(of) ? 'no longer yours' : 'yours now'}.`,
    message: (of) =>
      isPredecessor(of)
        ? `${who(of)} handed order ${ofBuyer(of)} over to ${said(of, 'assigneeName') ?? 'somebody else'}. It has left your list.`
        : `${who(of)} handed order ${ofBuyer(of)} over to you.`,
  },
  'order.revised': {
    to: ['merchandiser', 'manager'],
    severity: 'warning',
    title: (of) => `What was agreed on order ${of.orderNumber} has changed.`,
    message: (of) => `${who(of)} made ${revision(of)} of order ${ofBuyer(of)}${because(of, 'reason')}`,
  },
  'line.revised': {
    to: ['merchandiser', 'manager'],
    severity: 'warning',
    title: (of) => `What was agreed on order ${of.orderNumber} has changed.`,
    message: (of) =>
      `${who(of)} made ${revision(of)} of order ${ofBuyer(of)}, on ${of.lineName ?? 'a line'}${because(of, 'reason')}`,
  },
  'order.delivered': {
    to: ['manager'],
    severity: 'info',
    title: (of) => `Order ${of.orderNumber} is delivered.`,
    message: (of) => `${who(of)} marked order ${of.orderNumber} of ${of.customerName} delivered${deliveredOn(of)}.`,
  },
  'deletion_request.made': {
    type: 'deletion_request',
    // Who made the order; where they have left, managers and admins answer.
    to: (of) => (said(of, 'approverId') ? ['approver'] : ['manager', 'admin']),
    severity: 'warning',
    title: (of) => `${who(of)} asks you to delete order ${of.orderNumber}.`,
    message: (of) =>
      `${who(of)} asks for order ${ofBuyer(of)} to be deleted${because(of, 'reason')} Approve it, and it goes to the trash; or decline.`,
  },
  'deletion_request.approved': {
    type: 'deletion_approved',
    to: ['requester'],
    severity: 'info',
    title: (of) => `Order ${of.orderNumber} is deleted, as you asked.`,
    message: (of) =>
      `${who(of)} approved your request to delete order ${ofBuyer(of)}${because(of, 'reason')} It stays in the trash for 30 days.`,
  },
  'deletion_request.declined': {
    type: 'deletion_declined',
    to: ['requester'],
    severity: 'warning',
    title: (of) => `Order ${of.orderNumber} stays: your request to delete it was declined.`,
    message: (of) => `${who(of)} declined your request to delete order ${ofBuyer(of)}${because(of, 'reason')}`,
  },
  'deletion_request.withdrawn': {
    type: 'deletion_withdrawn',
    to: ['approver'],
    severity: 'info',
    title: (of) => `Order ${of.orderNumber} need not be deleted any more.`,
    message: (of) => `${who(of)} no longer asks for order ${ofBuyer(of)} to be deleted.`,
  },
  'gate.overridden': {
    to: ['merchandiser', 'manager'],
    severity: 'warning',
    title: (of) => `Order ${of.orderNumber} went on although a gate said no.`,
    message: (of) => `${who(of)} ${wentOn(of)}, order ${ofBuyer(of)}${because(of, 'reason')}`,
  },
  'sample.approved': {
    to: ['merchandiser'],
    severity: 'info',
    title: (of) => `${capital(round(of))} of order ${of.orderNumber} was approved.`,
    message: (of) =>
      `${who(of)} recorded the approval of ${option(of)}${round(of)}, order ${ofBuyer(of)}${because(of, 'notes')}${condition(of)}`,
  },
  'sample.rejected': {
    to: ['merchandiser'],
    severity: 'warning',
    title: (of) => `${capital(round(of))} of order ${of.orderNumber} was rejected.`,
    message: (of) =>
      `${who(of)} recorded the rejection of ${round(of)}, order ${ofBuyer(of)}${because(of, 'reason')} Send a new round.`,
  },
  'document.version_added': {
    to: ['merchandiser'],
    severity: 'info',
    title: (of) => `A document of order ${of.orderNumber} has a new version.`,
    message: (of) =>
      `${who(of)} added ${said(of, 'fileName') ?? 'a file'} to order ${ofBuyer(of)} in place of an earlier version.`,
  },
  'proforma_invoice.sent': {
    to: ['manager', 'admin'],
    severity: 'info',
    title: (of) => `${capital(invoice(of))} of order ${of.orderNumber} waits for your review.`,
    message: (of) =>
      `${who(of)} sent ${invoice(of)}${amount(of)} for order ${ofBuyer(of)}. Confirm it, or cancel it with a reason.`,
  },
  'proforma_invoice.confirmed': {
    to: ['creator', 'merchandiser'],
    severity: 'info',
    title: (of) => `${capital(invoice(of))} of order ${of.orderNumber} was confirmed.`,
    message: (of) => `${who(of)} confirmed ${invoice(of)}${amount(of)} for order ${ofBuyer(of)}.`,
  },
  'proforma_invoice.cancelled': {
    to: ['creator', 'merchandiser'],
    severity: 'warning',
    title: (of) => `${capital(invoice(of))} of order ${of.orderNumber} was cancelled.`,
    message: (of) =>
      `${who(of)} cancelled ${invoice(of)}${amount(of)} for order ${ofBuyer(of)}${because(of, 'reason')}`,
  },
  'letter_of_credit.issued': {
    to: ['merchandiser'],
    severity: 'info',
    title: (of) => `${capital(credit(of))} of order ${of.orderNumber} was issued.`,
    message: (of) => `${who(of)} recorded that ${credit(of)}${amount(of)} was issued for order ${ofBuyer(of)}.`,
  },
  'letter_of_credit.confirmed': {
    to: ['merchandiser'],
    severity: 'info',
    title: (of) => `${capital(credit(of))} of order ${of.orderNumber} was confirmed.`,
    message: (of) => `${who(of)} confirmed ${credit(of)}${amount(of)} for order ${ofBuyer(of)}.`,
  },
  'shipment.delivered': {
    to: ['merchandiser'],
    severity: 'info',
    title: (of) => `A shipment of order ${of.orderNumber} has arrived.`,
    message: (of) => `${who(of)} recorded that the shipment${parcel(of)} of order ${ofBuyer(of)} was delivered.`,
  },
  'shipment.returned': {
    to: ['merchandiser'],
    severity: 'warning',
    title: (of) => `A shipment of order ${of.orderNumber} came back.`,
    message: (of) =>
      `${who(of)} recorded that the shipment${parcel(of)} of order ${ofBuyer(of)} was returned${because(of, 'reason')}`,
  },
  'supplier_delivery.recorded': {
    to: ['merchandiser', 'manager', 'admin'],
    severity: 'info',
    title: (of) => `A delivery came for order ${of.orderNumber}.`,
    message: (of) => `${who(of)} recorded ${delivered(of)}, order ${ofBuyer(of)}${challan(of)}.`,
  },
  'production_metric.recorded': {
    to: ['merchandiser'],
    severity: 'info',
    title: (of) => `Output${ofDay(of)} was entered for order ${of.orderNumber}.`,
    message: (of) => `${who(of)} entered ${output(of)} for order ${ofBuyer(of)}.`,
  },
  // Who is to do a task may not see its order: these tell its number, and no more of it.
  'task.created': {
    to: ['doer'],
    severity: 'info',
    title: (of) => `${who(of)} gave you a task on order ${of.orderNumber}.`,
    message: (of) => `${who(of)} asks you, for order ${of.orderNumber}: ${task(of)}${byDay(of)}.`,
  },
  'task.assigned': {
    to: ['doer'],
    severity: 'info',
    title: (of) => `${who(of)} handed you a task on order ${of.orderNumber}.`,
    message: (of) => `${who(of)} asks you, for order ${of.orderNumber}: ${task(of)}${byDay(of)}.`,
  },
  'task.completed': {
    to: ['giver', 'doer'],
    severity: 'info',
    title: (of) => `A task on order ${of.orderNumber} is done.`,
    message: (of) =>
      said(of, 'closedByGate')
        ? `${who(of)} recorded an approval on order ${of.orderNumber}, which closes a task: ${task(of)}.`
        : `${who(of)} completed a task on order ${of.orderNumber}: ${task(of)}.`,
  },
  'comment.written': {
    to: ['mentioned', 'merchandiser'],
    severity: 'info',
    title: (of) => `${who(of)} ${isMentioned(of) ? 'mentioned you' : 'commented'} on order ${of.orderNumber}.`,
    message: (of) => `${who(of)} wrote on order ${ofBuyer(of)}${excerpt(of)}`,
  },
  'comment.edited': {
    to: ['mentioned'],
    severity: 'info',
    title: (of) => `${who(of)} mentioned you on order ${of.orderNumber}.`,
    message: (of) => `${who(of)} wrote on order ${ofBuyer(of)}${excerpt(of)}`,
  },
};

/** Who hears of it, by their part in it. */
export const audienceOf = ({ to }: Notice, of: Happening): readonly Audience[] =>
  typeof to === 'function' ? to(of) : to;

const said = ({ facts }: Happening, name: string): string | null => {
  const value = facts[name];
  return typeof value === 'string' && value.trim() ? value.trim() : null;
};

/** What somebody went on with although a gate said no. */
function wentOn(of: Happening): string {
  const line = of.lineName ? ` for ${of.lineName}` : '';
  switch (of.facts['step']) {
    case 'dyeing':
      return `recorded dyeing${line} before the lab dip was approved`;
    case 'cutting':
      return `recorded cutting${line} before the PP sample was approved`;
    default:
      return `went on${line} with a condition still open`;
  }
}

const who = ({ actorName }: Happening): string => actorName ?? 'Provabook';
const ofBuyer = ({ orderNumber, customerName }: Happening): string => `${orderNumber} of ${customerName}`;
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `: “Too red under D65”.`, or the full stop alone. */
function because(of: Happening, name: string): string {
  const reason = said(of, name)?.replace(/[.\s]+$/, '');
  return reason ? `: “${reason}”.` : '.';
}

/** “Chase the mill for the second lab dip” */
const task = (of: Happening): string => `“${said(of, 'title')?.replace(/[.\s]+$/, '') ?? 'a task'}”`;

/** Longer comments are cut: the notice leads to them. */
const EXCERPT = 400;

/** `: “dip R2 couriered”.`, or the full stop alone. */
function excerpt(of: Happening): string {
  const body = said(of, 'body')?.replace(/\s+/g, ' ');
  const cut = body && body.length > EXCERPT ? `${body.slice(0, EXCERPT).trimEnd()}…` : body;
  return because({ ...of, facts: { body: cut } }, 'body');
}

/** `, by 24 Nov 2026` */
function byDay(of: Happening): string {
  const day = said(of, 'dueDate');
  return day ? `, by ${dayWords(day)}` : '';
}

/** Whom the event mentions for the first time. */
export function newlyMentioned(facts: Happening['facts']): string[] {
  const { newlyMentionedIds } = facts;
  return Array.isArray(newlyMentionedIds) ? newlyMentionedIds.filter((id) => typeof id === 'string') : [];
}

const isPredecessor = ({ facts, hearerId }: Happening): boolean =>
  hearerId !== undefined && facts['predecessorId'] === hearerId;

const isMentioned = ({ facts, hearerId }: Happening): boolean =>
  hearerId !== undefined && newlyMentioned(facts).includes(hearerId);

/** `lab dip round 2 for Black` */
function round(of: Happening): string {
  const { version } = of.facts;
  return [
    said(of, 'type')?.replaceAll('_', ' ').replace(/^pp /, 'PP ') ?? 'a sample',
    typeof version === 'number' ? ` round ${version}` : '',
    of.lineName ? ` for ${of.lineName}` : '',
  ].join('');
}

/** `option B of `, or nothing. */
const option = (of: Happening): string => (said(of, 'option') ? `option ${said(of, 'option')} of ` : '');

/** ` It holds on a condition: “bulk is bluer”.`, or nothing. */
const condition = (of: Happening): string =>
  said(of, 'condition') ? ` It holds on a condition${because(of, 'condition')}` : '';

/** `revision 2, agreed with Anna Berg,` */
function revision(of: Happening): string {
  const { number } = of.facts;
  const by = said(of, 'agreedBy');
  return `${typeof number === 'number' ? `revision ${number}` : 'a revision'}${by ? `, agreed with ${by},` : ''}`;
}

const invoice = (of: Happening): string => said(of, 'piNumber') ?? 'a PI';

const credit = (of: Happening): string => {
  const number = said(of, 'lcNumber');
  if (!number) return 'an LC';
  return /^lc/i.test(number) ? number : `LC ${number}`;
};

/** ` for USD 158,466.00` */
function amount(of: Happening): string {
  const [value, currency] = [said(of, 'amount'), said(of, 'currency')];
  return value && currency ? ` for ${moneyWords(value, currency)}` : '';
}

/** ` 176-12345675 with DHL` */
function parcel(of: Happening): string {
  const [number, carrier] = [said(of, 'awbNumber'), said(of, 'carrierName')];
  return `${number ? ` ${number}` : ''}${carrier ? ` with ${carrier}` : ''}`;
}

/** `2,000 yd for White and 1 other line`; `a delivery` where the event says little. */
function delivered(of: Happening): string {
  const [quantity, unit] = [said(of, 'deliveredQuantity'), said(of, 'unit')];
  const { others } = of.facts;
  const more = typeof others === 'number' && others > 0 ? ` and ${others} other line${others === 1 ? '' : 's'}` : '';
  return `${quantity && unit ? quantityWords(quantity, unit) : 'a delivery'}${of.lineName ? ` for ${of.lineName}` : ''}${more}`;
}

function challan(of: Happening): string {
  const number = said(of, 'challanNumber');
  return number ? `, challan ${number}` : '';
}

function deliveredOn(of: Happening): string {
  const day = said(of, 'actualDeliveryDate');
  return day ? ` on ${dayWords(day)}` : '';
}

function ofDay(of: Happening): string {
  const day = said(of, 'date');
  return day ? ` of ${dayWords(day)}` : '';
}

/** `400 kg knitted and 100 kg dyed`; `no output` for a day on which nothing was made. */
function output(of: Happening): string {
  const unit = said(of, 'unit') ?? 'kg';
  const made = (['knitted', 'dyed', 'finished'] as const).flatMap((stage) => {
    const quantity = said(of, `${stage}Quantity`);
    return quantity && Number(quantity) > 0 ? [`${quantityWords(quantity, unit)} ${stage}`] : [];
  });
  if (made.length < 2) return made[0] ?? 'no output';
  return `${made.slice(0, -1).join(', ')} and ${made.at(-1)}`;
}
