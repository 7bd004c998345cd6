import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { MyDayDto, MyDayItemDto } from '@/shared/api/generated';
import { useSession } from '@/shared/session';
import { problem } from '../../../../test/orders';
import { renderAt } from '../../../../test/render';
import { answerWith } from '../../../../test/server';
import { aTask, john, rina, tanvir } from '../../../../test/tasks';
import { MyDay } from './MyDay';

function anItem(given: Partial<MyDayItemDto> = {}): MyDayItemDto {
  return {
    kind: 'step',
    relatedId: null,
    title: 'Knitting complete',
    detail: '2 lines',
    orderId: 'order-1',
    orderNumber: 'PO-1182',
    customerName: 'ANABIA',
    orderLineId: null,
    lineLabel: null,
    lines: 2,
    dueOn: '2026-11-19',
    daysLate: 2,
    task: null,
    ...given,
  };
}

const task = anItem({
  kind: 'task',
  relatedId: 'task-1',
  title: 'Chase the mill',
  detail: null,
  orderId: null,
  customerName: null,
  dueOn: '2026-11-21',
  daysLate: 0,
  task: { status: 'pending', priority: 'urgent', assignedTo: rina, assignedBy: tanvir, rowVersion: 3 },
});

/** A house with this day; `asked` are the queries, `moved` the versions that were named. */
function dayWith(given: Partial<MyDayDto>) {
  const day: MyDayDto = {
    today: '2026-11-21',
    scope: 'mine',
    dueToday: given.todayItems?.length ?? 0,
    dueThisWeek: given.weekItems?.length ?? 0,
    todayItems: [],
    weekItems: [],
    next: null,
    ...given,
  };
  const asked: string[] = [];
  const moved: unknown[] = [];
  answerWith({
    'GET /api/v1/workspace/my-day/': ({ url = '' }) => {
      asked.push(new URL(url, 'http://house.test').search);
      return { body: { ...day } };
    },
    'POST /api/v1/tasks/task-1/completion/': ({ headers }) => {
      moved.push(headers.get('If-Match'));
      day.todayItems = day.todayItems.filter(({ kind }) => kind !== 'task');
      day.dueToday = day.todayItems.length;
      return { body: aTask({ status: 'completed', rowVersion: 4 }) };
    },
  });
  return { asked, moved };
}

describe('my day', () => {
  beforeEach(() => useSession.setState({ status: 'signedIn', actor: rina, access: 'token' }));

  it('has one button for each thing, which leads to where it is done', async () => {
    dayWith({
      todayItems: [anItem(), task],
      weekItems: [
        anItem({
          kind: 'sample_to_decide',
          relatedId: 's-1',
          title: 'Lab dip round 2 is with the buyer',
          daysLate: -3,
        }),
        anItem({ kind: 'gate_waiting', orderLineId: 'line-1', title: 'Strike-off is overdue with the mill' }),
        anItem({
          kind: 'invoice_to_confirm',
          relatedId: 'pi-1',
          title: 'Confirm PI-00012',
          dueOn: null,
          daysLate: null,
        }),
      ],
    });
    await renderAt(MyDay);
    const today = within(await screen.findByRole('region', { name: 'Today 2' }));
    expect(today.getByRole('link', { name: 'Record: Knitting complete, PO-1182' })).toHaveAttribute(
      'href',
      '/orders/order-1?tab=plan',
    );
    expect(today.getByText('PO-1182 · ANABIA · 2 lines')).toBeVisible();
    expect(today.getByText('2 days late')).toBeVisible();
    expect(today.getByText('PO-1182 · from Tanvir Ahmed')).toBeVisible();
    const week = within(screen.getByRole('region', { name: 'This week 3' }));
    const hrefs = week.getAllByRole('link', { name: /: / }).map((link) => link.getAttribute('href'));
    expect(hrefs).toEqual(['/samples/s-1', '/orders/order-1?line=line-1', '/money/proforma-invoices/pi-1']);
  });

  it('ticks a task off from the version that was read', async () => {
    const { moved } = dayWith({ todayItems: [task, anItem()] });
    await renderAt(MyDay);
    await userEvent.click(await screen.findByRole('button', { name: 'Done: Chase the mill' }));
    await waitFor(() => expect(screen.queryByText('Chase the mill')).toBeNull());
    expect(moved).toEqual(['"3"']);
    expect(screen.getByText('Knitting complete')).toBeVisible();
  });

  it('is narrowed in the URL, and says how many more wait', async () => {
    const { asked } = dayWith({
      scope: 'all',
      todayItems: [anItem({ task: { ...task.task!, assignedTo: john } })],
      dueToday: 37,
    });
    const { address } = await renderAt(MyDay);
    expect(await screen.findByText(/the 1 most urgent; 36 more wait/)).toBeVisible();
    await userEvent.selectOptions(screen.getByLabelText('Kind'), 'Steps of the plan');
    await waitFor(() => expect(address()).toBe('/?kind=step'));
    await userEvent.selectOptions(screen.getByLabelText('Whose day'), 'Mine');
    await waitFor(() => expect(asked.at(-1)).toBe('?scope=mine&kind=step'));
  });

  it('names the next thing when nothing is due, and why it could not be loaded', async () => {
    dayWith({
      next: anItem({ title: 'Dyeing start', lineLabel: 'MT-2291 · Black', dueOn: '2026-12-03', daysLate: -12 }),
    });
    const { unmount } = await renderAt(MyDay);
    expect(await screen.findByText('Next: Dyeing start, PO-1182 · MT-2291 · Black, 03 Dec 2026.')).toBeVisible();
    unmount();
    answerWith({ 'GET /api/v1/workspace/my-day/': () => problem(403, { detail: 'Your account is closed.' }) });
    await renderAt(MyDay);
    expect(await screen.findByRole('alert')).toHaveTextContent('Your account is closed.');
  });
});
