import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ProductionMetricDto } from '@/shared/api/generated';
import { anOrderRow, pageOf, problem } from '../../../../test/orders';
import { aDay } from '../../../../test/production';
import { renderAt } from '../../../../test/render';
import { type Answer, answerWith } from '../../../../test/server';
import EnterOutputPage from './EnterOutputPage';

const orders = [anOrderRow(), anOrderRow({ id: 'order-2', orderNumber: 'PO-1190' })];

describe('the sheet of a day', () => {
  let days: ProductionMetricDto[];
  let sent: { method?: string; body: unknown; version: unknown }[];
  let asked: string[];

  function answers(change: (body: object) => Answer) {
    const taken = (request: { method?: string; data?: unknown; headers?: { get(name: string): unknown } }) => {
      const body = JSON.parse(String(request.data)) as object;
      sent.push({ method: request.method, body, version: request.headers?.get('If-Match') ?? null });
      return body;
    };
    answerWith({
      'GET /api/v1/orders/': ({ url }) => {
        asked.push(new URLSearchParams(url?.split('?')[1]).toString());
        return { body: pageOf(...orders) };
      },
      'GET /api/v1/production/metrics/': ({ url }) => {
        const query = new URLSearchParams(url?.split('?')[1]);
        const [from, to] = [query.get('dateFrom')!, query.get('dateTo')!];
        return { body: pageOf(...days.filter(({ date }) => date >= from && date <= to)) };
      },
      'POST /api/v1/production/metrics/': (request) => {
        const made = aDay({ id: 'metric-9', ...taken(request) });
        days = [...days, made];
        return { status: 201, body: made };
      },
      'PATCH /api/v1/production/metrics/metric-2/': (request) => change(taken(request)),
    });
  }

  beforeEach(() => {
    sent = [];
    asked = [];
    days = [
      aDay({ date: '2026-11-09', knittedQuantity: '190' }),
      aDay({ id: 'metric-2', orderId: 'order-2', unit: 'lbs', dyedQuantity: '50', rowVersion: 5 }),
    ];
  });

  it('takes a figure for each order, Enter by Enter', async () => {
    answers((body) => {
      days = days.map((day) => (day.id === 'metric-2' ? { ...day, ...body, rowVersion: 6 } : day));
      return { body: days[1] };
    });
    await renderAt(EnterOutputPage, { at: '/production/entry?date=2026-11-10' });
    const first = await screen.findByLabelText('Knitted of PO-1182');
    expect(asked).toEqual(['pageSize=25&ordering=etd&status=running&status=bulk']);
    expect(screen.getByText(/^Last/)).toHaveTextContent('Last 190 kg, 09 Nov 2026');
    await userEvent.type(first, '205{Enter}');
    expect(screen.getByLabelText('Knitted of PO-1190')).toHaveFocus();
    await userEvent.keyboard('88{Enter}');
    await waitFor(() => expect(screen.getAllByText('Saved')).toHaveLength(2));
    expect(sent).toEqual([
      {
        method: 'post',
        body: { orderId: 'order-1', date: '2026-11-10', unit: 'kg', knittedQuantity: '205' },
        version: null,
      },
      { method: 'patch', body: { knittedQuantity: '88' }, version: '"5"' },
    ]);
  });

  it('shows what the day holds in another stage, and sends nothing where nothing was typed', async () => {
    answers(() => ({ body: days[1] }));
    const { address } = await renderAt(EnterOutputPage, { at: '/production/entry?date=2026-11-10' });
    await userEvent.selectOptions(await screen.findByLabelText('Stage'), 'Dyeing');
    const field = await screen.findByLabelText('Dyed of PO-1190');
    expect(address()).toBe('/production/entry?date=2026-11-10&stage=dyed');
    expect(field).toHaveValue('50');
    await userEvent.click(field);
    await userEvent.keyboard('{Enter}');
    expect(sent).toEqual([]);
  });

  it('keeps a figure that is refused, with the reason at it', async () => {
    const sentence = 'Pieces are whole: enter 88 or 89.';
    answers(() => problem(422, { errors: { knittedQuantity: [sentence] } }));
    await renderAt(EnterOutputPage, { at: '/production/entry?date=2026-11-10' });
    const field = await screen.findByLabelText('Knitted of PO-1190');
    await userEvent.type(field, '8,5{Enter}');
    expect(await screen.findByText('Decimals take a point: 2.45')).toBeVisible();
    expect(sent).toEqual([]);
    await userEvent.clear(field);
    await userEvent.type(field, '88.5{Enter}');
    expect(await screen.findByText(sentence)).toBeVisible();
    expect(field).toHaveValue('88.5');
  });
});
