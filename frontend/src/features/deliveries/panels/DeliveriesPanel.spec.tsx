import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { OrderDto, SupplierDeliveryDto } from '@/shared/api/generated';
import { today } from '@/shared/lib/house';
import { aLine, anOrder, aStyle, nothingCame, pageOf, problem } from '../../../../test/orders';
import { renderAt } from '../../../../test/render';
import { type Answer, answerWith } from '../../../../test/server';
import { aDelivery, asYards as formula } from '../../../../test/supply';
import DeliveriesPanel from './DeliveriesPanel';

const white = aLine({
  quantity: '5000',
  unit: 'yards',
  delivery: nothingCame({
    deliveries: 1,
    totalDeliveredQuantity: '3986.63',
    conversions: [formula],
    shortageExcessQuantity: '-1013.37',
    percent: '79.7',
    least: '4750',
    most: '5250',
    verdict: 'short',
    sentence: 'Short by 1,013.37 yd: 3,986.63 yd of 5,000 yd came; at −5 % it takes 4,750 yd.',
  }),
});
const black = aLine({ id: 'line-2', label: 'MT-2291 · Black', quantity: '800', unit: 'kg' });

describe('what mills delivered of an order', () => {
  let order: OrderDto;
  let rows: SupplierDeliveryDto[];
  let sent: unknown[];

  const Panel = () => <DeliveriesPanel orderId="order-1" order={order} />;

  function answers(take: (body: unknown) => Answer = () => ({ body: rows })) {
    const taken = ({ data }: { data?: unknown }): Answer => {
      const body: unknown = data === undefined ? null : JSON.parse(String(data));
      sent.push(body);
      return take(body);
    };
    answerWith({
      'GET /api/v1/auth/capabilities/': () => ({ body: { capabilities: { 'supplier_delivery.write': 'own' } } }),
      'GET /api/v1/supplier-deliveries/': () => ({ body: pageOf(...rows) }),
      'POST /api/v1/orders/order-1/supplier-deliveries/': taken,
      'PATCH /api/v1/supplier-deliveries/delivery-1/': taken,
    });
  }

  beforeEach(() => {
    order = anOrder({ styles: [aStyle({ lines: [white, black] })] });
    rows = [aDelivery()];
    sent = [];
  });

  it('says in words how each line stands, and why it counts so much', async () => {
    answers();
    await renderAt(Panel);
    const meter = await screen.findByRole('meter', { name: 'Delivered of MT-2291 · White' });
    expect(meter).toHaveAttribute('aria-valuetext', '79.7 %, Short');
    expect(screen.getByText(white.delivery.sentence)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: /^Why 3,986.63\syd/ }));
    expect(await screen.findByText(formula.formula)).toBeVisible();
    expect(screen.getByRole('row', { name: /12 Nov 2026.*1,000\skg.*≈ 3,986.63\syd/ })).toBeVisible();
  });

  it('leads to the style where a quantity cannot be compared', async () => {
    const sentence = 'Fill in the GSM of the style.';
    const unknown = nothingCame({
      deliveries: 1,
      verdict: 'unknown',
      percent: null,
      beside: [{ quantity: '100', unit: 'kg', missing: [{ field: 'gsm', sentence }], sentence }],
    });
    order = anOrder({ styles: [aStyle({ lines: [aLine({ delivery: unknown })] })] });
    answers();
    await renderAt(Panel);
    expect(await screen.findByText(sentence)).toBeVisible();
    expect(screen.getByRole('link', { name: 'Fill it in on the style' })).toHaveAttribute(
      'href',
      '/orders/order-1?style=style-1',
    );
  });

  it('records what came of several lines in one go, and puts a refusal at its line', async () => {
    rows = [];
    let refuse = true;
    answers(() =>
      refuse
        ? problem(422, { errors: { 'lines.1.deliveredQuantity': ['kg have at most 3 decimals.'] } })
        : { status: 201, body: [aDelivery()] },
    );
    await renderAt(Panel);
    await userEvent.click(await screen.findByRole('button', { name: 'Record delivery' }));
    const form = within(await screen.findByRole('dialog', { name: 'Record a delivery of PO-1182' }));
    await userEvent.click(form.getByRole('button', { name: 'Record delivery' }));
    expect(await form.findByRole('alert')).toHaveTextContent('Enter what came of at least one line.');
    await userEvent.type(form.getByLabelText('Challan'), 'CH-8');
    await userEvent.type(form.getByLabelText('Delivered of MT-2291 · White'), '1,200');
    await userEvent.type(form.getByLabelText('Delivered of MT-2291 · Black'), '80.5');
    await userEvent.selectOptions(form.getByLabelText(/Unit of MT-2291 · Black/), 'lbs');
    await userEvent.type(form.getByLabelText('Rolls of MT-2291 · Black'), '4');
    await userEvent.click(form.getByRole('button', { name: 'Record delivery' }));
    expect(await form.findByText('kg have at most 3 decimals.')).toBeVisible();
    refuse = false;
    await userEvent.click(form.getByRole('button', { name: 'Record delivery' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(sent.at(-1)).toEqual({
      kind: 'goods',
      deliveryDate: today(),
      challanNumber: 'CH-8',
      lines: [
        { orderLineId: 'line-1', deliveredQuantity: '1200', unit: 'yards' },
        { orderLineId: 'line-2', deliveredQuantity: '80.5', unit: 'lbs', rollCount: 4 },
      ],
    });
  });

  it('weighs yarn, whatever a line counts, against what the line needs of it', async () => {
    rows = [];
    answers(() => ({ status: 201, body: [aDelivery({ kind: 'yarn' })] }));
    await renderAt(Panel);
    await userEvent.click(await screen.findByRole('button', { name: 'Record delivery' }));
    const form = within(await screen.findByRole('dialog', { name: 'Record a delivery of PO-1182' }));
    expect(form.getByLabelText(/Unit of MT-2291 · White/)).toHaveValue('yards');
    await userEvent.selectOptions(form.getByLabelText('What came'), 'yarn');
    expect(form.getByLabelText(/Unit of MT-2291 · White/)).toHaveValue('kg');
    expect(form.getAllByText('Nobody said how much yarn it needs')[0]).toBeVisible();
    await userEvent.type(form.getByLabelText('Delivered of MT-2291 · White'), '900');
    await userEvent.click(form.getByRole('button', { name: 'Record delivery' }));
    await waitFor(() =>
      expect(sent.at(-1)).toMatchObject({ kind: 'yarn', lines: [{ deliveredQuantity: '900', unit: 'kg' }] }),
    );
  });

  it('takes a delivery off its line, and with it off its style', async () => {
    answers(() => ({ body: aDelivery({ orderLineId: null, rowVersion: 2 }) }));
    await renderAt(Panel);
    await userEvent.click(await screen.findByRole('button', { name: /^12 Nov 2026.*White$/ }));
    const form = within(await screen.findByRole('dialog', { name: 'Delivery of 12 Nov 2026' }));
    await userEvent.selectOptions(form.getByLabelText('Line'), '');
    await userEvent.clear(form.getByLabelText('Rolls'));
    await userEvent.click(form.getByRole('button', { name: 'Save delivery' }));
    await waitFor(() => expect(sent).toEqual([{ orderLineId: null, styleId: null, rollCount: null }]));
  });
});
