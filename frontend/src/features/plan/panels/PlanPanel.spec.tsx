import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { LineForecastDto, MilestoneDto } from '@/shared/api/generated';
import { aLine, anOrder, aStyle, pageOf, problem } from '../../../../test/orders';
import { renderAt } from '../../../../test/render';
import { everythingAllowed } from '../../../../test/samples';
import { answerWith } from '../../../../test/server';
import PlanPanel from './PlanPanel';

const order = anOrder({
  styles: [aStyle({ lines: [aLine(), aLine({ id: 'line-2', label: 'MT-2291 · Black' })] })],
});
const Panel = () => <PlanPanel orderId="order-1" order={order} />;

const aStep = (given: Partial<MilestoneDto> = {}): MilestoneDto => ({
  id: 'step-1',
  orderId: 'order-1',
  orderLineId: 'line-2',
  lineLabel: 'MT-2291 · Black',
  milestone: 'yarnBooked',
  label: 'Yarn booked',
  position: 0,
  holder: 'us',
  days: 2,
  after: [],
  plannedFixed: false,
  baselineOn: '2020-01-10',
  state: 'open',
  plannedOn: '2020-01-10',
  actualOn: null,
  note: null,
  createdAt: '2026-11-01T04:00:00Z',
  updatedAt: '2026-11-01T04:00:00Z',
  rowVersion: 1,
  ...given,
});

const forecast: LineForecastDto = {
  orderLineId: 'line-2',
  orderId: 'order-1',
  orderNumber: 'PO-1182',
  customerName: 'ANABIA',
  lineLabel: 'MT-2291 · Black',
  merchandiser: null,
  etd: '2020-01-20',
  forecastOn: '2020-01-24',
  p80On: null,
  slackDays: -4,
  urgency: 'late',
  templateName: 'Local order',
  chain: [
    { key: 'yarnBooked', label: 'Yarn booked', holder: 'us', days: 2, from: '2020-01-10', on: '2020-01-12' },
    { key: 'dyeingStart', label: 'Dyeing start', holder: 'mill', days: 9, from: '2020-01-12', on: '2020-01-24' },
  ],
  steps: [
    { key: 'yarnBooked', forecastOn: '2020-01-12', latestOn: '2020-01-08', slack: -4, critical: true },
    { key: 'dyeingStart', forecastOn: '2020-01-24', latestOn: '2020-01-20', slack: -4, critical: true },
  ],
};

const dyeing = aStep({ id: 'step-9', milestone: 'dyeingStart', label: 'Dyeing start', position: 9, plannedOn: null });

