import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { CargoDto, CommercialInvoiceDto, ShipmentPaperDto } from '@/shared/api/generated';
import { useSession } from '@/shared/session';
import { pageOf, problem } from '../../../../test/orders';
import { renderAt } from '../../../../test/render';
import { type Answer, answerWith } from '../../../../test/server';
import { aCargo, aPaper, aShipment, noPresentation } from '../../../../test/shipments';
import ShipmentPage from './ShipmentPage';

const at = { at: '/shipments/shipment-1', path: '/shipments/$shipmentId' };
const line = aCargo().lines[0]!;

describe('what a shipment carries', () => {
  let cargo: CargoDto;
  let papers: ShipmentPaperDto[];
  let invoices: CommercialInvoiceDto[];

  function answers(more: Record<string, (request: { data?: unknown }) => Answer> = {}) {
    answerWith({
      'GET /api/v1/auth/capabilities/': () => ({ body: { capabilities: { 'shipment.write': 'own' } } }),
      'GET /api/v1/shipments/shipment-1/history/': () => ({ body: pageOf() }),
      'GET /api/v1/auth/users/colleagues/': () => ({ body: pageOf({ id: 'rina', fullName: 'Rina Akter' }) }),
      'GET /api/v1/shipments/shipment-1/': () => ({ body: aShipment({ mode: 'sea' }) }),
      'GET /api/v1/shipments/shipment-1/cargo/': () => ({ body: cargo }),
      'GET /api/v1/shipments/shipment-1/presentation/': () => ({ body: noPresentation }),
      'GET /api/v1/shipments/shipment-1/papers/': () => ({ body: { papers } }),
      'GET /api/v1/shipments/shipment-1/invoices/': () => ({ body: { invoices } }),
      'GET /api/v1/orders/order-1/': () => ({
        body: { styles: [{ lines: [{ id: 'line-1', label: 'MT-1 · Black', quantity: '1200', unit: 'kg' }] }] },
      }),
      ...more,
    });
  }

  beforeEach(() => {
    [cargo, papers, invoices] = [aCargo(), [aPaper()], []];
    useSession.setState({
      status: 'signedIn',
      actor: { id: 'rina', email: '', fullName: 'Rina Akter', role: 'merchandiser' },
    });
  });

  it('tells what goes and where its papers do not tie, and names whose work is missing', async () => {
    const sentence = 'MT-1 · Black: 1,200 kg go, 1,180 kg are packed: 20 kg less.';
    cargo = aCargo({ differences: [{ orderLineId: 'line-1', sentence }] });
    papers = [aPaper(), aPaper({ id: 'paper-2', kind: 'packing_list', state: 'ready', ownerName: 'Rina Akter' })];
    answers();
    await renderAt(ShipmentPage, at);
    expect(await screen.findByText(sentence)).toBeVisible();
    expect(within(screen.getByRole('table', { name: 'Lines that go' })).getByText('MT-1 · Black')).toBeVisible();
    expect(await screen.findByRole('heading', { name: 'Papers: 1 of 2 ready' })).toBeVisible();
    expect(screen.getByRole('button', { name: /Bill of lading.*Nobody yet.*Missing/ })).toBeVisible();
  });

  it('names the PI that a price stands on', async () => {
    cargo = aCargo({
      lines: [
        {
          ...line,
          priceFrom: 'proforma_invoice',
          pricedBy: { proformaInvoiceId: 'pi-1', piNumber: 'PI-00042' },
        },
      ],
    });
    answers();
    await renderAt(ShipmentPage, at);
    const link = await screen.findByRole('link', { name: 'PI-00042' });
    expect(link).toHaveAttribute('href', '/money/proforma-invoices/pi-1');
  });

  it('takes all lines of the order at once, and shows at its line what is refused', async () => {
    cargo = aCargo({ lines: [] });
    const sent: unknown[] = [];
    answers({
      'PUT /api/v1/shipments/shipment-1/lines/': ({ data }) => {
        sent.push(JSON.parse(String(data)));
        if (sent.length === 1) return problem(422, { errors: { 'lines.0.quantity': ['kg have at most 3 decimals.'] } });
        cargo = aCargo({ lines: [line], rowVersion: 2 });
        return { body: cargo };
      },
    });
    await renderAt(ShipmentPage, at);
    await userEvent.click(await screen.findByRole('button', { name: 'Say what goes' }));
    const form = within(await screen.findByRole('dialog'));
    await userEvent.click(await form.findByRole('button', { name: 'All 1 lines of the order' }));
    await userEvent.click(form.getByRole('button', { name: 'Save lines' }));
    expect(await form.findByText('kg have at most 3 decimals.')).toBeVisible();
    await userEvent.click(form.getByRole('button', { name: 'Save lines' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(sent[0]).toEqual({ lines: [{ orderLineId: 'line-1', quantity: '1200', unit: 'kg' }] });
    expect(await screen.findByRole('table', { name: 'Lines that go' })).toBeVisible();
  });

  it('takes lines of another order, each with the number of its own', async () => {
    cargo = aCargo({ lines: [] });
    const sent: { lines: object[] }[] = [];
    answers({
      'GET /api/v1/orders/order-1/': () => ({
        body: {
          orderNumber: 'PO-1182',
          styles: [{ lines: [{ id: 'line-1', label: 'MT-1 · Black', quantity: '1200', unit: 'kg' }] }],
        },
      }),
      'GET /api/v1/orders/': () => ({
        body: pageOf({ id: 'order-2', orderNumber: 'PO-1183', customerName: 'ANABIA' }),
      }),
      'GET /api/v1/orders/order-2/': () => ({
        body: {
          orderNumber: 'PO-1183',
          styles: [{ lines: [{ id: 'line-2', label: 'MT-2 · White', quantity: '300', unit: 'kg' }] }],
        },
      }),
      'PUT /api/v1/shipments/shipment-1/lines/': ({ data }) => {
        sent.push(JSON.parse(String(data)) as { lines: object[] });
        return { body: cargo };
      },
    });
    await renderAt(ShipmentPage, at);
    await userEvent.click(await screen.findByRole('button', { name: 'Say what goes' }));
    const form = within(await screen.findByRole('dialog'));
    await userEvent.click(form.getByRole('button', { name: 'Lines of another order' }));
    await userEvent.click(form.getByLabelText(/^Another order/));
    await userEvent.click(await screen.findByRole('option', { name: 'PO-1183 · ANABIA' }));
    await userEvent.click(await form.findByRole('button', { name: 'All 2 lines of the orders' }));
    expect(form.getAllByRole('option', { name: 'PO-1183 · MT-2 · White' })[0]).toBeInTheDocument();
    await userEvent.click(form.getByRole('button', { name: 'Save lines' }));
    await waitFor(() =>
      expect(sent[0]?.lines).toMatchObject([{ orderLineId: 'line-1' }, { orderLineId: 'line-2', quantity: '300' }]),
    );
  });

  it('shows of what goes with a colleague’s order the reader’s part, and offers nothing that is refused', async () => {
    cargo = aCargo({ part: true });
    answers({
      'GET /api/v1/shipments/shipment-1/': () => ({
        body: aShipment({
          orders: [
            { id: null, orderNumber: 'PO-1181' },
            { id: 'order-1', orderNumber: 'PO-1182' },
          ],
        }),
      }),
    });
    await renderAt(ShipmentPage, at);
    expect(await screen.findByText(/Below is the part of your orders/)).toBeVisible();
    expect(within(await screen.findByRole('table', { name: 'Lines that go' })).getByText('PO-1182')).toBeVisible();
    for (const name of ['Change lines', 'Write the packing list', 'Add containers', 'Issue the invoice'])
      expect(screen.queryByRole('button', { name })).not.toBeInTheDocument();
  });

  it('offers the container that was meant', async () => {
    const sent: unknown[] = [];
    answers({
      'PUT /api/v1/shipments/shipment-1/containers/': ({ data }) => {
        sent.push(JSON.parse(String(data)));
        return { body: cargo };
      },
    });
    await renderAt(ShipmentPage, at);
    await userEvent.click(await screen.findByRole('button', { name: 'Add containers' }));
    const form = within(await screen.findByRole('dialog'));
    await userEvent.type(form.getByLabelText(/^Container 1/), 'CSQU3054384');
    expect(form.getByLabelText(/Why the number stands/)).toBeVisible();
    await userEvent.click(form.getByRole('button', { name: 'CSQU3054383' }));
    await userEvent.click(form.getByRole('button', { name: 'Save containers' }));
    await waitFor(() => expect(sent).toEqual([{ containers: [{ containerNumber: 'CSQU3054383', size: '40HC' }] }]));
  });

  it('says of each package in which container it goes, and of each container what is in it', async () => {
    const box = { containerNumber: 'CSQU3054383', size: '40HC', sealNumber: null, checks: true, numberReason: null };
    const stowed = { packages: [], grossKg: '0', volumeM3: '0', volumePercent: null, weightPercent: null };
    cargo = aCargo({ containers: [{ ...box, ...stowed } as CargoDto['containers'][number]] });
    const sent: { packages: object[] }[] = [];
    answers({
      'PUT /api/v1/shipments/shipment-1/packing-list/': ({ data }) => {
        sent.push(JSON.parse(String(data)) as { packages: object[] });
        const full = { packages: [{ kind: 'roll', count: 48 }], grossKg: '1228.8', volumeM3: '7.776' };
        const fill = { volumePercent: '10.2', weightPercent: '4.6' };
        cargo = aCargo({ containers: [{ ...box, ...full, ...fill } as CargoDto['containers'][number]], rowVersion: 2 });
        return { body: cargo };
      },
    });
    await renderAt(ShipmentPage, at);
    await userEvent.click(await screen.findByRole('button', { name: 'Write the packing list' }));
    const form = within(await screen.findByRole('dialog'));
    await userEvent.click(form.getByRole('button', { name: 'Add a row' }));
    expect(form.getByLabelText('Container')).toHaveValue('CSQU3054383');
    await userEvent.type(form.getByLabelText(/^To no/), '48');
    await userEvent.type(form.getByLabelText(/^In each/), '25');
    await userEvent.click(form.getByRole('button', { name: 'Save packing list' }));
    expect(await screen.findByText(/48 rolls · 1,228.8 kg gross · 7.776 m³ · 10.2 % by volume/)).toBeVisible();
    expect(sent[0]?.packages[0]).toMatchObject({ firstNumber: 1, lastNumber: 48, containerNumber: 'CSQU3054383' });
  });

  it('sends of a paper only what was changed', async () => {
    const sent: unknown[] = [];
    answers({
      'PATCH /api/v1/shipment-papers/paper-1/': ({ data }) => {
        sent.push(JSON.parse(String(data)));
        papers = [aPaper({ state: 'ready', ownerId: 'rina', ownerName: 'Rina Akter' })];
        return { body: papers[0] };
      },
    });
    await renderAt(ShipmentPage, at);
    await userEvent.click(await screen.findByRole('button', { name: /Bill of lading/ }));
    const form = within(await screen.findByRole('dialog', { name: 'Bill of lading' }));
    await form.findByRole('option', { name: 'Rina Akter' });
    await userEvent.selectOptions(form.getByLabelText('Whose work'), 'Rina Akter');
    await userEvent.selectOptions(form.getByLabelText(/^State/), 'Ready');
    await userEvent.click(form.getByRole('button', { name: 'Save paper' }));
    expect(await screen.findByRole('button', { name: /Bill of lading.*Rina Akter.*Ready/ })).toBeVisible();
    expect(sent).toEqual([{ state: 'ready', ownerId: 'rina' }]);
  });

  it('issues the invoice, and says in the dialog why not', async () => {
    const detail = 'No price is agreed yet for MT-1 · Black. Give one, there or on the order.';
    answers({ 'POST /api/v1/shipments/shipment-1/invoices/': () => problem(422, { detail }) });
    await renderAt(ShipmentPage, at);
    await userEvent.click(await screen.findByRole('button', { name: 'Issue the invoice' }));
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.click(dialog.getByRole('button', { name: 'Issue invoice' }));
    expect(await dialog.findByText(detail)).toBeVisible();
  });
});
