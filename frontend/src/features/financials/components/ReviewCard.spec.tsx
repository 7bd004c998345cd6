import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ProformaReviewDto } from '@/shared/api/generated';
import { useSession } from '@/shared/session';
import { anInvoice } from '../../../../test/money';
import { problem } from '../../../../test/orders';
import { renderAt } from '../../../../test/render';
import { type Answer, answerWith } from '../../../../test/server';
import { ReviewCard } from './ReviewCard';

const review: ProformaReviewDto = {
  state: 'pending',
  needed: true,
  threshold: { amount: '50000.00', currency: 'USD' },
  mayDecide: true,
  wroteIt: false,
  since: {
    id: 'pi-0',
    piNumber: 'PI-00039',
    version: 1,
    by: { id: 'm', fullName: 'Farhana' },
    at: '2026-11-03T06:00:00Z',
  },
  differences: [
    {
      ...{ line: 'MT · White', field: 'price', before: '2.45', after: '2.40' },
      ...{ by: { id: 'rafi', fullName: 'Rafi Islam' }, at: '2026-11-04T06:00:00Z' },
    },
  ],
  marginBefore: '8.1',
  margin: '6.7',
  checks: [
    { ok: true, sentence: 'LC 0417 covers it.' },
    { ok: false, sentence: 'One line differs from the order as it stands today.' },
  ],
};

async function shown(given: Partial<ProformaReviewDto> = {}, writes: Record<string, (body: unknown) => Answer> = {}) {
  const sent: unknown[] = [];
  const noted = Object.entries(writes).map(([route, answer]) => [
    route,
    ({ data, headers }: { data?: unknown; headers: Record<string, unknown> }) => {
      const body: unknown = data === undefined ? null : JSON.parse(String(data));
      sent.push([body, headers['If-Match']]);
      return answer(body);
    },
  ]);
  answerWith({
    'GET /api/v1/financials/proforma-invoices/pi-1/review/': () => ({ body: { ...review, ...given } }),
    ...(Object.fromEntries(noted) as object),
  });
  const invoice = anInvoice({ review: 'pending' });
  await renderAt(() => <ReviewCard invoice={invoice} />);
  return sent;
}

const AT = 'POST /api/v1/financials/proforma-invoices/pi-1';

describe('the review of a PI', () => {
  beforeEach(() => {
    const actor = { id: 'm', email: '', fullName: 'Farhana', role: 'manager' as const };
    useSession.setState({ status: 'signedIn', actor });
  });

  it('shows what changed and what was checked, and is approved by one key', async () => {
    const sent = await shown({}, { [`${AT}/approval/`]: () => ({ body: anInvoice({ review: 'approved' }) }) });
    expect(await screen.findByText(/approved PI-00039 \(version 1\)/)).toBeVisible();
    expect(screen.getByText('MT · White · Unit price').closest('li')).toHaveTextContent(
      '2.45 → 2.40 Rafi Islam, 04 Nov 2026',
    );
    expect(screen.getByText('6.7 %').closest('p')).toHaveTextContent('Margin 8.1 % → 6.7 %');
    const checks = within(screen.getByRole('list', { name: 'What was checked' }));
    expect(checks.getByText(/One line differs/)).toHaveTextContent('Look at this:');
    await userEvent.keyboard('a');
    await waitFor(() => expect(sent).toEqual([[null, '"1"']]));
  });

  it('is returned with a reason, and never without', async () => {
    const answers = [problem(412, { detail: 'Rina Akter changed this meanwhile.' })];
    const sent = await shown(
      {},
      {
        [`${AT}/return/`]: () => answers.shift() ?? { body: anInvoice({ review: 'returned' }) },
      },
    );
    await screen.findByRole('button', { name: 'Approve' });
    await userEvent.keyboard('r');
    const dialog = within(await screen.findByRole('dialog', { name: 'Return PI-00042' }));
    await userEvent.click(dialog.getByRole('button', { name: 'Return PI' }));
    expect(await dialog.findByText('Say what has to change.')).toBeVisible();
    await userEvent.type(dialog.getByLabelText(/^Reason/), 'Last year’s price.');
    await userEvent.click(dialog.getByRole('button', { name: 'Return PI' }));
    expect(await dialog.findByText('Rina Akter changed this meanwhile.')).toBeVisible();
    await userEvent.click(dialog.getByRole('button', { name: 'Return PI' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(sent).toEqual([1, 2].map(() => [{ reason: 'Last year’s price.' }, '"1"']));
  });

  it('is for somebody who did not write it', async () => {
    const sent = await shown({ mayDecide: false, wroteIt: true });
    expect(await screen.findByText(/You wrote on it yourself/)).toBeVisible();
    await userEvent.keyboard('a');
    expect(screen.queryByRole('button', { name: 'Approve' })).not.toBeInTheDocument();
    expect(sent).toEqual([]);
  });
});
