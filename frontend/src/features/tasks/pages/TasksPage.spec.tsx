import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useSession } from '@/shared/session';
import { aTask, house, rina } from '../../../../test/tasks';
import { pageOf, problem } from '../../../../test/orders';
import { renderAt } from '../../../../test/render';
import { answerWith } from '../../../../test/server';
import TasksPage from './TasksPage';

/** A house with these tasks; `asked` are the queries of the list, `moved` the versions that were named. */
function tasksWith(given = [aTask()]) {
  let tasks = given;
  const asked: URLSearchParams[] = [];
  const moved: unknown[] = [];
  answerWith({
    ...house,
    'GET /api/v1/tasks/': ({ url = '' }) => {
      asked.push(new URL(url, 'http://house.test').searchParams);
      return { body: pageOf(...tasks.filter(({ status }) => asked.at(-1)?.getAll('status').includes(status))) };
    },
    'GET /api/v1/tasks/task-1/': () => ({ body: tasks[0] }),
    'POST /api/v1/tasks/task-1/completion/': ({ headers }) => {
      moved.push(headers.get('If-Match'));
      tasks = tasks.map((each) => ({ ...each, status: 'completed', nextStatuses: ['pending'], rowVersion: 2 }));
      return { body: tasks[0] };
    },
  });
  return { asked, moved };
}

describe('the tasks', () => {
  beforeEach(() => useSession.setState({ status: 'signedIn', actor: rina, access: 'token' }));

  it('are my open ones, unless the URL asks for others in the words of the API', async () => {
    const { asked } = tasksWith();
    const { address } = await renderAt(TasksPage, { at: '/tasks' });
    const row = within(await screen.findByRole('row', { name: /Chase the mill/ }));
    expect(row.getByRole('link', { name: 'PO-1182' })).toHaveAttribute('href', '/orders/order-1');
    expect(row.getByText('done when the lab dip is approved')).toBeVisible();
    expect([asked[0]?.get('mine'), asked[0]?.getAll('status')]).toEqual(['true', ['pending', 'in_progress']]);
    await userEvent.click(screen.getByRole('tab', { name: 'Given by me' }));
    await waitFor(() => expect(address()).toBe('/tasks?view=given'));
    await userEvent.click(screen.getByRole('switch', { name: 'Only overdue' }));
    await waitFor(() => expect(asked.at(-1)?.get('overdue')).toBe('true'));
    expect([asked.at(-1)?.get('given'), asked.at(-1)?.get('mine')]).toEqual(['true', null]);
  });

  it('are ticked off from the version that was read', async () => {
    const { moved } = tasksWith();
    await renderAt(TasksPage, { at: '/tasks' });
    const tick = await screen.findByRole('checkbox', { name: 'Done: Chase the mill' });
    expect(tick).not.toBeChecked();
    await userEvent.click(tick);
    expect(await screen.findByText('Nothing to do')).toBeVisible();
    expect(moved).toEqual(['"1"']);
  });

  it('show no way to change what one is only to do, and of its order the number alone', async () => {
    tasksWith([
      aTask({
        orderId: null,
        customerName: null,
        lineLabel: null,
        editable: false,
        nextStatuses: ['in_progress', 'completed'],
      }),
    ]);
    await renderAt(TasksPage, { at: '/tasks?task=task-1' });
    const drawer = await screen.findByRole('dialog', { name: 'Chase the mill' });
    expect(await within(drawer).findByText('PO-1182')).toBeVisible();
    expect(within(drawer).queryByRole('link')).toBeNull();
    await userEvent.click(within(drawer).getByRole('button', { name: 'More about the task Chase the mill' }));
    const items = (await screen.findAllByRole('menuitem')).map(({ textContent }) => textContent);
    expect(items).toEqual(['Mark as started']);
  });

  it('say why they could not be loaded, and that no task fits the filters', async () => {
    answerWith({ ...house, 'GET /api/v1/tasks/': () => problem(403, { detail: 'Your account is closed.' }) });
    const { unmount } = await renderAt(TasksPage, { at: '/tasks' });
    expect(await screen.findByRole('alert')).toHaveTextContent('Your account is closed.');
    unmount();
    tasksWith([]);
    const { address } = await renderAt(TasksPage, { at: '/tasks?view=all&priority=urgent' });
    await userEvent.click(await screen.findByRole('button', { name: 'Drop the filters' }));
    await waitFor(() => expect(address()).toBe('/tasks?view=all'));
  });
});
