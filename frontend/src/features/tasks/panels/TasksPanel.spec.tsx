import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useSession } from '@/shared/session';
import { anOrder, aGate, aLine, aStyle, pageOf, problem } from '../../../../test/orders';
import { renderAt } from '../../../../test/render';
import { answerWith } from '../../../../test/server';
import { aTask, house, rina } from '../../../../test/tasks';
import TasksPanel from './TasksPanel';

const gates = [
  aGate({ key: 'labDip', name: 'Lab dip', status: 'approved' }),
  aGate({ id: 'gate-2', key: 'ppSample', name: 'PP sample', status: null }),
];
const order = anOrder({
  id: 'order-1',
  merchandiser: rina,
  styles: [aStyle({ lines: [aLine({ gates })] })],
});

/** The tasks of one order; `sent` is what was asked of the server. */
function panelWith(tasks = [aTask()], refusal?: ReturnType<typeof problem>) {
  const sent: Record<string, unknown>[] = [];
  const take = (data: unknown) => sent.push(JSON.parse(String(data)) as Record<string, unknown>);
  answerWith({
    ...house,
    'GET /api/v1/orders/order-1/': () => ({ body: order }),
    'GET /api/v1/tasks/': () => ({ body: pageOf(...tasks) }),
    'POST /api/v1/tasks/': ({ data }) => {
      take(data);
      return refusal ?? { status: 201, body: aTask({ assignedTo: { id: 'john', fullName: 'John Smith' } }) };
    },
    'PATCH /api/v1/tasks/task-1/': ({ data }) => {
      take(data);
      return { body: aTask({ rowVersion: 2 }) };
    },
  });
  return { sent };
}

const Panel = () => <TasksPanel orderId="order-1" order={order} />;

describe('the tasks of an order', () => {
  beforeEach(() => useSession.setState({ status: 'signedIn', actor: rina, access: 'token' }));

  it('stand with who, when and what closes them; those that are done on request', async () => {
    panelWith([
      aTask(),
      aTask({ id: 'task-2', title: 'Book the yarn', status: 'completed', nextStatuses: ['pending'] }),
    ]);
    await renderAt(Panel);
    const open = within(await screen.findByRole('list', { name: 'Open tasks' }));
    expect(open.getByText('you · from Tanvir Ahmed · MT-2291 · White')).toBeVisible();
    expect(open.getByText('done when the lab dip is approved')).toBeVisible();
    expect(screen.queryByText('Book the yarn')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Show 1 task that is done' }));
    expect(screen.getByRole('checkbox', { name: 'Done: Book the yarn' })).toBeChecked();
  });

  it('are added for oneself with one line and Enter', async () => {
    const { sent } = panelWith([]);
    await renderAt(Panel);
    await userEvent.type(await screen.findByLabelText('New task for you'), 'Call the mill{Enter}');
    expect(sent).toEqual([{ orderId: 'order-1', title: 'Call the mill' }]);
  });

  it('are given to a colleague, with a gate of the line that is not approved yet', async () => {
    const { sent } = panelWith([]);
    await renderAt(Panel);
    await userEvent.click(await screen.findByRole('button', { name: 'New task with day, person and gate' }));
    const drawer = within(await screen.findByRole('dialog', { name: 'New task' }));
    await userEvent.type(drawer.getByLabelText(/What is to be done/), 'Get the PP sample approved');
    await drawer.findByRole('option', { name: 'John Smith' });
    await userEvent.selectOptions(drawer.getByLabelText('Who does it'), 'John Smith');
    expect(drawer.getByText(/John Smith does not see this order: they learn its number/)).toBeVisible();
    await userEvent.selectOptions(drawer.getByLabelText('Line'), 'MT-2291 · White');
    const gate = drawer.getByLabelText('Done when this gate is approved');
    expect(
      within(gate)
        .getAllByRole('option')
        .map(({ textContent }) => textContent),
    ).toEqual(['–', 'PP sample']);
    await userEvent.selectOptions(gate, 'PP sample');
    await userEvent.click(drawer.getByRole('button', { name: 'Add task' }));
    expect(sent).toEqual([
      {
        orderId: 'order-1',
        orderLineId: 'line-1',
        title: 'Get the PP sample approved',
        assignedToId: 'john',
        priority: 'medium',
        closesWithGate: 'ppSample',
      },
    ]);
  });

  it('show what the server refused at its field', async () => {
    panelWith([], problem(400, { errors: { assignedToId: ['There is no such active colleague.'] } }));
    await renderAt(Panel);
    await userEvent.click(await screen.findByRole('button', { name: 'New task with day, person and gate' }));
    const drawer = within(await screen.findByRole('dialog', { name: 'New task' }));
    await userEvent.type(drawer.getByLabelText(/What is to be done/), 'x');
    await userEvent.click(drawer.getByRole('button', { name: 'Add task' }));
    expect(await drawer.findByText('There is no such active colleague.')).toBeVisible();
  });

  it('are changed by what differs alone: who does it stays as it is', async () => {
    const { sent } = panelWith();
    await renderAt(Panel);
    await userEvent.click(await screen.findByRole('button', { name: 'More about the task Chase the mill' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: /Change or hand on/ }));
    const drawer = within(await screen.findByRole('dialog', { name: 'Task for PO-1182' }));
    await drawer.findByRole('option', { name: 'John Smith' });
    expect(drawer.getByLabelText('Who does it')).toHaveValue('rina');
    await userEvent.selectOptions(drawer.getByLabelText(/Priority/), 'Urgent');
    await userEvent.click(drawer.getByRole('button', { name: 'Save' }));
    expect(sent).toEqual([{ priority: 'urgent' }]);
  });
});
