import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { today } from '@/shared/lib/house';
import { useSession } from '@/shared/session';
import { pageOf } from '../../../../test/orders';
import { renderAt } from '../../../../test/render';
import { answerWith } from '../../../../test/server';
import { anOffer } from '../../../../test/supply';
import MillOffersPage from './MillOffersPage';

describe('the offers of the mills', () => {
  beforeEach(() => {
    const actor = { id: 'me', email: '', fullName: 'Tanvir Rahman', role: 'manager' } as const;
    useSession.setState({ status: 'signedIn', actor });
  });

  it('are asked for as the URL says, and lead to the comparison of their line', async () => {
    const asked: string[] = [];
    const old = anOffer({ id: 'padma', millName: 'Padma', validUntil: '2026-01-02', orderLineId: 'line-2' });
    answerWith({
      'GET /api/v1/mill-offers/': ({ url }) => {
        asked.push(decodeURIComponent(url?.split('?')[1] ?? ''));
        return { body: pageOf(anOffer({ chosen: true }), old) };
      },
    });
    const { address } = await renderAt(MillOffersPage, { at: '/mill-offers?chosen=true&orderId=order-1&chosen=maybe' });
    const square = await screen.findByRole('link', { name: /^Square/ });
    expect(square).toHaveAttribute('href', '/orders/order-1?offers=line-1');
    expect(within(square.closest('tr')!).getByText('Chosen')).toBeVisible();
    const padma = screen.getByRole('link', { name: /^Padma/ }).closest('tr')!;
    expect(within(padma).getByText('expired 02 Jan 2026')).toBeVisible();
    expect(asked).toEqual(['chosen=true&orderId=order-1&pageSize=25']);

    await userEvent.click(screen.getByRole('switch', { name: 'Still valid' }));
    await waitFor(() => expect(address()).toContain('validFrom=today'));
    await waitFor(() => expect(asked.at(-1)).toContain(`validFrom=${today()}`));
  });

  it('tell where they come from when there are none', async () => {
    answerWith({ 'GET /api/v1/mill-offers/': () => ({ body: pageOf() }) });
    await renderAt(MillOffersPage, { at: '/mill-offers' });
    expect(await screen.findByText('No offers yet')).toBeVisible();
    expect(screen.getByRole('link', { name: 'To the orders' })).toHaveAttribute('href', '/orders');
  });
});
