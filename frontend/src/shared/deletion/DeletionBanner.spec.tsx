import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { DeletionRequestDto } from '@/shared/api/generated';
import { renderAt } from '../../../test/render';
import { answerWith } from '../../../test/server';
import { DeletionBanner } from './DeletionBanner';

const request: DeletionRequestDto = {
  id: 'd-1',
  orderId: 'order-1',
  orderNumber: 'PO-1182',
  customerName: 'ANABIA',
  requester: { id: 'rina', fullName: 'Rina Akter' },
  approver: { id: 'tanvir', fullName: 'Tanvir Ahmed' },
  status: 'pending',
  reason: 'Entered twice.',
  responseNote: null,
  respondedBy: null,
  respondedAt: null,
  mayAnswer: false,
  mayWithdraw: false,
  createdAt: '2026-11-20T05:20:00Z',
  updatedAt: '2026-11-20T05:20:00Z',
  rowVersion: 1,
};

/** An order about which this waits; `asked` are the queries and what was answered. */
async function orderWith(results: DeletionRequestDto[]) {
  const asked: string[] = [];
  answerWith({
    'GET /api/v1/deletion-requests/': ({ url }) => {
      asked.push(String(url));
      return { body: { count: results.length, next: null, previous: null, results } };
    },
    'POST /api/v1/deletion-requests/d-1/decline/': ({ data }) => {
      asked.push(String(data));
      return { body: { ...request, status: 'declined' } };
    },
  });
  await renderAt(() => (
    <>
      <DeletionBanner orderId="order-1" />
      <p>Facts</p>
    </>
  ));
  await screen.findByText('Facts');
  return asked;
}

const banner = () => screen.findByRole('region', { name: 'Request to delete this order' });

describe('the banner of an order that somebody wants deleted', () => {
  it('says who asks, why, and whose answer it waits for', async () => {
    const asked = await orderWith([request]);
    expect(await banner()).toHaveTextContent(
      /^Rina Akter asks for this order to be deleted: “Entered twice\.”.* Tanvir Ahmed is to answer\.$/,
    );
    expect(within(await banner()).queryByRole('button')).not.toBeInTheDocument();
    expect(asked[0]).toContain('orderId=order-1');
    expect(asked[0]).toContain('status=pending');
  });

  it('lets who may answer do so at once', async () => {
    const asked = await orderWith([{ ...request, mayAnswer: true }]);
    await userEvent.click(within(await banner()).getByRole('button', { name: 'Decline' }));
    const dialog = screen.getByRole('dialog', { name: 'Keep order PO-1182?' });
    await userEvent.type(within(dialog).getByLabelText('Note'), 'It runs.');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Decline' }));
    await waitFor(() => expect(asked).toContain(JSON.stringify({ responseNote: 'It runs.' })));
  });

  it('lets who asks withdraw', async () => {
    await orderWith([{ ...request, mayWithdraw: true }]);
    expect(await banner()).toHaveTextContent(/^You ask for this order/);
    expect(within(await banner()).getByRole('button', { name: 'Withdraw' })).toBeVisible();
  });

  it('is not there where nobody asks', async () => {
    await orderWith([]);
    expect(screen.queryByRole('region')).not.toBeInTheDocument();
  });
});
