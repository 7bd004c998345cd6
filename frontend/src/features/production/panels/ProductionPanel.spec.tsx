import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ProductionMetricDto, ProductionSummaryDto } from '@/shared/api/generated';
import { today } from '@/shared/lib/house';
import { anOrder, pageOf, problem } from '../../../../test/orders';
import { aDay, aSummary } from '../../../../test/production';
import { renderAt } from '../../../../test/render';
import { type Answer, answerWith } from '../../../../test/server';
import ProductionPanel from './ProductionPanel';

const Panel = () => <ProductionPanel orderId="order-1" order={anOrder()} />;

interface Sent {
  body: unknown;
  version: unknown;
}

describe('the production of an order', () => {
  let days: ProductionMetricDto[];
  let summary: ProductionSummaryDto;
  let sent: Sent[];

  function answers(change: (sent: Sent) => Answer = () => ({ body: days[0] })) {
    const taken = ({ data, headers }: { data?: unknown; headers?: { get(name: string): unknown } }): Sent => {
      const body: unknown = data === undefined ? null : JSON.parse(String(data));
      sent.push({ body, version: headers?.get('If-Match') ?? null });
      return sent.at(-1)!;
    };
    answerWith({
      'GET /api/v1/auth/capabilities/': () => ({ body: { capabilities: { 'production.write': 'own' } } }),
      'GET /api/v1/production/summary/': () => ({ body: summary }),
      'GET /api/v1/production/metrics/': () => ({ body: pageOf(...days) }),
      'GET /api/v1/production/metrics/metric-1/': () => ({ body: days[0] }),
      'POST /api/v1/production/metrics/': (request) => {
        const { body } = taken(request);
        days = [aDay(body as Partial<ProductionMetricDto>)];
        return { status: 201, body: days[0] };
      },
      'PATCH /api/v1/production/metrics/metric-1/': (request) => change(taken(request)),
      'DELETE /api/v1/production/metrics/metric-1/': (request) => {
        taken(request);
        return problem(412, { code: 'request.stale_version', detail: 'Somebody else changed this meanwhile.' });
      },
    });
  }

  beforeEach(() => {
    days = [];
    summary = aSummary();
    sent = [];
  });

  it('measures each stage against its own target, and says why where it cannot', async () => {
    summary = aSummary({
      days: 12,
      firstDate: '2026-11-01',
      lastDate: '2026-11-14',
      knitted: {
        totals: [
          { quantity: '400', unit: 'kg' },
          { quantity: '1000', unit: 'lbs' },
        ],
        targetQuantity: '5305.44',
        targetUnit: 'kg',
        base: 'greige',
        percent: '16.1',
        basis: 'Of 5,305.44 kg greige: 4,737 kg finished fabric and 12 % process loss on output.',
      },
    });
    answers();
    await renderAt(Panel);
    expect(await screen.findByRole('progressbar', { name: 'Knitting' })).toHaveAttribute('aria-valuenow', '16.1');
    const [knitting, dyeing] = screen.getAllByRole('listitem');
    expect(knitting).toHaveTextContent(/400 kg1,000 lbsOf 5,305.44 kg greige/);
    expect(screen.getByText('12 days of output, 01 Nov 2026 – 14 Nov 2026')).toBeVisible();
    expect(within(dyeing!).queryByRole('progressbar')).not.toBeInTheDocument();
    expect(dyeing).toHaveTextContent('The order counts pcs and the output is in kg');
  });

  it('takes a day from the keyboard: E, figures, Ctrl and Enter', async () => {
    answers();
    await renderAt(Panel);
    await screen.findByRole('button', { name: 'Enter output' });
    await userEvent.keyboard('e');
    const form = within(await screen.findByRole('dialog', { name: 'Enter output of PO-1182' }));
    await waitFor(() => expect(form.getByLabelText('Knitted')).toHaveFocus());
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    expect(await form.findByText('Enter what was knitted, dyed or finished.')).toBeVisible();
    await userEvent.keyboard('1,205.5{Tab}88{Control>}{Enter}{/Control}');
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(sent).toEqual([
      {
        body: { orderId: 'order-1', date: today(), unit: 'kg', knittedQuantity: '1205.5', dyedQuantity: '88' },
        version: null,
      },
    ]);
    expect(await screen.findByText('1,205.5')).toBeVisible();
  });

  it('adds to a day that has output already, keeping what was typed', async () => {
    days = [aDay({ knittedQuantity: '400', unit: 'lbs', rowVersion: 3 })];
    answers(() => ({ body: aDay({ knittedQuantity: '400', dyedQuantity: '320', unit: 'lbs', rowVersion: 4 }) }));
    await renderAt(Panel);
    await userEvent.click(await screen.findByRole('button', { name: 'Enter output' }));
    const form = within(await screen.findByRole('dialog'));
    expect(form.getByLabelText(/^Unit/)).toHaveValue('lbs');
    await userEvent.type(form.getByLabelText('Dyed'), '320');
    await userEvent.clear(form.getByLabelText(/^Day/));
    await userEvent.type(form.getByLabelText(/^Day/), '2026-11-10');
    expect(await form.findByText(/10 Nov 2026 has output already/)).toBeVisible();
    expect(form.getByLabelText('Knitted')).toHaveValue('400');
    expect(form.getByLabelText('Dyed')).toHaveValue('320');
    await userEvent.click(form.getByRole('button', { name: 'Save output' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(sent).toEqual([{ body: { dyedQuantity: '320' }, version: '"3"' }]);
  });

  it('lets a person choose where two changed the same figure', async () => {
    days = [aDay({ knittedQuantity: '400' })];
    answers(({ body, version }) => {
      if (version === '"1"') {
        days = [aDay({ knittedQuantity: '410', rowVersion: 2 })];
        return problem(412, { code: 'request.stale_version' });
      }
      return { body: aDay({ ...(body as object), rowVersion: 3 }) };
    });
    await renderAt(Panel);
    await userEvent.click(await screen.findByRole('button', { name: '10 Nov 2026' }));
    const form = within(await screen.findByRole('dialog', { name: 'Output of PO-1182 on 10 Nov 2026' }));
    await userEvent.clear(form.getByLabelText('Knitted'));
    await userEvent.type(form.getByLabelText('Knitted'), '420');
    await userEvent.click(form.getByRole('button', { name: 'Save output' }));
    await userEvent.click(await form.findByRole('button', { name: 'Save with these' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(sent).toEqual([
      { body: { knittedQuantity: '420' }, version: '"1"' },
      { body: { knittedQuantity: '420' }, version: '"2"' },
    ]);
  });

  it('says why a day cannot be deleted', async () => {
    days = [aDay({ knittedQuantity: '400' })];
    answers();
    await renderAt(Panel);
    await userEvent.click(await screen.findByRole('button', { name: 'More about PO-1182 on 10 Nov 2026' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Delete…' }));
    const question = within(await screen.findByRole('alertdialog'));
    await userEvent.click(question.getByRole('button', { name: 'Delete output' }));
    expect(await question.findByRole('alert')).toHaveTextContent('Somebody else changed this meanwhile.');
    expect(sent).toEqual([{ body: null, version: '"1"' }]);
  });
});
