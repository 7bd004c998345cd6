import { screen, within } from '@testing-library/react';
import { useSession } from '@/shared/session';
import { renderAt } from '../../../../test/render';
import { answerWith } from '../../../../test/server';
import HomePage from './HomePage';

const figures = {
  today: '2026-11-21',
  open: 4,
  byStatus: [{ status: 'running', count: 3 }],
  leaving: { late: 1, within5: 2, within10: 0, within30: 1 },
  attention: {
    samplesAwaitingDecision: 7,
    samplesToSend: 0,
    invoicesToConfirm: 1,
    creditsExpiring: 0,
    overdueMilestones: 5,
  },
  openValue: [{ amount: '158466.00', currency: 'USD' }],
  next: [
    {
      id: 'o1',
      orderNumber: 'PO-1182',
      customerName: 'ANABIA',
      earliestEtd: '2026-11-20',
      status: 'running',
      currentStage: 'Production',
      merchandiserName: 'Rina Akter',
      overdueMilestones: 2,
    },
  ],
};

const emptyDay = {
  today: '2026-11-21',
  scope: 'mine',
  dueToday: 0,
  dueThisWeek: 0,
  todayItems: [],
  weekItems: [],
  next: null,
};

const actor = { id: 'u1', email: 'rina@house.test', fullName: 'Rina Akter', role: 'merchandiser' as const };

function houseWith(body: object) {
  answerWith({
    'GET /api/v1/dashboard/': () => ({ body }),
    'GET /api/v1/workspace/my-day/': () => ({ body: emptyDay }),
  });
}

describe('the home page', () => {
  beforeEach(() => useSession.setState({ status: 'signedIn', actor, access: 'token' }));

  it('opens exactly the rows behind each number', async () => {
    houseWith(figures);
    await renderAt(HomePage);
    const late = await screen.findByRole('link', { name: /^Late\s*1/ });
    expect(late).toHaveAttribute('href', '/orders?category=upcoming&category=running&ordering=etd&etdTo=2026-11-20');
    expect(screen.getByRole('link', { name: /Within 5 days/ })).toHaveAttribute(
      'href',
      expect.stringContaining('etdFrom=2026-11-21&etdTo=2026-11-26'),
    );
    expect(screen.getByRole('link', { name: /Samples with the buyer\s*7/ })).toHaveAttribute(
      'href',
      '/samples?status=submitted',
    );
    expect(screen.getByRole('link', { name: /LCs that expire in 14 days/ })).toHaveAttribute(
      'href',
      '/money?tab=lcs&status=issued&status=confirmed&expiryFrom=2026-11-21&expiryTo=2026-12-05&ordering=expiryDate',
    );
    expect(screen.getByRole('link', { name: /Running\s*3/ })).toHaveAttribute('href', '/orders?orderStatus=running');
  });

  it('names the orders that leave next, with what is overdue', async () => {
    houseWith(figures);
    await renderAt(HomePage);
    const table = within(await screen.findByRole('table', { name: 'Open orders by ETD' }));
    expect(table.getByRole('link', { name: 'PO-1182' })).toHaveAttribute('href', '/orders/o1');
    expect(table.getByText('2 steps overdue')).toBeVisible();
    expect(table.queryByText('Rina Akter')).toBeNull();
  });

  it('shows an empty house where to begin, and a failed one how to go on', async () => {
    houseWith({ ...figures, open: 0, byStatus: [], next: [] });
    const { unmount } = await renderAt(HomePage);
    expect(await screen.findByRole('link', { name: /Drop your workbook/ })).toHaveAttribute('href', '/orders/import');
    unmount();
    answerWith({
      'GET /api/v1/dashboard/': () => ({
        status: 403,
        body: { status: 403, code: 'x', detail: 'Not for you.', title: '', errors: {} },
      }),
    });
    await renderAt(HomePage);
    expect(await screen.findByText(/Not for you/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible();
  });
});
