import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ProformaInvoiceDto } from '@/shared/api/generated';
import { useSession } from '@/shared/session';
import { anInvoice, aSummary } from '../../../../test/money';
import { anOrder, pageOf, problem } from '../../../../test/orders';
import { renderAt } from '../../../../test/render';
import { type Answer, answerWith } from '../../../../test/server';
import InvoicePage from './InvoicePage';

interface Request {
  data?: unknown;
  headers: Record<string, unknown>;
}

/** A PI as somebody of the house sees it who may write, but not confirm. */
function invoicePage(invoice: ProformaInvoiceDto, writes: Record<string, (request: Request) => Answer> = {}) {
  answerWith({
    'GET /api/v1/auth/capabilities/': () => ({
      body: { role: 'merchandiser', capabilities: { 'proforma_invoice.write': 'own' } },
    }),
    'GET /api/v1/activity/': () => ({ body: pageOf() }),
    'GET /api/v1/orders/order-1/': () => ({ body: anOrder() }),
    'GET /api/v1/financials/summary/': () => ({ body: aSummary() }),
    'GET /api/v1/financials/proforma-invoices/': () => ({ body: pageOf(invoice) }),
    'GET /api/v1/financials/proforma-invoices/pi-1/': () => ({ body: invoice }),
    ...writes,
  });
  return renderAt(InvoicePage, {
    at: '/money/proforma-invoices/pi-1',
    path: '/money/proforma-invoices/$invoiceId',
  });
}

describe('the page of a PI', () => {
  beforeEach(() => {
    const actor = { id: 'me', email: '', fullName: 'Rina Akter', role: 'merchandiser' as const };
    useSession.setState({ status: 'signedIn', actor });
  });

  it('cancels one that was sent, with a reason, and never without', async () => {
    const sent: unknown[] = [];
    const cancelled = anInvoice({ status: 'cancelled', nextStatuses: [], cancellationReason: 'Moved to AW27.' });
    await invoicePage(anInvoice({ status: 'sent', nextStatuses: ['confirmed', 'cancelled'] }), {
      'POST /api/v1/financials/proforma-invoices/pi-1/cancellation/': ({ data, headers }) => {
        sent.push([JSON.parse(String(data)), headers['If-Match']]);
        return { body: cancelled };
      },
    });
    expect(await screen.findByText(/A manager confirms it next/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Confirm' })).not.toBeInTheDocument();
    await userEvent.click(await screen.findByRole('button', { name: 'More about PI-00042' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Cancel PI…' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Cancel PI-00042' }));
    await userEvent.click(dialog.getByRole('button', { name: 'Cancel PI' }));
    expect(await dialog.findByText('Say why: it is kept with the PI.')).toBeVisible();
    expect(sent).toEqual([]);

    await userEvent.type(dialog.getByLabelText(/^Reason/), 'Moved to AW27.');
    await userEvent.click(dialog.getByRole('button', { name: 'Cancel PI' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(sent).toEqual([[{ reason: 'Moved to AW27.' }, '"1"']]);
  });

  it('is revised by a new PI that names it, and opens that', async () => {
    const sent: unknown[] = [];
    const next = anInvoice({ id: 'pi-2', piNumber: 'PI-00043', version: 2, replacesId: 'pi-1' });
    const { address } = await invoicePage(anInvoice({ status: 'confirmed', nextStatuses: ['cancelled'] }), {
      'POST /api/v1/financials/proforma-invoices/': ({ data }) => {
        sent.push(JSON.parse(String(data)));
        return { status: 201, body: next };
      },
      'GET /api/v1/financials/proforma-invoices/pi-2/': () => ({ body: next }),
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Revise' }));
    const drawer = within(await screen.findByRole('dialog', { name: 'Revise PI-00042' }));
    expect(drawer.getByText(/PI-00042 is confirmed and stays until it is cancelled by hand/)).toBeVisible();
    const amount = drawer.getByLabelText('Amount');
    expect(amount).toHaveValue('109368.00');
    await userEvent.clear(amount);
    await userEvent.type(amount, '104,000');
    await userEvent.click(drawer.getByRole('button', { name: 'Raise PI' }));
    await waitFor(() => expect(address()).toBe('/money/proforma-invoices/pi-2'));
    expect(sent[0]).toMatchObject({ orderId: 'order-1', replacesId: 'pi-1', amount: '104000', currency: 'USD' });
  });

  it('takes the PDF of a draft, and says what is wrong with another file', async () => {
    const pdf = {
      fileName: 'PI-00042.pdf',
      contentType: 'application/pdf',
      size: 188_416,
      scanState: 'clean' as const,
      threat: null,
    };
    let stored = anInvoice();
    await invoicePage(stored, {
      'GET /api/v1/financials/proforma-invoices/pi-1/': () => ({ body: stored }),
      'POST /api/v1/financials/proforma-invoices/pi-1/pdf/': ({ data }) => {
        const file = (data as FormData).get('file') as File;
        if (file.size < 5) return problem(422, { detail: 'This is no PDF, whatever its name says.' });
        stored = anInvoice({ pdf, rowVersion: 2 });
        return { body: stored };
      },
    });
    const drop = await screen.findByLabelText(/Drop the PDF here/);
    await userEvent.upload(drop, new File(['no'], 'PI.pdf', { type: 'application/pdf' }));
    expect(await screen.findByText('This is no PDF, whatever its name says.')).toBeVisible();
    await userEvent.upload(drop, new File(['%PDF-1.7'], 'PI-00042.pdf', { type: 'application/pdf' }));
    expect(await screen.findByLabelText(/Drop a newer PDF here/)).toBeInTheDocument();
  });

  it('says that it is not there', async () => {
    answerWith({
      'GET /api/v1/auth/capabilities/': () => ({ body: { role: 'merchandiser', capabilities: {} } }),
      'GET /api/v1/financials/proforma-invoices/pi-9/': () => problem(404),
    });
    const path = '/money/proforma-invoices/$invoiceId';
    await renderAt(InvoicePage, { at: '/money/proforma-invoices/pi-9', path });
    expect(await screen.findByText('This PI is not among yours')).toBeVisible();
    expect(screen.getByRole('link', { name: 'All PIs' })).toHaveAttribute('href', '/money');
  });
});
