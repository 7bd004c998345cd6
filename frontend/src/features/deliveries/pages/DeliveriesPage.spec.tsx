import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useSession } from '@/shared/session';
import { pageOf } from '../../../../test/orders';
import { renderAt } from '../../../../test/render';
import { answerWith } from '../../../../test/server';
import { aDelivery } from '../../../../test/supply';
import DeliveriesPage from './DeliveriesPage';

describe('what came to the house', () => {
  beforeEach(() => {
    const actor = { id: 'me', email: '', fullName: 'Tanvir Rahman', role: 'manager' } as const;
    useSession.setState({ status: 'signedIn', actor });
  });

  it('is asked for as the URL says, the latest first, and leads to the deliveries of its order', async () => {
    const asked: string[] = [];
    answerWith({
      'GET /api/v1/supplier-deliveries/': ({ url }) => {
        asked.push(url?.split('?')[1] ?? '');
        return { body: pageOf(aDelivery()) };
      },
    });
    const { address } = await renderAt(DeliveriesPage, {
      at: '/deliveries?unit=kg&unit=stones&deliveryDateFrom=2026-11-01',
    });
    const link = await screen.findByRole('link', { name: /^PO-1182/ });
    expect(link).toHaveAttribute('href', '/orders/order-1?tab=deliveries');
    expect(within(link.closest('tr')!).getByText('CH-7')).toBeVisible();
    expect(within(link.closest('tr')!).getByText('≈ 3,986.63 yd')).toBeVisible();
    expect(asked).toEqual(['unit=kg&deliveryDateFrom=2026-11-01&pageSize=25']);
    expect(screen.getByRole('columnheader', { name: /^Day/ })).toHaveAttribute('aria-sort', 'descending');

    await userEvent.type(screen.getByRole('searchbox', { name: 'Search deliveries' }), 'CH-7{Enter}');
    await waitFor(() => expect(address()).toContain('search=CH-7'));
    await waitFor(() => expect(asked.at(-1)).toContain('search=CH-7'));
  });

  it('tells where it is recorded when nothing came', async () => {
    answerWith({ 'GET /api/v1/supplier-deliveries/': () => ({ body: pageOf() }) });
    await renderAt(DeliveriesPage, { at: '/deliveries' });
    expect(await screen.findByText('Nothing came yet')).toBeVisible();
  });
});
