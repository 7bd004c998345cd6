import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { LetterOfCreditDto, ProformaInvoiceDto } from '@/shared/api/generated';
import { useHouse } from '@/shared/lib/house';
import { aCredit, anInvoice, aSummary } from '../../../../test/money';
import { anOrder, pageOf, problem } from '../../../../test/orders';
import { renderAt } from '../../../../test/render';
import { type Answer, answerWith } from '../../../../test/server';
import MoneyPanel from './MoneyPanel';

const write = { 'proforma_invoice.write': 'own', 'letter_of_credit.write': 'own' };
const merchandiser = { role: 'merchandiser', capabilities: write };
const manager = {
  role: 'manager',
  capabilities: { ...write, 'proforma_invoice.confirm': 'house', 'letter_of_credit.confirm': 'house' },
};

interface Sent {
  route: string;
  body: unknown;
  ifMatch: unknown;
  key: unknown;
}

/** The money of an order, with what was sent to the server. */
function moneyOf(given: {
  who?: object;
  invoices?: ProformaInvoiceDto[];
  credits?: LetterOfCreditDto[];
  writes?: Record<string, (body: unknown) => Answer>;
}) {
  const { who = merchandiser, invoices = [], credits = [], writes = {} } = given;
  const sent: Sent[] = [];
  const shown = { invoices, credits };
  const recorded = Object.entries(writes).map(([route, answer]) => [
    route,
    ({ data, headers }: { data?: unknown; headers: Record<string, unknown> }) => {
      const body: unknown = data === undefined ? null : JSON.parse(String(data));
      sent.push({ route, body, ifMatch: headers['If-Match'], key: headers['Idempotency-Key'] });
      return answer(body);
    },
  ]);
  answerWith({
    'GET /api/v1/auth/capabilities/': () => ({ body: who }),
    'GET /api/v1/orders/order-1/': () => ({ body: anOrder() }),
    'GET /api/v1/financials/summary/': () => ({ body: aSummary() }),
    'GET /api/v1/financials/proforma-invoices/': () => ({ body: pageOf(...shown.invoices) }),
    'GET /api/v1/financials/letters-of-credit/': () => ({ body: pageOf(...shown.credits) }),
    ...(Object.fromEntries(recorded) as object),
  });
  return { sent, shown };
}

const Panel = () => <MoneyPanel orderId="order-1" order={anOrder()} />;

