import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { anOrderRow, pageOf, problem } from '../../../../test/orders';
import { renderAt } from '../../../../test/render';
import { type Answer, answerWith } from '../../../../test/server';
import { aShipment } from '../../../../test/shipments';
import ShipmentsPage from './ShipmentsPage';

const capabilities = { 'shipment.write': 'own' };

function listWith(answer: () => Answer) {
  const asked: string[] = [];
  const sent: unknown[] = [];
  answerWith({
    'GET /api/v1/auth/capabilities/': () => ({ body: { capabilities } }),
    'GET /api/v1/orders/': () => ({ body: pageOf(anOrderRow()) }),
    'GET /api/v1/shipments/': ({ url }) => {
      asked.push(new URLSearchParams(url?.split('?')[1]).toString());
      return answer();
    },
    'POST /api/v1/shipments/': ({ data }) => {
      sent.push(JSON.parse(String(data)));
      return { status: 201, body: aShipment() };
    },
  });
  return { asked, sent };
}

describe('the list of shipments', () => {
  it('asks for what the URL says', async () => {
    const { asked } = listWith(() => ({ body: pageOf(aShipment()) }));
    const { address } = await renderAt(ShipmentsPage, {
      at: '/shipments?status=in_transit&orderId=order-1&shippingDateTo=2026-12-01&status=lost',
    });
    expect(await screen.findByRole('link', { name: '176-12345675' })).toHaveAttribute('href', '/shipments/shipment-1');
    expect(screen.getByRole('link', { name: 'PO-1182' })).toHaveAttribute('href', '/orders/order-1?tab=shipments');
    expect(asked).toEqual(['status=in_transit&shippingDateTo=2026-12-01&orderId=order-1&pageSize=25']);
    await userEvent.type(screen.getByRole('searchbox', { name: 'Search shipments' }), '176{Enter}');
    await waitFor(() => expect(address()).toContain('search=176'));
  });

  it('tells a list that is empty from a filter that leaves nothing', async () => {
    listWith(() => ({ body: pageOf() }));
    const { address } = await renderAt(ShipmentsPage, { at: '/shipments?status=returned' });
    await userEvent.click(await screen.findByRole('button', { name: 'Drop the filters' }));
    await waitFor(() => expect(address()).toBe('/shipments'));
    expect(await screen.findByText('No shipments yet')).toBeVisible();
  });

  it('says what failed and loads again on request', async () => {
    let failing = true;
    listWith(() => (failing ? problem(400, { detail: 'There is no filter “statu”.' }) : { body: pageOf(aShipment()) }));
    await renderAt(ShipmentsPage, { at: '/shipments' });
    expect(await screen.findByRole('alert')).toHaveTextContent('There is no filter “statu”.');
    failing = false;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('link', { name: '176-12345675' })).toBeVisible();
  });

  it('books one for an order that is chosen, and opens it', async () => {
    const { sent } = listWith(() => ({ body: pageOf(aShipment()) }));
    const { address } = await renderAt(ShipmentsPage, { at: '/shipments' });
    await userEvent.click(await screen.findByRole('button', { name: 'New shipment' }));
    const form = within(await screen.findByRole('dialog', { name: 'New shipment' }));
    await userEvent.type(form.getByLabelText(/^Carrier/), 'Maersk');
    await userEvent.type(form.getByLabelText(/^AWB number/), 'MSKU 307001-1');
    await userEvent.click(form.getByRole('button', { name: 'Book shipment' }));
    expect(await form.findByText('Of which order?')).toBeVisible();

    await userEvent.type(form.getByRole('combobox', { name: /^Order/ }), '1182');
    await userEvent.click(await screen.findByRole('option', { name: 'PO-1182 · ANABIA' }));
    await userEvent.click(form.getByRole('button', { name: 'Book shipment' }));
    await waitFor(() => expect(address()).toBe('/shipments/shipment-1'));
    expect(sent).toEqual([
      expect.objectContaining({ orderId: 'order-1', carrierName: 'Maersk', awbNumber: 'MSKU 307001-1' }),
    ]);
  });
});
