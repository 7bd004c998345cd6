import { because, ofBuyer, said, who, type Notice } from './notice';

/** Requests to delete an order. */
export const DELETION_NOTICES = {
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
} satisfies Readonly<Record<string, Notice>>;
