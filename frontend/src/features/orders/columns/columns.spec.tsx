import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { OrderColumnsDto } from '@/shared/api/generated';
import { useSession } from '@/shared/session';
import { aLine, anOrderRow, pageOf } from '../../../../test/orders';
import { renderAt } from '../../../../test/render';
import { answerWith } from '../../../../test/server';
import OrdersPage from '../pages/OrdersPage';

const swatch = { documentId: 'dip', fileName: 'dip.png', url: '/api/v1/files/dip.webp' };
const known: OrderColumnsDto = {
  orderId: 'order-1',
  piSentOn: '2026-11-03',
  lcIssuedOn: null,
  photo: swatch,
  lines: [{ lineId: 'line-1', photo: swatch }],
};

/** The list with this order; keeps what columns were asked for. */
function houseWith(): string[] {
  const asked: string[] = [];
  const row = anOrderRow({ fabricType: 'Interlock', lines: [aLine({ id: 'line-1', label: 'MT-1 · White' })] });
  answerWith({
    'GET /api/v1/auth/users/colleagues/': () => ({ body: pageOf() }),
    'GET /api/v1/saved-views/': () => ({ body: pageOf() }),
    'GET /api/v1/orders/': () => ({ body: pageOf(row) }),
    'GET /api/v1/workspace/order-columns/': ({ url }) => {
      asked.push(new URLSearchParams(url?.split('?')[1]).toString());
      return { body: { results: [known] } };
    },
  });
  return asked;
}

const heads = () => screen.getAllByRole('columnheader').map((head) => head.textContent);

describe('the columns of the order list', () => {
  beforeEach(() =>
    useSession.setState({
      status: 'signedIn',
      actor: { id: 'me', email: '', fullName: 'Tanvir Rahman', role: 'manager' },
    }),
  );

  it('are chosen into the address, in their order, and what the row says asks for nothing more', async () => {
    const asked = houseWith();
    const { address } = await renderAt(OrdersPage, { at: '/orders?columns=piSent' });
    await screen.findByRole('link', { name: 'PO-1182' });
    await waitFor(() => expect(asked).toEqual(['orderId=order-1']));
    await userEvent.click(screen.getByRole('button', { name: 'Columns +1' }));
    const menu = within(screen.getByRole('dialog', { name: 'Columns' }));
    expect(menu.getByRole('checkbox', { name: 'PI sent' })).toBeChecked();
    await userEvent.click(menu.getByRole('checkbox', { name: 'PI sent' }));
    await userEvent.click(menu.getByRole('checkbox', { name: 'Fabric' }));
    expect(address()).toBe('/orders?columns=fabric');
    expect(heads().slice(0, 3)).toEqual(['POBuyer', 'Fabric', 'Quantity']);
    expect(screen.getByRole('gridcell', { name: /Interlock/ })).toBeInTheDocument();
    await userEvent.click(menu.getByRole('checkbox', { name: 'Fabric' }));
    expect(address()).toBe('/orders');
    expect(asked).toHaveLength(1);
  });

  it('show the days of an order and a photo of it and of its line, which opens the file', async () => {
    houseWith();
    await renderAt(OrdersPage, { at: '/orders?columns=photo&columns=piSent&columns=lcIssued&lines=shown' });
    expect(await screen.findByText('03 Nov 2026')).toBeVisible();
    const [, order, line] = screen.getAllByRole('row');
    expect(within(order!).getAllByRole('gridcell')[2]).toHaveTextContent('LC issued–');
    expect(within(line!).queryByText('03 Nov 2026')).toBeNull();
    expect(within(line!).getByRole('button', { name: 'Photo of MT-1 · White' })).toBeVisible();
    answerWith({ 'GET /api/v1/documents/dip/': () => ({ status: 404, body: {} }) });
    await userEvent.click(within(order!).getByRole('button', { name: 'Photo of PO-1182' }));
    expect(await screen.findByRole('dialog', { name: 'File' })).toBeVisible();
  });
});