describe('the money of an order', () => {
  beforeEach(() => useHouse.setState({ timeZone: 'Asia/Dhaka' }));

  it('raises a PI over the value of the order, and marks it as sent', async () => {
    const draft = anInvoice();
    const { sent, shown } = moneyOf({
      writes: {
        'POST /api/v1/financials/proforma-invoices/': () => {
          shown.invoices = [draft];
          return { status: 201, body: draft };
        },
        'POST /api/v1/financials/proforma-invoices/pi-1/dispatch/': () => {
          shown.invoices = [{ ...draft, status: 'sent', nextStatuses: ['confirmed', 'cancelled'], rowVersion: 2 }];
          return { body: shown.invoices[0] };
        },
      },
    });
    await renderAt(Panel);
    await userEvent.click(await screen.findByRole('button', { name: 'Raise PI' }));
    const drawer = within(await screen.findByRole('dialog', { name: 'New PI of PO-1182' }));
    expect(await drawer.findByText(/Left empty: the value of the order, USD\s109,368\.00/)).toBeVisible();
    await userEvent.type(drawer.getByLabelText('Notes'), 'Payment by LC at sight.');
    await userEvent.click(drawer.getByRole('button', { name: 'Raise PI' }));

    await userEvent.click(await screen.findByRole('button', { name: 'Mark as sent, PI-00042' }));
    const question = within(await screen.findByRole('alertdialog', { name: 'Mark PI-00042 as sent?' }));
    expect(question.getByText('109,368.00')).toBeVisible();
    await userEvent.click(question.getByRole('button', { name: 'Mark as sent' }));

    // A merchandiser waits for a manager now.
    const row = within(await screen.findByRole('row', { name: /PI-00042/ }));
    expect(await row.findByText('Sent')).toBeVisible();
    expect(row.queryByRole('button', { name: /^Confirm/ })).not.toBeInTheDocument();
    expect(sent[0]?.body).toEqual({
      orderId: 'order-1',
      issueDate: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string,
      notes: 'Payment by LC at sight.',
    });
    expect(sent[0]?.key).toEqual(expect.any(String));
    expect(sent[1]).toMatchObject({ body: null, ifMatch: '"1"' });
  });

  it('shows a manager the newer version before they confirm it', async () => {
    const read = anInvoice({ status: 'sent', nextStatuses: ['confirmed', 'cancelled'] });
    const newer = { ...read, notes: 'Changed', rowVersion: 2 };
    const { sent, shown } = moneyOf({
      who: manager,
      invoices: [read],
      writes: {
        'POST /api/v1/financials/proforma-invoices/pi-1/confirmation/': () => {
          if (sent.length === 1) {
            shown.invoices = [newer];
            return problem(412, { detail: 'Rina Akter changed this meanwhile.' });
          }
          return { body: { ...newer, status: 'confirmed', nextStatuses: ['cancelled'], rowVersion: 3 } };
        },
      },
    });
    await renderAt(Panel);
    await userEvent.click(await screen.findByRole('button', { name: 'Confirm, PI-00042' }));
    const question = within(await screen.findByRole('alertdialog', { name: 'Confirm PI-00042?' }));
    await userEvent.click(question.getByRole('button', { name: 'Confirm PI' }));
    expect(await question.findByRole('alert')).toHaveTextContent('Rina Akter changed this meanwhile.');
    await userEvent.click(question.getByRole('button', { name: 'Confirm PI' }));
    await waitFor(() => expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument());
    expect(sent.map(({ ifMatch }) => ifMatch)).toEqual(['"1"', '"2"']);
  });

  it('records an LC, with a refusal at its field', async () => {
    const { sent, shown } = moneyOf({
      writes: {
        'POST /api/v1/financials/letters-of-credit/': (body) => {
          if ((body as { latestShipmentDate?: string }).latestShipmentDate === '2027-02-01')
            return problem(422, { errors: { latestShipmentDate: ['It cannot be after the LC has expired.'] } });
          shown.credits = [aCredit()];
          return { status: 201, body: aCredit() };
        },
      },
    });
    await renderAt(Panel);
    await userEvent.click(await screen.findByRole('button', { name: 'Record LC' }));
    const drawer = within(await screen.findByRole('dialog', { name: 'New LC of PO-1182' }));
    const save = drawer.getByRole('button', { name: 'Record LC' });
    await userEvent.click(save);
    expect(await drawer.findByText('How much does it cover?')).toBeVisible();
    expect(sent).toEqual([]);

    await userEvent.type(drawer.getByLabelText('LC number'), 'EXLC-2026-0417');
    await userEvent.type(drawer.getByRole('textbox', { name: 'Amount' }), '109,368.50');
    await userEvent.type(drawer.getByLabelText(/^Expiry/), '2027-01-20');
    await userEvent.type(drawer.getByLabelText('Latest shipment'), '2027-02-01');
    await userEvent.click(save);
    expect(await drawer.findByText('It cannot be after the LC has expired.')).toBeVisible();

    await userEvent.clear(drawer.getByLabelText('Latest shipment'));
    await userEvent.click(save);
    expect(await screen.findByRole('button', { name: 'Mark as issued, EXLC-2026-0417' })).toBeVisible();
    expect(sent.at(-1)?.body).toMatchObject({
      orderId: 'order-1',
      lcNumber: 'EXLC-2026-0417',
      amount: '109368.5',
      expiryDate: '2027-01-20',
    });
  });

  it('puts value, confirmed PIs and LC cover side by side', async () => {
    moneyOf({ invoices: [anInvoice()] });
    await renderAt(Panel);
    expect(await screen.findByText('1 PI sent, to be confirmed')).toBeVisible();
    const cover = screen.getByText('LC cover').parentElement!;
    expect(cover).toHaveTextContent('109,368.00 USD');
  });
});
