import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { SavedViewDto } from '@/shared/api/generated';
import { useSession } from '@/shared/session';
import { anOrderRow, pageOf, problem } from '../../../../test/orders';
import { renderAt } from '../../../../test/render';
import { answerWith } from '../../../../test/server';
import OrdersPage from '../pages/OrdersPage';

const aView = (given: Partial<SavedViewDto> = {}): SavedViewDto => ({
  id: 'view-1',
  list: 'orders',
  name: 'My bulk',
  query: 'status=bulk&ordering=-etd',
  isShared: false,
  isDefault: false,
  isMine: true,
  owner: { id: 'me', fullName: 'Tanvir Rahman' },
  createdAt: '2026-11-20T00:00:00.000Z',
  updatedAt: '2026-11-20T00:00:00.000Z',
  rowVersion: 3,
  ...given,
});

interface Sent {
  method: string;
  body: unknown;
  headers: Record<string, unknown>;
}

/** The list with these views; keeps what is asked of it, and what is written. */
function houseWith(views: SavedViewDto[], taken: string[] = []) {
  const asked: string[] = [];
  const sent: Sent[] = [];
  const write = (method: string) => (request: { data?: unknown; headers: object }) => {
    const body: unknown = typeof request.data === 'string' ? JSON.parse(request.data) : undefined;
    sent.push({ method, body, headers: { ...request.headers } });
    const { name } = (body ?? {}) as { name?: string };
    if (name && taken.includes(name))
      return { status: 409, body: problem(409, { errors: { name: ['You have a view of this name already.'] } }).body };
    return { body: aView({ id: method === 'POST' ? 'view-new' : 'view-1', ...(body as object | undefined) }) };
  };
  answerWith({
    'GET /api/v1/auth/capabilities/': () => ({ body: { capabilities: { 'saved_view.share': 'house' } } }),
    'GET /api/v1/auth/users/colleagues/': () => ({ body: pageOf() }),
    'GET /api/v1/saved-views/': () => ({ body: pageOf(...views) }),
    'POST /api/v1/saved-views/': write('POST'),
    'PATCH /api/v1/saved-views/view-1/': write('PATCH'),
    'DELETE /api/v1/saved-views/view-1/': write('DELETE'),
    'GET /api/v1/orders/': ({ url }) => {
      asked.push(new URLSearchParams(url?.split('?')[1]).toString());
      return { body: pageOf(anOrderRow()) };
    },
  });
  return { asked, sent };
}

const listed = () => screen.findByRole('link', { name: 'PO-1182' });

describe('the views of the order list', () => {
  beforeEach(() =>
    useSession.setState({
      status: 'signedIn',
      actor: { id: 'me', email: '', fullName: 'Tanvir Rahman', role: 'manager' },
    }),
  );

  it('are opened by V and chosen, and put what they say into the address', async () => {
    const rina = { id: 'rina', fullName: 'Rina Akter' };
    houseWith([aView(), aView({ id: 'view-2', name: 'All running', isMine: false, isShared: true, owner: rina })]);
    const { address } = await renderAt(OrdersPage, { at: '/orders?status=running&search=white&page=3' });
    await listed();
    await userEvent.keyboard('v');
    const menu = within(await screen.findByRole('menu'));
    expect(menu.getByRole('menuitem', { name: 'All running' })).toBeVisible();
    await userEvent.click(menu.getByRole('menuitem', { name: 'My bulk' }));
    await waitFor(() => expect(address()).toBe('/orders?status=bulk&ordering=-etd&view=view-1'));
    expect(await screen.findByRole('button', { name: 'Views: My bulk' })).toBeVisible();
    expect(screen.queryByText('changed')).toBeNull();
  });

  it('say when the list differs: Save keeps it from the version that was read, Reset goes back', async () => {
    const { sent } = houseWith([aView()]);
    const { address } = await renderAt(OrdersPage, { at: '/orders?view=view-1&status=bulk&status=running&page=2' });
    expect(await screen.findByText('changed')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({
      method: 'PATCH',
      body: { query: 'status=running&status=bulk' },
      headers: { 'If-Match': '"3"' },
    });
    await userEvent.click(screen.getByRole('button', { name: 'Reset' }));
    await waitFor(() => expect(address()).toBe('/orders?view=view-1&status=bulk&ordering=-etd'));
    await waitFor(() => expect(screen.queryByText('changed')).toBeNull());
  });

  it('are saved under a name, and a name that is taken is refused at its field', async () => {
    const { sent } = houseWith([], ['My bulk']);
    const { address } = await renderAt(OrdersPage, { at: '/orders?status=bulk&page=2' });
    await listed();
    await userEvent.keyboard('v');
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Save as a new view…' }));
    const name = await screen.findByRole('textbox', { name: /Name/ });
    await userEvent.type(name, 'My bulk');
    await userEvent.click(screen.getByRole('checkbox', { name: /Share it with the house/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Save view' }));
    expect(await screen.findByText('You have a view of this name already.')).toBeVisible();
    await userEvent.type(name, ' now');
    await userEvent.click(screen.getByRole('button', { name: 'Save view' }));
    await waitFor(() => expect(address()).toBe('/orders?status=bulk&page=2&view=view-new'));
    expect(sent.at(-1)?.body).toEqual({
      list: 'orders',
      name: 'My bulk now',
      query: 'status=bulk',
      isDefault: false,
      isShared: true,
    });
  });

  it('begin the list with the default, and only that is asked for', async () => {
    const { asked } = houseWith([aView({ isDefault: true })]);
    const { address } = await renderAt(OrdersPage, { at: '/orders' });
    await listed();
    expect(address()).toBe('/orders?status=bulk&ordering=-etd&view=view-1');
    expect(asked).toEqual(['status=bulk&ordering=-etd&pageSize=25']);
  });

  it('are deleted after a question, and the list is whole again', async () => {
    const { sent } = houseWith([aView()]);
    const { address } = await renderAt(OrdersPage, { at: '/orders?view=view-1&status=bulk&ordering=-etd' });
    await userEvent.click(await screen.findByRole('button', { name: 'Views: My bulk' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Delete…' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Delete view' }));
    await waitFor(() => expect(sent.map(({ method }) => method)).toEqual(['DELETE']));
    await waitFor(() => expect(address()).toBe('/orders'));
  });
});
