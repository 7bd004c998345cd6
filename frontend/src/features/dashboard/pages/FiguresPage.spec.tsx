import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useSession } from '@/shared/session';
import { renderAt } from '../../../../test/render';
import { answerWith } from '../../../../test/server';
import FiguresPage from './FiguresPage';

const figures = {
  today: '2026-11-22',
  open: 33,
  stages: [{ stage: 'In Development', count: 11 }],
  merchandisers: [
    { merchandiser: { id: 'u1', fullName: 'Rina Akter' }, open: 7, overdue: 2 },
    { merchandiser: null, open: 1, overdue: 0 },
  ],
  months: [{ from: '2026-11-01', to: '2026-11-30', placed: 8, delivered: 3 }],
  windows: [
    { window: 'overdue', from: null, to: '2026-11-21', count: 2 },
    { window: 'next7', from: '2026-11-22', to: '2026-11-28', count: 4 },
    { window: 'next14', from: '2026-11-29', to: '2026-12-05', count: 0 },
    { window: 'none', from: null, to: null, count: 1 },
  ],
  values: [
    { currency: 'EUR', amount: '12400.50', orders: 2 },
    { currency: 'USD', amount: '158466.00', orders: 31 },
  ],
  lines: [{ urgency: 'late', count: 10 }],
  approvals: [
    { holder: 'us', count: 5 },
    { holder: 'buyer', count: 54 },
  ],
};

const answer = (body: object) =>
  answerWith({
    'GET /api/v1/dashboard/figures/': () => ({ body }),
    'GET /api/v1/alerts/': () => ({
      body: { count: 10000, countCapped: true, next: null, previous: null, results: [] },
    }),
  });
const actor = { id: 'u9', email: 'm@house.test', fullName: 'Tanvir Ahmed', role: 'manager' as const };
const open = '/orders?category=upcoming&category=running';

describe('the figures', () => {
  beforeEach(() => useSession.setState({ status: 'signedIn', actor, access: 'token' }));

  it('open exactly the rows that they count', async () => {
    answer(figures);
    await renderAt(FiguresPage);
    await screen.findByRole('heading', { name: 'Open orders by ETD' });
    const opens = (name: RegExp) => screen.getAllByRole('link', { name }).map((link) => link.getAttribute('href'));
    expect(opens(/^Open orders/)).toEqual([open]);
    expect(opens(/^Late lines 10/)).toEqual(['/late?urgency=late']);
    expect(opens(/^Approvals 59/)).toEqual(['/approvals/table']);
    await screen.findByRole('link', { name: /^Open alerts 10,000\+/ });
    expect(opens(/^Open alerts/)).toEqual(['/alerts']);
    expect(opens(/^Overdue, Orders: 2/)).toEqual([`${open}&etdTo=2026-11-21&ordering=etd`]);
    expect(opens(/^Next 7 days, Orders: 4/)).toEqual([`${open}&etdFrom=2026-11-22&etdTo=2026-11-28&ordering=etd`]);
    expect(opens(/^No ETD, Orders: 1/)).toEqual([`${open}&withoutEtd=true&ordering=etd`]);
    expect(opens(/^In Development, Orders: 11/)).toEqual([`${open}&currentStage=In+Development`]);
    expect(opens(/^Rina Akter, Open: 7/)).toEqual([`${open}&merchandiserId=u1`]);
    expect(opens(/^Rina Akter, Overdue: 2/)).toEqual([`${open}&merchandiserId=u1&etdTo=2026-11-21&ordering=etd`]);
    expect(opens(/^Nobody, Open: 1/)).toEqual([`${open}&unassigned=true`]);
    expect(new Set(opens(/^Nov 2026, Placed: 8/))).toEqual(
      new Set(['/orders?orderDateFrom=2026-11-01&orderDateTo=2026-11-30']),
    );
    expect(new Set(opens(/^Nov 2026, Delivered: 3/))).toEqual(
      new Set(['/orders?deliveredFrom=2026-11-01&deliveredTo=2026-11-30']),
    );
    expect(opens(/^With the buyer, Gates: 54/)).toEqual(['/approvals/table?holder=buyer']);
    expect(opens(/^12,400.50 EUR/)).toEqual([`${open}&currency=EUR`]);
  });

  it('say the days that they count, and what they count', async () => {
    answer(figures);
    await renderAt(FiguresPage);
    expect(await screen.findByText('22 to 28 Nov 2026')).toBeVisible();
    expect(screen.getByText('29 Nov to 05 Dec 2026')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'What is counted: Open orders by ETD' }));
    expect(await screen.findByText(/The next 7 days are today and the six after it/)).toBeVisible();
  });

  it('are a table too, with the same links', async () => {
    answer(figures);
    await renderAt(FiguresPage);
    await userEvent.click(await screen.findByRole('button', { name: 'By merchandiser: show the table' }));
    const table = within(screen.getByRole('table', { name: 'By merchandiser' }));
    expect(table.getAllByRole('columnheader').map(({ textContent }) => textContent)).toEqual([
      'Merchandiser',
      'Open',
      'Overdue',
    ]);
    const row = within(table.getByRole('row', { name: /^Rina Akter/ }));
    expect(row.getByRole('link', { name: /Open: 7/ })).toHaveAttribute('href', `${open}&merchandiserId=u1`);
    await userEvent.click(screen.getByRole('button', { name: 'By merchandiser: show the chart' }));
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('say where to begin when there is nothing to count, and how to go on when they fail', async () => {
    answer({ ...figures, open: 0, months: [] });
    const { unmount } = await renderAt(FiguresPage);
    expect(await screen.findByText('Nothing to count yet')).toBeVisible();
    unmount();
    answerWith({
      'GET /api/v1/dashboard/figures/': () => ({
        status: 403,
        body: { status: 403, code: 'x', detail: 'Your account is closed.', title: '', errors: {} },
      }),
    });
    await renderAt(FiguresPage);
    expect(await screen.findByRole('alert')).toHaveTextContent('Your account is closed.');
  });
});