describe('the plan of an order', () => {
  it('shows each line’s steps in their order, and says which are late', async () => {
    answerWith({
      ...everythingAllowed,
      'GET /api/v1/line-plans/': () => ({ body: pageOf(forecast) }),
      'GET /api/v1/milestones/': () => ({ body: pageOf(dyeing, aStep()) }),
    });
    await renderAt(Panel);
    const black = within(await screen.findByRole('region', { name: 'Plan of MT-2291 · Black' }));
    expect(
      within(black.getByRole('list', { name: 'Steps' }))
        .getAllByRole('button')
        .map((tile) => tile.textContent),
    ).toEqual([
      expect.stringMatching(/^Yarn bookedplanned 10 Jan 2020forecast 12 Jan 2020[\d,]+ days latecritical, Us$/),
      'Dyeing startNo day setcritical, Us',
    ]);
    expect(black.getByText('1 step late')).toBeVisible();
    expect(black.getByText('0 of 2 done · next: Yarn booked, 10 Jan 2020')).toBeVisible();
    expect(
      within(screen.getByRole('region', { name: 'Plan of MT-2291 · White' })).getByText('no plan yet'),
    ).toBeVisible();
  });

  it('takes the day on which a step happened; a day to come is refused at its field', async () => {
    let shown = aStep();
    const sent: unknown[] = [];
    answerWith({
      ...everythingAllowed,
      'GET /api/v1/line-plans/': () => ({ body: pageOf(forecast) }),
      'GET /api/v1/milestones/': () => ({ body: pageOf(shown) }),
      'PATCH /api/v1/milestones/step-1/': ({ data, headers }) => {
        const body = JSON.parse(String(data)) as { actualOn: string };
        sent.push([body, headers['If-Match']]);
        if (body.actualOn > '2026') return problem(400, { errors: { actualOn: ['This day is still to come.'] } });
        shown = aStep({ ...body, state: 'done', rowVersion: 2 });
        return { body: shown };
      },
    });
    await renderAt(Panel);
    await userEvent.click(await screen.findByRole('button', { name: /^Yarn booked/ }));
    const form = within(await screen.findByRole('dialog', { name: 'Yarn booked of MT-2291 · Black' }));
    expect(form.getByText('Us · 2 working days')).toBeVisible();
    await userEvent.type(form.getByLabelText('Happened on'), '2031-01-01');
    await userEvent.click(form.getByRole('button', { name: 'Save step' }));
    expect(await form.findByText('This day is still to come.')).toBeVisible();
    await userEvent.clear(form.getByLabelText('Happened on'));
    await userEvent.type(form.getByLabelText('Happened on'), '2020-01-12');
    await userEvent.click(form.getByRole('button', { name: 'Save step' }));
    expect(await screen.findByRole('button', { name: /^Yarn booked.*Done, 2 days late$/ })).toBeVisible();
    expect(sent.at(-1)).toEqual([{ actualOn: '2020-01-12' }, '"1"']);
  });

  it('lets a step be added, and be marked as not applicable at once', async () => {
    const sent: unknown[] = [];
    answerWith({
      ...everythingAllowed,
      'GET /api/v1/line-plans/': () => ({ body: pageOf(forecast) }),
      'GET /api/v1/milestones/': () => ({ body: pageOf(aStep()) }),
      'PUT /api/v1/order-lines/line-2/milestones/printSent/': ({ data }) => {
        sent.push(JSON.parse(String(data)));
        return { body: aStep({ id: 'step-15', milestone: 'printSent', label: 'Print sent', state: 'not_applicable' }) };
      },
    });
    await renderAt(Panel);
    await userEvent.click(await screen.findByRole('button', { name: 'Add step to MT-2291 · Black' }));
    expect(screen.queryByRole('menuitem', { name: 'Yarn booked' })).not.toBeInTheDocument();
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Print sent' }));
    const form = within(await screen.findByRole('dialog', { name: 'Add Print sent to MT-2291 · Black' }));
    await userEvent.selectOptions(form.getByLabelText(/^State/), 'Not applicable');
    expect(form.queryByLabelText('Planned on')).not.toBeInTheDocument();
    await userEvent.click(form.getByRole('button', { name: 'Add step' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(sent).toEqual([{ state: 'not_applicable' }]);
  });

  it('says how late a line will be, and through which steps', async () => {
    answerWith({
      ...everythingAllowed,
      'GET /api/v1/line-plans/': () => ({ body: pageOf(forecast) }),
      'GET /api/v1/milestones/': () => ({ body: pageOf(aStep(), dyeing) }),
    });
    await renderAt(Panel);
    await userEvent.click(await screen.findByRole('button', { name: 'Late: 4 working days late. Why?' }));
    const why = within(await screen.findByRole('dialog', { name: 'Why MT-2291 · Black is late' }));
    expect(why.getAllByRole('listitem').map((each) => each.textContent)).toEqual([
      'Yarn booked · Us2 d → 12 Jan 2020',
      'Dyeing start · Mill9 d → 24 Jan 2020',
    ]);
  });

  it('lays a plan by the template that is chosen; what is missing is said', async () => {
    const sent: unknown[] = [];
    answerWith({
      ...everythingAllowed,
      'GET /api/v1/line-plans/': () => ({ body: pageOf(forecast) }),
      'GET /api/v1/milestones/': () => ({ body: pageOf(aStep()) }),
      'GET /api/v1/tna-templates/': () => ({ body: pageOf({ id: 'template-1', name: 'Local order' }) }),
      'POST /api/v1/order-lines/line-2/plan/': ({ data }) => {
        sent.push(JSON.parse(String(data)));
        return problem(422, { code: 'plan.no_etd', detail: 'A plan is laid back from the ETD.' });
      },
    });
    await renderAt(Panel);
    await userEvent.click(await screen.findByRole('button', { name: 'Lay anew of MT-2291 · Black' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Lay the plan of MT-2291 · Black' }));
    await dialog.findByRole('option', { name: 'Local order' });
    await userEvent.selectOptions(dialog.getByLabelText('Template'), 'Local order');
    await userEvent.click(dialog.getByRole('button', { name: 'Lay plan' }));
    expect(await dialog.findByText('A plan is laid back from the ETD.')).toBeVisible();
    expect(sent).toEqual([{ templateId: 'template-1' }]);
  });
});
