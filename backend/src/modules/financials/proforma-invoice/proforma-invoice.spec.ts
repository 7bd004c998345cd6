import { IllegalTransition } from '../../../platform/lifecycle/lifecycle';
import { User } from '../../auth/users/user.entity';
import { ProformaInvoice } from './proforma-invoice.entity';
import { NotDraft } from './proforma-invoice.errors';
import { proformaInvoiceLifecycle, type ProformaInvoiceStatus } from './proforma-invoice.lifecycle';

const manager = Object.assign(new User(), { id: 'm', fullName: 'Manager' });
const noon = new Date('2026-11-21T06:00:00Z');
const invoiceIn = (status: ProformaInvoiceStatus) => Object.assign(new ProformaInvoice(), { status });

const verbs: Partial<Record<ProformaInvoiceStatus, (invoice: ProformaInvoice) => void>> = {
  sent: (invoice) => invoice.dispatch(noon, null),
  confirmed: (invoice) => invoice.confirm(manager, noon),
  cancelled: (invoice) => invoice.cancel('No longer wanted.'),
};

describe('the life of a PI', () => {
  it('can reach every status from draft', () => {
    const reached = new Set<ProformaInvoiceStatus>(['draft']);
    for (const status of reached) proformaInvoiceLifecycle.nextOf(status).forEach((next) => reached.add(next));
    expect([...reached].sort()).toEqual([...proformaInvoiceLifecycle.statuses].sort());
  });

  it('takes each listed step by its verb and refuses every other', () => {
    for (const from of proformaInvoiceLifecycle.statuses)
      for (const [to, verb] of Object.entries(verbs)) {
        const invoice = invoiceIn(from);
        if (proformaInvoiceLifecycle.nextOf(from).includes(to as ProformaInvoiceStatus)) {
          verb(invoice);
          expect(invoice.status).toBe(to);
        } else {
          expect(() => verb(invoice)).toThrow(IllegalTransition);
          expect(invoice.status).toBe(from);
        }
      }
  });

  it('keeps when it was sent, who confirmed it and why it was cancelled', () => {
    const invoice = invoiceIn('draft');
    invoice.dispatch(noon, null);
    invoice.confirm(manager, noon);
    invoice.cancel('No longer wanted.');
    expect(invoice).toMatchObject({
      status: 'cancelled',
      sentAt: noon,
      confirmedById: 'm',
      confirmedAt: noon,
      cancellationReason: 'No longer wanted.',
    });
  });

  it('gives way to the one that replaces it until it is confirmed', () => {
    expect(proformaInvoiceLifecycle.statuses.filter((status) => invoiceIn(status).givesWay)).toEqual(['draft', 'sent']);
  });

  it('takes a PDF while it is a draft, or once later, but not when it is cancelled', () => {
    const pdf = { key: 'a/b.pdf', fileName: 'b.pdf', contentType: 'application/pdf', size: 14 };
    const taking = proformaInvoiceLifecycle.statuses.map((status) => {
      const invoice = invoiceIn(status);
      return [0, 1].map(() => {
        try {
          invoice.attachPdf(pdf);
          return 'taken';
        } catch (error) {
          return (error as NotDraft).code;
        }
      });
    });
    const refused = 'proforma_invoice.not_draft';
    expect(taking).toEqual([
      ['taken', 'taken'],
      ['taken', refused],
      ['taken', refused],
      [refused, refused],
    ]);
  });

  it('says what to do instead of changing or deleting it', () => {
    expect(new NotDraft('PI-00042', 'sent', 'changed').detail).toBe(
      'PI-00042 is sent and can no longer be changed. Raise a new PI that replaces it.',
    );
    expect(new NotDraft('PI-00042', 'confirmed', 'deleted').detail).toContain('Cancel it with a reason instead');
    expect(new NotDraft('PI-00042', 'cancelled', 'deleted').detail).toContain('stays on record');
  });
});
