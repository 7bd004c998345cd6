import { screen, within } from '@testing-library/react';
import type { CommercialInvoiceRowDto } from '@/shared/api/generated';
import { useSession } from '@/shared/session';
import { pageOf } from '../../../../test/orders';
import { renderAt } from '../../../../test/render';
import { answerWith } from '../../../../test/server';
import InvoicesPage from './InvoicesPage';

const row: CommercialInvoiceRowDto = {
  ...{ id: 'ci-1', shipmentId: 'shipment-1', awbNumber: 'MAEU219884001', orderNumbers: ['PO-1182', 'PO-1190'] },
  ...{ invoiceNumber: 'CI-00042', status: 'issued', issueDate: '2026-11-20', amount: '158466.00', currency: 'USD' },
  ...{ buyer: 'ANABIA GmbH\nHamburg', cancelReason: null },
};
const cancelled: CommercialInvoiceRowDto = {
  ...{ ...row, id: 'ci-2', invoiceNumber: 'CI-00041', shipmentId: null, awbNumber: null, status: 'cancelled' },
  cancelReason: 'Other words.',
};

describe('commercial invoices over all shipments', () => {
  it('are listed with what the same filters come to, a currency each', async () => {
    const actor = { id: 'rina', email: '', fullName: 'Rina Akter', role: 'merchandiser' } as const;
    useSession.setState({ status: 'signedIn', actor });
    const asked: string[] = [];
    const keep = (url: string | undefined) => asked.push(url?.split('?')[1] ?? '');
    answerWith({
      'GET /api/v1/auth/capabilities/': () => ({ body: { capabilities: {} } }),
      'GET /api/v1/commercial-invoices/': ({ url }) => {
        keep(url);
        return { body: pageOf(row, cancelled) };
      },
      'GET /api/v1/commercial-invoices/totals/': ({ url }) => {
        keep(url);
        const total = { invoices: 1, cancelled: 0 };
        const euros = { ...total, currency: 'EUR', amount: '9.00' };
        return { body: { totals: [euros, { ...total, currency: 'USD', amount: '158466.00', cancelled: 1 }] } };
      },
    });
    await renderAt(InvoicesPage, { at: '/shipments/invoices?currency=USD&issuedFrom=2026-01-01&page=2' });
    expect(await screen.findByRole('link', { name: 'CI-00042' })).toHaveAttribute('href', '/shipments/shipment-1');
    expect(screen.queryByRole('link', { name: 'CI-00041' })).toBeNull();
    expect(screen.getByText('Other words.')).toBeVisible();
    const totals = (await screen.findByRole('heading', { name: 'Totals' })).closest('section')!;
    expect(within(totals).getByText('1 invoice, 1 cancelled')).toBeVisible();
    expect(totals).toHaveTextContent('9.00 EUR');
    expect(asked.sort()).toEqual([
      'currency=USD&issuedFrom=2026-01-01',
      'currency=USD&issuedFrom=2026-01-01&page=2&pageSize=25',
    ]);
  });
});
