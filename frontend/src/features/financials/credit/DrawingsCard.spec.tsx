import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { DrawingDto } from '@/shared/api/generated';
import { useSession } from '@/shared/session';
import { aCredit } from '../../../../test/money';
import { problem } from '../../../../test/orders';
import { renderAt } from '../../../../test/render';
import { answerWith } from '../../../../test/server';
import { DrawingsCard } from './DrawingsCard';

const AT = '/api/v1/financials/letters-of-credit/lc-1';

const drawing: DrawingDto = {
  id: 'd-1',
  reference: 'CI-00012',
  presentedOn: '2026-11-09',
  shippedOn: '2026-11-02',
  invoicedOn: null,
  acceptedOn: null,
  maturesOn: null,
  amount: '12000.00',
  quantity: null,
  unit: null,
  notes: null,
  createdBy: null,
  createdAt: '2026-11-09T04:00:00Z',
};

describe('what was drawn under an LC', () => {
  it('takes down what the bank said of it, with a refusal at its field', async () => {
    const actor = { id: 'me', email: '', fullName: 'Rina Akter', role: 'merchandiser' as const };
    useSession.setState({ status: 'signedIn', actor });
    const sent: unknown[] = [];
    let drawings = [drawing];
    const credit = aCredit({ status: 'issued', drawings: 1 });
    answerWith({
      'GET /api/v1/auth/capabilities/': () => ({
        body: { role: 'merchandiser', capabilities: { 'letter_of_credit.write': 'own' } },
      }),
      [`GET ${AT}/`]: () => ({ body: credit }),
      [`GET ${AT}/drawings/`]: () => ({ body: { drawings, quantities: [] } }),
      [`PATCH ${AT}/drawings/d-1/`]: ({ data, headers }) => {
        const body = JSON.parse(String(data)) as Partial<DrawingDto>;
        sent.push([body, headers['If-Match']]);
        if (body.maturesOn === '2026-11-01')
          return problem(400, { errors: { maturesOn: ['A bank pays after it accepted.'] } });
        drawings = [{ ...drawing, ...body }];
        return { body: credit };
      },
    });
    await renderAt(() => <DrawingsCard credit={credit} />);
    await userEvent.click(await screen.findByRole('button', { name: 'Bank’s answer…' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'The bank’s answer to CI-00012' }));
    await userEvent.type(dialog.getByLabelText(/^Accepted on/), '2026-11-12');
    await userEvent.type(dialog.getByLabelText(/^Pays on/), '2026-11-01');
    await userEvent.click(dialog.getByRole('button', { name: 'Save answer' }));
    expect(await dialog.findByText('A bank pays after it accepted.')).toBeVisible();
    await userEvent.clear(dialog.getByLabelText(/^Pays on/));
    await userEvent.type(dialog.getByLabelText(/^Pays on/), '2027-01-11');
    await userEvent.click(dialog.getByRole('button', { name: 'Save answer' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(sent).toEqual([
      [{ acceptedOn: '2026-11-12', maturesOn: '2026-11-01' }, '"1"'],
      [{ acceptedOn: '2026-11-12', maturesOn: '2027-01-11' }, '"1"'],
    ]);
    expect(await screen.findByText(/^Accepted/)).toHaveTextContent('Accepted 12 Nov 2026, pays 11 Jan 2027');
  });
});
