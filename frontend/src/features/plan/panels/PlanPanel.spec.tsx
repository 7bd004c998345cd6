import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { MilestoneDto } from '@/shared/api/generated';
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

const dyeing = aStep({ id: 'step-9', milestone: 'dyeingStart', label: 'Dyeing start', position: 9, plannedOn: null });

describe('the plan of an order', () => {
  it('shows each line’s steps in their order, and says which are late', async () => {
    answerWith({
      ...everythingAllowed,
      'GET /api/v1/milestones/': () => ({ body: pageOf(dyeing, aStep()) }),
    });
    await renderAt(Panel);
    const black = within(await screen.findByRole('region', { name: 'Plan of MT-2291 · Black' }));
    expect(
      within(black.getByRole('list', { name: 'Steps' }))
        .getAllByRole('button')
        .map((tile) => tile.textContent),
    ).toEqual([expect.stringMatching(/^Yarn bookedplanned 10 Jan 2020[\d,]+ days late$/), 'Dyeing startNo day set']);
    expect(black.getByText('1 step late')).toBeVisible();
    expect(black.getByText('0 of 2 done')).toBeVisible();
    expect(
      within(screen.getByRole('region', { name: 'Plan of MT-2291 · White' })).getByText('no plan yet'),
    ).toBeVisible();
  });

  it('takes the day on which a step happened; a day to come is refused at its field', async () => {
    let shown = aStep();
    const sent: unknown[] = [];
    answerWith({
      ...everythingAllowed,
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
});
