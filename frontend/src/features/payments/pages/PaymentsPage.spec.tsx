import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { AgeingDto, ReceivableDetailDto } from '@/shared/api/generated';
import { useHouse } from '@/shared/lib/house';
import { useSession } from '@/shared/session';
import { pageOf } from '../../../../test/orders';
import { renderAt } from '../../../../test/render';
import { answerWith } from '../../../../test/server';
import PaymentsPage from './PaymentsPage';

const owed: ReceivableDetailDto = {
  ...{ id: 'owed-1', shipmentId: 'shipment-1', orderId: 'order-1', orderNumber: 'PO-1182', customerName: 'ANABIA' },
  ...{ invoiceId: 'invoice-1', invoiceNumber: 'CI-00042', currency: 'USD' },
  ...{ amount: '10000.00', received: '4000.00', outstanding: '6000.00' },
  ...{ issuedOn: '2026-10-02', shippedOn: '2026-10-05', arrivedOn: null, dueOn: '2026-11-04' },
  ...{ method: 'tt', tenorDays: 30, tenorFrom: 'shipment', letterOfCredit: null, drawing: null },
  ...{ presentedOn: null, acceptedOn: null, maturesOn: null, bankReference: null, notes: null },
  dueRule: '30 days after the shipment of 5 Oct 2026.',
  parts: [{ paymentId: 'paid-1', receivedOn: '2026-10-20', reference: 'FT-1', amount: '4000.00' }],
  ...{ updatedAt: '2026-10-20T08:00:00.000Z', rowVersion: 4 },
};
const another = { ...owed, id: 'owed-2', invoiceNumber: 'CI-00050', outstanding: '500.00' };
const sums: AgeingDto = {
  ...{ currency: 'USD', invoices: 2, outstanding: '6500.00', notDue: '500.00', undated: '0.00', overpaid: '0.00' },
  ...{ days1To30: '6000.00', days31To60: '0.00', days61To90: '0.00', over90: '0.00', oldestDueOn: '2026-11-04' },
};

const asked: string[] = [];
const answers = {
  'GET /api/v1/auth/capabilities/': () => ({ body: { capabilities: { 'payment.write': 'own' } } }),
  'GET /api/v1/financials/receivables/': ({ url }: { url?: string }) => {
    asked.push(url?.split('?')[1] ?? '');
    return { body: pageOf(owed, another) };
  },
  'GET /api/v1/financials/receivables/totals/': () => ({ body: { totals: [sums] } }),
  'GET /api/v1/financials/receivables/owed-1/': () => ({ body: owed }),
};

describe('payments', () => {
  beforeEach(() => {
    asked.length = 0;
    useHouse.setState({ timeZone: 'Asia/Dhaka' });
    const actor = { id: 'rina', email: '', fullName: 'Rina Akter', role: 'merchandiser' } as const;
    useSession.setState({ status: 'signedIn', actor });
  });

  it('show what is outstanding, and a sum opens the invoices it is of', async () => {
    answerWith(answers);
    await renderAt(PaymentsPage, { at: '/money/payments' });
    const row = within(await screen.findByRole('row', { name: /CI-00042/ }));
    expect(row.getByText('TT, 30 days after shipment')).toBeVisible();
    expect(asked).toEqual(['state=open&state=overpaid&pageSize=25']);
    const sum = within(await screen.findByRole('region', { name: 'USD' }));
    expect(sum.getByText('overdue since 04 Nov 2026')).toBeVisible();
    expect(sum.getByRole('button', { name: /^Over 90 days late/ })).toBeDisabled();
    await userEvent.click(sum.getByRole('button', { name: /^1–30 days late/ }));
    await screen.findByRole('row', { name: /CI-00042/ });
    expect(asked.at(-1)).toMatch(/currency=USD&dueFrom=\d{4}-\d\d-\d\d&dueTo=\d{4}-\d\d-\d\d/);
  });

  it('record what came, with bank charges, for the invoice and the next one', async () => {
    let sent: unknown;
    answerWith({
      ...answers,
      'POST /api/v1/financials/payments/': ({ data }) => {
        sent = JSON.parse(String(data));
        return { status: 201, body: { id: 'paid-2', amount: '6455.00', currency: 'USD', matches: [] } };
      },
    });
    await renderAt(PaymentsPage, { at: '/money/payments?owed=owed-1' });
    const drawer = within(await screen.findByRole('dialog', { name: 'What is owed for CI-00042' }));
    expect(drawer.getByText('30 days after the shipment of 5 Oct 2026.')).toBeVisible();
    await userEvent.click(drawer.getByRole('button', { name: 'Record payment' }));
    const form = within(await screen.findByRole('dialog', { name: 'Payment for CI-00042' }));
    expect(await form.findByLabelText('Of it to CI-00042')).toHaveValue('6000.00');
    const amount = form.getByLabelText(/^Amount/);
    await userEvent.clear(amount);
    await userEvent.type(amount, '6,455');
    await userEvent.type(form.getByLabelText('Bank charges'), '45');
    expect(form.getByRole('status')).toHaveTextContent(/Goes to none: 500\.00/);
    await userEvent.click(form.getByRole('button', { name: 'What is due first, first' }));
    expect(form.getByLabelText('Of it to CI-00050')).toHaveValue('500');
    await userEvent.click(form.getByRole('button', { name: 'Record payment' }));
    expect(await screen.findByRole('dialog', { name: 'What is owed for CI-00042' })).toBeVisible();
    expect(sent).toMatchObject({
      ...{ orderId: 'order-1', amount: '6455', charges: '45', currency: 'USD', method: 'tt' },
      matches: [
        { receivableId: 'owed-1', amount: '6000' },
        { receivableId: 'owed-2', amount: '500' },
      ],
    });
  });

  it('say how a shipment is paid; what the LC says of its days is the server’s to take over', async () => {
    let sent: unknown;
    answerWith({
      ...answers,
      'GET /api/v1/financials/letters-of-credit/': () => ({ body: pageOf({ id: 'lc-1', lcNumber: 'DC-7701' }) }),
      'PATCH /api/v1/financials/receivables/owed-1/': ({ data }) => {
        sent = JSON.parse(String(data));
        return { body: owed };
      },
    });
    await renderAt(PaymentsPage, { at: '/money/payments?owed=owed-1' });
    await userEvent.click(await screen.findByRole('button', { name: 'Change terms' }));
    const form = within(await screen.findByRole('dialog', { name: 'How CI-00042 is paid' }));
    expect(form.queryByLabelText('Matures on')).not.toBeInTheDocument();
    await userEvent.selectOptions(form.getByLabelText('Paid by'), 'lc');
    await userEvent.selectOptions(await form.findByLabelText('Under LC'), 'DC-7701');
    await userEvent.clear(form.getByLabelText('Days'));
    await userEvent.selectOptions(form.getByLabelText('Counted from'), 'As usual');
    await userEvent.click(form.getByRole('button', { name: 'Save terms' }));
    expect(await screen.findByRole('dialog', { name: 'What is owed for CI-00042' })).toBeVisible();
    expect(sent).toEqual({ method: 'lc', letterOfCreditId: 'lc-1' });
  });
});
