import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { OrderProfitDto, ProfitTotalDto } from '@/shared/api/generated';
import { useSession } from '@/shared/session';
import { pageOf } from '../../../../test/orders';
import { renderAt } from '../../../../test/render';
import { answerWith } from '../../../../test/server';
import ProfitPage from './ProfitPage';

const figures = { value: '9830.00', potentialProfit: '1230.00', realizedValue: '2211.75', realizedProfit: '276.75' };
const row: OrderProfitDto = {
  orderId: '0197a2f4-6d0e-7c3a-9b1f-2f6f5a4d3c21',
  orderNumber: 'PO-1182',
  customerName: 'ANABIA',
  buyerName: null,
  status: 'running',
  orderDate: '2026-11-02',
  merchandiser: null,
  currency: 'USD',
  ...figures,
  marginPercent: '12.5',
  unpricedLines: 0,
};
const total: ProfitTotalDto = { currency: 'USD', orders: 1, ...figures, marginPercent: '12.5', unpricedLines: 2 };
const euro: ProfitTotalDto = { ...total, currency: 'EUR', orders: 3, unpricedLines: 0 };

const answers = {
  'GET /api/v1/auth/capabilities/': () => ({ body: { capabilities: { 'exchange_rate.write': 'house' } } }),
  'GET /api/v1/financials/profits/': () => ({ body: pageOf(row) }),
  'GET /api/v1/financials/profits/totals/': () => ({ body: { totals: [euro, total] } }),
};

describe('what orders are worth', () => {
  beforeEach(() => {
    const actor = { id: 'rina', email: '', fullName: 'Rina Akter', role: 'manager' } as const;
    useSession.setState({ status: 'signedIn', actor });
  });

  it('adds up each currency by itself, and narrows the sums as it narrows the list', async () => {
    const asked: string[] = [];
    answerWith({
      ...answers,
      'GET /api/v1/financials/profits/totals/': ({ url }) => {
        asked.push(url?.split('?')[1] ?? '');
        return { body: { totals: [euro, total] } };
      },
    });
    await renderAt(ProfitPage, { at: '/money/profit?currency=USD&page=2&atALoss=true' });
    const sums = await screen.findByRole('region', { name: 'USD' });
    expect(sums).toHaveTextContent('1 order · 2 lines without a price');
    expect(within(sums).getByText('1,230.00')).toBeVisible();
    expect(screen.getByRole('region', { name: 'EUR' })).toHaveTextContent('3 orders');
    expect(asked).toEqual(['currency=USD&atALoss=true']);
  });

  it('tells all in one currency by rates that are named, and says what has none', async () => {
    answerWith({
      ...answers,
      'GET /api/v1/financials/profits/totals/USD/': () => ({
        body: {
          currency: 'USD',
          ...figures,
          marginPercent: '12.5',
          rates: [{ currency: 'EUR', factor: '1.08', ratedOn: '2026-11-20', source: 'ECB' }],
          without: [{ ...total, currency: 'BDT' }],
        },
      }),
    });
    await renderAt(ProfitPage, { at: '/money/profit' });
    await userEvent.selectOptions(await screen.findByLabelText('Tell the totals in one currency'), 'USD');
    expect(await screen.findByText('1 EUR = 1.08 USD, ECB, 20 Nov 2026')).toBeVisible();
    expect(screen.getByText('Not in it, for want of a rate: BDT.')).toBeVisible();
  });

  it('opens the sum behind a row', async () => {
    answerWith({
      ...answers,
      [`GET /api/v1/financials/profits/${row.orderId}/`]: () => ({
        body: {
          orderId: row.orderId,
          orderNumber: row.orderNumber,
          lines: [
            {
              orderLineId: 'line-1',
              label: 'MT-1 · White',
              currency: 'USD',
              quantity: '1000',
              unit: 'kg',
              provaPrice: '2.4575',
              millPrice: '2.10',
              commission: '0.05',
              margin: '0.3075',
              value: '2457.50',
              potentialProfit: '307.50',
              delivered: '0',
              share: '200',
              realizedQuantity: '200',
              realizedValue: '491.50',
              realizedProfit: '61.50',
            },
          ],
        },
      }),
    });
    await renderAt(ProfitPage, { at: '/money/profit' });
    await userEvent.click(await screen.findByRole('button', { name: 'PO-1182' }));
    const line = within(await screen.findByRole('region', { name: 'MT-1 · White' }));
    expect(line.getByText('0.3075')).toBeVisible();
    expect(line.getByText('Share of what came for the whole order')).toBeVisible();
  });

  it('records a rate, with the refusal at its field', async () => {
    let sent: unknown;
    answerWith({
      ...answers,
      'GET /api/v1/exchange-rates/': () => ({ body: pageOf() }),
      'POST /api/v1/exchange-rates/': ({ data }) => {
        sent = JSON.parse(String(data));
        return {
          status: 409,
          body: {
            code: 'conflict',
            detail: 'It is there.',
            errors: { ratedOn: ['These two currencies have a rate of this day already: delete it first.'] },
          },
        };
      },
    });
    await renderAt(ProfitPage, { at: '/money/profit' });
    await userEvent.click(await screen.findByRole('button', { name: 'Rates' }));
    expect(await screen.findByText('No rate is recorded yet.')).toBeVisible();
    await userEvent.type(screen.getByLabelText(/^is/), '122.5');
    await userEvent.type(screen.getByLabelText(/^Read at/), 'Bangladesh Bank');
    await userEvent.click(screen.getByRole('button', { name: 'Record rate' }));
    expect(await screen.findByText(/have a rate of this day already/)).toBeVisible();
    expect(sent).toMatchObject({ fromCurrency: 'USD', toCurrency: 'BDT', rate: '122.5', source: 'Bangladesh Bank' });
  });
});
