import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { TrashEntryDto } from '@/shared/api/generated';
import { problem } from '../../../../test/orders';
import { renderAt } from '../../../../test/render';
import { answerWith } from '../../../../test/server';
import TrashPage from './TrashPage';

const black: TrashEntryDto = {
  id: 'e-1',
  kind: 'line',
  subjectId: 'line-2',
  label: 'MT-2291 · Black',
  orderId: 'order-1',
  orderNumber: 'PO-1182',
  customerName: 'ANABIA',
  deletedBy: { id: 'rina', fullName: 'Rina Akter' },
  deletedAt: '2026-11-10T05:00:00Z',
  keptUntil: '2026-12-10T05:00:00Z',
  daysLeft: 2,
  isOrder: false,
};

function trashOf(entries: TrashEntryDto[], restoration: () => object = () => ({ body: { ...black } })) {
  const asked: URLSearchParams[] = [];
  const restored: string[] = [];
  answerWith({
    'GET /api/v1/auth/users/colleagues/': () => ({ body: { results: [] } }),
    'GET /api/v1/trash/': ({ url = '' }) => {
      asked.push(new URL(url, 'http://house.test').searchParams);
      const results = restored.length ? [] : entries;
      return { body: { count: results.length, next: null, previous: null, results } };
    },
    'POST /api/v1/trash/e-1/restoration/': () => {
      restored.push('e-1');
      return restoration();
    },
  });
  return { asked, restored };
}

describe('the trash', () => {
  it('tells what it holds, whose deed it was and how long it is kept, and gives it back', async () => {
    const { restored } = trashOf([black]);
    await renderAt(TrashPage);
    const row = within(await screen.findByRole('row', { name: /MT-2291 · Black/ }));
    expect(row.getByText('Rina Akter')).toBeInTheDocument();
    expect(row.getByText('2 days more')).toBeInTheDocument();
    expect(row.getByRole('link', { name: 'PO-1182' })).toHaveAttribute('href', '/orders/order-1');
    await userEvent.click(row.getByRole('button', { name: 'Restore MT-2291 · Black' }));
    expect(await screen.findByText('The trash is empty')).toBeVisible();
    expect(restored).toEqual(['e-1']);
  });

  it('keeps what cannot come back', async () => {
    trashOf([black], () => problem(409, { detail: 'This style already has a line with this colour and CAD.' }));
    await renderAt(TrashPage);
    await userEvent.click(await screen.findByRole('button', { name: 'Restore MT-2291 · Black' }));
    expect(screen.getByRole('row', { name: /MT-2291 · Black/ })).toBeInTheDocument();
  });

  it('is empty, or nothing in it fits', async () => {
    trashOf([]);
    await renderAt(TrashPage);
    expect(await screen.findByText('The trash is empty')).toBeVisible();
  });

  it('says why it could not be loaded', async () => {
    answerWith({
      'GET /api/v1/auth/users/colleagues/': () => ({ body: { results: [] } }),
      'GET /api/v1/trash/': () => problem(404, { detail: 'The trash is elsewhere.' }),
    });
    await renderAt(TrashPage);
    expect(await screen.findByRole('alert')).toHaveTextContent('The trash is elsewhere.');
  });
});
