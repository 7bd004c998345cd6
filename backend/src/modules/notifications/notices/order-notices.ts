import { dayWords, quantityWords } from '../../../platform/values/words';
import { because, isPredecessor, lineOf, ofBuyer, said, who, type Happening, type Notice } from './notice';

/** Orders, their lines and gates, files and what mills delivered. */
export const ORDER_NOTICES = {
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
      `${who(of)} made ${revision(of)} of order ${ofBuyer(of)}, on ${lineOf(of) ?? 'a line'}${because(of, 'reason')}`,
  },
  'line.deleted': {
    to: (of) => (said(of, 'agreedBy') ? ['merchandiser', 'manager'] : []),
    type: 'line.revised',
    severity: 'warning',
    title: (of) => `What was agreed on order ${of.orderNumber} has changed.`,
    message: (of) =>
      `${who(of)} removed ${lineOf(of) ?? 'a line'} from order ${ofBuyer(of)} by ${revision(of)}${because(of, 'reason')}`,
  },
  'line.split': {
    to: (of) => (said(of, 'agreedBy') ? ['merchandiser', 'manager'] : []),
    type: 'line.revised',
    severity: 'warning',
    title: (of) => `What was agreed on order ${of.orderNumber} has changed.`,
    message: (of) =>
      `${who(of)} split ${lineOf(of) ?? 'a line'} of order ${ofBuyer(of)} by ${revision(of)}${because(of, 'reason')}`,
  },
  'order.delivered': {
    to: ['manager'],
    severity: 'info',
    title: (of) => `Order ${of.orderNumber} is delivered.`,
    message: (of) => `${who(of)} marked order ${of.orderNumber} of ${of.customerName} delivered${deliveredOn(of)}.`,
  },
  'gate.overridden': {
    to: ['merchandiser', 'manager'],
    severity: 'warning',
    title: (of) => `Order ${of.orderNumber} went on although a gate said no.`,
    message: (of) => `${who(of)} ${wentOn(of)}, order ${ofBuyer(of)}${because(of, 'reason')}`,
  },
  'gate.reminded': {
    to: (of) => (said(of, 'holder') === 'us' ? ['merchandiser'] : []),
    severity: 'warning',
    title: (of) => `${who(of)} reminds you of ${said(of, 'gate') ?? 'a gate'}, order ${of.orderNumber}.`,
    message: (of) =>
      `${said(of, 'gate') ?? 'A gate'} of ${lineOf(of) ?? 'a line'}, order ${ofBuyer(of)}, waits with you${held(of)}${because(of, 'notes')}`,
  },
  'document.version_added': {
    to: ['merchandiser'],
    severity: 'info',
    title: (of) => `A document of order ${of.orderNumber} has a new version.`,
    message: (of) =>
      `${who(of)} added ${said(of, 'fileName') ?? 'a file'} to order ${ofBuyer(of)} in place of an earlier version.`,
  },
  'file.held': {
    to: ['sender', 'manager', 'admin'],
    severity: 'critical',
    title: (of) => `A virus was found in a file of order ${of.orderNumber}.`,
    message: (of) =>
      `${said(of, 'fileName') ?? 'A file'} of order ${ofBuyer(of)} is held: ${said(of, 'threat') ?? 'a virus'} was found in it. Nobody can open it. Delete it, ask its sender for a clean one, and have the computer that it came from checked.`,
  },
  'supplier_delivery.recorded': {
    to: ['merchandiser', 'manager', 'admin'],
    severity: 'info',
    title: (of) => `A delivery came for order ${of.orderNumber}.`,
    message: (of) => `${who(of)} recorded ${delivered(of)}, order ${ofBuyer(of)}${challan(of)}.`,
  },
} satisfies Readonly<Record<string, Notice>>;

/** What somebody went on with although a gate said no. */
function wentOn(of: Happening): string {
  const { step, lines } = of.facts;
  const line = lineOf(of) ? ` for ${lineOf(of)}` : typeof lines === 'number' && lines > 1 ? ` for ${lines} lines` : '';
  switch (step) {
    case 'dyeing':
      return `recorded dyeing${line} before the lab dip was approved`;
    case 'cutting':
      return `recorded cutting${line} before the PP sample was approved`;
    default:
      return `went on${line} with a condition still open`;
  }
}

/** ` for 6 days` */
function held({ facts: { daysHeld } }: Happening): string {
  return typeof daysHeld === 'number' && daysHeld > 0 ? ` for ${daysHeld} ${daysHeld === 1 ? 'day' : 'days'}` : '';
}

/** `revision 2, agreed with Anna Berg,` */
function revision(of: Happening): string {
  const { number } = of.facts;
  const by = said(of, 'agreedBy');
  return `${typeof number === 'number' ? `revision ${number}` : 'a revision'}${by ? `, agreed with ${by},` : ''}`;
}

/** `2,000 yd for White and 1 other line`; `a delivery` where the event says little. */
function delivered(of: Happening): string {
  const [quantity, unit] = [said(of, 'deliveredQuantity'), said(of, 'unit')];
  const { others } = of.facts;
  const more = typeof others === 'number' && others > 0 ? ` and ${others} other line${others === 1 ? '' : 's'}` : '';
  const yarn = said(of, 'kind') === 'yarn' ? ' of yarn' : '';
  return `${quantity && unit ? quantityWords(quantity, unit) : 'a delivery'}${yarn}${lineOf(of) ? ` for ${lineOf(of)}` : ''}${more}`;
}

function challan(of: Happening): string {
  const number = said(of, 'challanNumber');
  return number ? `, challan ${number}` : '';
}

function deliveredOn(of: Happening): string {
  const day = said(of, 'actualDeliveryDate');
  return day ? ` on ${dayWords(day)}` : '';
}
