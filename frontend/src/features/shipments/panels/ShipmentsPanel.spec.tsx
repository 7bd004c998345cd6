import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ShipmentDto } from '@/shared/api/generated';
import { anOrder, pageOf, problem } from '../../../../test/orders';
import { renderAt } from '../../../../test/render';
import { answerWith } from '../../../../test/server';
import { aShipment } from '../../../../test/shipments';
import ShipmentsPanel from './ShipmentsPanel';

const Panel = () => <ShipmentsPanel orderId="order-1" order={anOrder()} />;

const capabilities = { 'shipment.read': 'own', 'shipment.write': 'own' };

describe('the shipments of an order', () => {
  let shown: ShipmentDto[];
  let sent: { body: unknown; version: unknown }[];
  const taken = ({ data, headers }: { data?: unknown; headers?: { get(name: string): unknown } }) => {
    const body: unknown = JSON.parse(String(data));
    sent.push({ body, version: headers?.get('If-Match') ?? null });
    return body;
  };

  beforeEach(() => {
    shown = [];
    sent = [];
    answerWith({
      'GET /api/v1/auth/capabilities/': () => ({ body: { capabilities } }),
      'GET /api/v1/shipments/': () => ({ body: pageOf(...shown) }),
      'POST /api/v1/shipments/': (request) => {
        shown = [aShipment(taken(request) as Partial<ShipmentDto>)];
        return { status: 201, body: shown[0] };
      },
      'POST /api/v1/shipments/shipment-1/departure/': (request) => {
        taken(request);
        shown = [aShipment({ status: 'in_transit', nextStatuses: ['delivered', 'returned'], rowVersion: 2 })];
        return { body: shown[0] };
      },
      'POST /api/v1/shipments/shipment-1/delivery/': (request) => {
        const { deliveredOn } = taken(request) as { deliveredOn: string };
        const errors = { deliveredOn: ['This shipment left on 2026-11-10; it cannot have arrived earlier.'] };
        if (deliveredOn < '2026-11-10') return problem(422, { errors });
        shown = [aShipment({ status: 'delivered', nextStatuses: [], deliveredOn })];
        return { body: shown[0] };
      },
    });
  });

  it('go from booked to delivered, each step with its day', async () => {
    await renderAt(Panel);
    await userEvent.click(await screen.findByRole('button', { name: 'New shipment' }));
    const form = within(await screen.findByRole('dialog', { name: 'New shipment of PO-1182' }));
    await userEvent.type(form.getByLabelText(/^Carrier/), 'DHL');
    await userEvent.click(form.getByRole('button', { name: 'Book shipment' }));
    expect(await form.findByText('Under which number does it travel?')).toBeVisible();
    expect(sent).toEqual([]);
    await userEvent.type(form.getByLabelText(/^AWB number/), '176-12345675');
    await userEvent.clear(form.getByLabelText(/^Shipping date/));
    await userEvent.type(form.getByLabelText(/^Shipping date/), '2026-11-10');
    await userEvent.click(form.getByRole('button', { name: 'Book shipment' }));
    expect(await screen.findByText('Booked')).toBeVisible();
    expect(sent.at(-1)?.body).toEqual({
      orderId: 'order-1',
      carrierName: 'DHL',
      awbNumber: '176-12345675',
      shippingDate: '2026-11-10',
    });

    await userEvent.click(await screen.findByRole('button', { name: 'Record departure of 176-12345675' }));
    const departure = within(await screen.findByRole('dialog', { name: 'Record the departure of 176-12345675' }));
    expect(departure.getByLabelText(/^Left on/)).toHaveValue('2026-11-10');
    await userEvent.click(departure.getByRole('button', { name: 'Record departure' }));
    expect(await screen.findByText('In transit')).toBeVisible();
    expect(sent.at(-1)).toEqual({
      body: { shippingDate: '2026-11-10', estimatedArrival: '2026-11-20' },
      version: '"1"',
    });

    await userEvent.click(await screen.findByRole('button', { name: 'Record delivery of 176-12345675' }));
    const delivery = within(await screen.findByRole('dialog', { name: 'Record the delivery of 176-12345675' }));
    const day = delivery.getByLabelText(/^Delivered on/);
    await userEvent.clear(day);
    await userEvent.type(day, '2026-11-09');
    await userEvent.click(delivery.getByRole('button', { name: 'Record delivery' }));
    expect(await delivery.findByText(/cannot have arrived earlier/)).toBeVisible();
    await userEvent.clear(day);
    await userEvent.type(day, '2026-11-18');
    await userEvent.click(delivery.getByRole('button', { name: 'Record delivery' }));
    expect(await screen.findByText('Delivered', { selector: 'td *' })).toBeVisible();
    expect(sent.at(-1)).toEqual({ body: { deliveredOn: '2026-11-18' }, version: '"2"' });
    expect(screen.queryByRole('button', { name: /^Record/ })).not.toBeInTheDocument();
  });

  it('offer only what may come next', async () => {
    shown = [aShipment({ status: 'in_transit', nextStatuses: ['delivered', 'returned'] })];
    await renderAt(Panel);
    await userEvent.click(await screen.findByRole('button', { name: 'More about 176-12345675' }));
    const steps = within(await screen.findByRole('menu')).getAllByRole('menuitem');
    expect(steps.map((step) => step.textContent)).toEqual(['Record return…', 'Edit', 'Delete…']);
  });

  it('are only read by those who may not write', async () => {
    answerWith({
      'GET /api/v1/auth/capabilities/': () => ({ body: { capabilities: { 'shipment.read': 'all' } } }),
      'GET /api/v1/shipments/': () => ({ body: pageOf(aShipment()) }),
    });
    await renderAt(Panel);
    expect(await screen.findByRole('link', { name: '176-12345675' })).toHaveAttribute('href', '/shipments/shipment-1');
    await waitFor(() => expect(screen.queryByRole('button')).not.toBeInTheDocument());
  });
});
