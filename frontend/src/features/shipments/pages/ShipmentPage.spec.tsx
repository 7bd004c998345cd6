import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ShipmentDto } from '@/shared/api/generated';
import { useSession } from '@/shared/session';
import { pageOf, problem } from '../../../../test/orders';
import { renderAt } from '../../../../test/render';
import { type Answer, answerWith } from '../../../../test/server';
import { aCargo, aShipment, noPresentation } from '../../../../test/shipments';
import ShipmentPage from './ShipmentPage';

const at = { at: '/shipments/shipment-1', path: '/shipments/$shipmentId' };
const booked = {
  id: 'entry-1',
  name: 'shipment.created',
  subjectId: 'shipment-1',
  actor: { id: 'rina', fullName: 'Rina Akter' },
  sentence: 'booked shipment 176-12345675 with DHL',
  occurredAt: '2026-11-01T04:00:00Z',
};

describe('a shipment', () => {
  let shipment: ShipmentDto;

  function answers(more: Record<string, (request: { data?: unknown }) => Answer> = {}) {
    answerWith({
      'GET /api/v1/auth/capabilities/': () => ({ body: { capabilities: { 'shipment.write': 'own' } } }),
      'GET /api/v1/shipments/shipment-1/history/': () => ({ body: pageOf(booked) }),
      'GET /api/v1/shipments/shipment-1/': () => ({ body: shipment }),
      'GET /api/v1/shipments/shipment-1/cargo/': () => ({ body: aCargo() }),
      'GET /api/v1/shipments/shipment-1/presentation/': () => ({ body: noPresentation }),
      'GET /api/v1/shipments/shipment-1/papers/': () => ({ body: { papers: [] } }),
      'GET /api/v1/shipments/shipment-1/invoices/': () => ({ body: { invoices: [] } }),
      ...more,
    });
  }

  beforeEach(() => {
    shipment = aShipment();
    useSession.setState({
      status: 'signedIn',
      actor: { id: 'rina', email: '', fullName: 'Rina Akter', role: 'merchandiser' },
    });
  });

  it('shows its facts, its order and its history', async () => {
    shipment = aShipment({
      status: 'returned',
      returnReason: 'The broker refused the papers.',
      nextStatuses: ['in_transit'],
    });
    answers();
    await renderAt(ShipmentPage, at);
    expect(await screen.findByRole('heading', { level: 1, name: '176-12345675' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'PO-1182' })).toHaveAttribute('href', '/orders/order-1?tab=shipments');
    expect(screen.getByText('The broker refused the papers.')).toBeVisible();
    expect(await screen.findByRole('button', { name: 'Record departure' })).toBeVisible();
    const history = await screen.findByRole('list', { name: 'History of 176-12345675' });
    expect(within(history).getAllByRole('listitem')).toHaveLength(1);
  });

  it('takes its papers, and says why a file is refused', async () => {
    const detail = 'We take PDF, pictures, Word, Excel and text here.';
    let refuse = true;
    const sent: FormData[] = [];
    answers({
      'POST /api/v1/shipments/shipment-1/documents/': ({ data }) => {
        sent.push(data as FormData);
        if (refuse) return problem(422, { detail });
        shipment = aShipment({
          documents: {
            fileName: 'awb.pdf',
            contentType: 'application/pdf',
            size: 182_000,
            scanState: 'clean' as const,
            threat: null,
          },
        });
        return { body: shipment };
      },
    });
    await renderAt(ShipmentPage, at);
    const file = new File(['%PDF-1.4'], 'awb.pdf', { type: 'application/pdf' });
    await userEvent.upload(await screen.findByLabelText(/Drop the papers here/), file);
    expect(await screen.findByRole('alert')).toHaveTextContent(detail);
    refuse = false;
    await userEvent.upload(screen.getByLabelText(/Drop the papers here/), file);
    expect(await screen.findByRole('button', { name: 'Open awb.pdf' })).toBeVisible();
    expect(screen.getByText('178 kB')).toBeVisible();
    expect((sent.at(-1)!.get('file') as File).name).toBe('awb.pdf');
  });

  it('lets a person choose where two changed the same', async () => {
    const sent: unknown[] = [];
    answers({
      'PATCH /api/v1/shipments/shipment-1/': ({ data }) => {
        sent.push(JSON.parse(String(data)));
        if (sent.length > 1) return { body: aShipment({ carrierName: 'FedEx', rowVersion: 3 }) };
        shipment = aShipment({ carrierName: 'Emirates SkyCargo', rowVersion: 2 });
        return problem(412, { code: 'request.stale_version' });
      },
    });
    await renderAt(ShipmentPage, at);
    await userEvent.click(await screen.findByRole('button', { name: 'Edit' }));
    const form = within(await screen.findByRole('dialog', { name: 'Shipment 176-12345675' }));
    await userEvent.clear(form.getByLabelText(/^Carrier/));
    await userEvent.type(form.getByLabelText(/^Carrier/), 'FedEx');
    await userEvent.click(form.getByRole('button', { name: 'Save shipment' }));
    expect(await form.findByText('Emirates SkyCargo')).toBeVisible();
    await userEvent.click(form.getByRole('button', { name: 'Save with these' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(sent).toEqual([{ carrierName: 'FedEx' }, { carrierName: 'FedEx' }]);
  });

  it('is deleted after a question, and its list is shown', async () => {
    answers({ 'DELETE /api/v1/shipments/shipment-1/': () => ({ status: 204 }) });
    const { address } = await renderAt(ShipmentPage, at);
    await userEvent.click(await screen.findByRole('button', { name: 'More about 176-12345675' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Delete…' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Delete shipment' }));
    await waitFor(() => expect(address()).toBe('/shipments'));
  });

  it('says so where it is not one of theirs', async () => {
    answers({ 'GET /api/v1/shipments/shipment-1/': () => problem(404) });
    await renderAt(ShipmentPage, at);
    expect(await screen.findByText('This shipment is not among yours')).toBeVisible();
  });
});
