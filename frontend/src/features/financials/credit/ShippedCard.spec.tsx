import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useSession } from '@/shared/session';
import { aCredit } from '../../../../test/money';
import { pageOf } from '../../../../test/orders';
import { renderAt } from '../../../../test/render';
import { answerWith } from '../../../../test/server';
import { ShippedCard } from './ShippedCard';

const AT = '/api/v1/financials/letters-of-credit/lc-1';
const shipment = { orderNumber: 'PO-1182', shippingDate: '2026-11-02', status: 'in_transit' };
const owed = { currency: 'USD', amount: '12000.00', outstanding: '12000.00', shippedOn: '2026-11-02', dueOn: null };

describe('what leaves under an LC', () => {
  it('tells what is owed for it, and begins a presentation with its invoice', async () => {
    const actor = { id: 'me', email: '', fullName: 'Rina Akter', role: 'merchandiser' as const };
    useSession.setState({ status: 'signedIn', actor });
    const credit = aCredit({ status: 'issued' });
    const sent: unknown[] = [];
    const asked: string[] = [];
    answerWith({
      'GET /api/v1/auth/capabilities/': () => ({
        body: { role: 'merchandiser', capabilities: { 'letter_of_credit.write': 'own' } },
      }),
      'GET /api/v1/shipments/': () => ({
        body: pageOf({ ...shipment, id: 's-1', awbNumber: 'MAEU1' }, { ...shipment, id: 's-2', awbNumber: 'MAEU2' }),
      }),
      'GET /api/v1/financials/receivables/': ({ url }) => {
        asked.push(url?.split('?')[1] ?? '');
        const under = { ...owed, id: 'o-1', shipmentId: 's-1', invoiceNumber: 'CI-00012' };
        const beside = { ...owed, id: 'o-2', shipmentId: 's-2', invoiceNumber: 'CI-00013' };
        return {
          body: pageOf(
            { ...under, letterOfCredit: { id: 'lc-1', lcNumber: credit.lcNumber }, presentedOn: null },
            { ...beside, letterOfCredit: null, presentedOn: null },
          ),
        };
      },
      [`GET ${AT}/`]: () => ({ body: credit }),
      [`POST ${AT}/drawings/`]: ({ data }) => {
        sent.push(JSON.parse(String(data)));
        return { status: 201, body: credit };
      },
    });
    await renderAt(() => <ShippedCard credit={credit} />);
    const [first, second] = await screen.findAllByRole('listitem');
    expect(await within(second!).findByText('not paid under this LC')).toBeVisible();
    expect(within(second!).queryByRole('button')).not.toBeInTheDocument();
    expect(within(first!).getByRole('link', { name: 'MAEU1' })).toHaveAttribute('href', '/shipments/s-1');
    expect(within(first!).getByRole('link', { name: 'CI-00012' })).toHaveAttribute('href', '/money/payments?owed=o-1');
    expect(asked).toEqual(['shipmentId=s-1&shipmentId=s-2&pageSize=50']);

    await userEvent.click(within(first!).getByRole('button', { name: 'Record presentation…' }));
    const drawer = within(await screen.findByRole('dialog', { name: `Presentation under LC ${credit.lcNumber}` }));
    await userEvent.click(drawer.getByRole('button', { name: 'Record presentation' }));
    await waitFor(() =>
      expect(sent).toMatchObject([{ reference: 'CI-00012', amount: '12000', shippedOn: '2026-11-02' }]),
    );
  });
});
