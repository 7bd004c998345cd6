import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http } from '@/shared/api/http';
import { renderAt } from '../../../test/render';
import { answerWith } from '../../../test/server';
import ProofDialog from './ProofDialog';

const needed = { status: 403, body: { status: 403, code: 'access.proof_needed', by: 'password', detail: 'Show it.' } };

describe('being asked who one is once more', () => {
  const sent: unknown[] = [];
  let proved: boolean;

  beforeEach(async () => {
    sent.length = 0;
    proved = false;
    answerWith({
      'POST /api/v1/auth/users/': ({ data, headers }) => {
        sent.push([JSON.parse(String(data)), headers['Idempotency-Key']]);
        return proved ? { status: 201, body: { id: 'u2' } } : needed;
      },
      'POST /api/v1/auth/proof/': ({ data }) => {
        proved = (JSON.parse(String(data)) as { password: string }).password === 'mine';
        const errors = { password: ['This is not your present password.'] };
        return proved ? { status: 204 } : { status: 400, body: { status: 400, code: 'auth.wrong_password', errors } };
      },
    });
    await renderAt(ProofDialog);
  });

  const create = () =>
    http.post('/api/v1/auth/users/', { email: 'nadia@house.test' }, { headers: { 'Idempotency-Key': 'k1' } });

  it('sends the very same request again once it is answered, and says at the field what was wrong', async () => {
    const [answer, twin] = [create(), create()];
    const field = await screen.findByLabelText('Password');
    await userEvent.type(field, 'not it');
    await userEvent.click(screen.getByRole('button', { name: 'Go on' }));
    expect(await screen.findByText('This is not your present password.')).toBeVisible();
    await userEvent.clear(field);
    await userEvent.type(field, 'mine');
    await userEvent.click(screen.getByRole('button', { name: 'Go on' }));
    expect([(await answer).status, (await twin).status]).toEqual([201, 201]);
    expect(sent).toEqual(Array.from({ length: 4 }, () => [{ email: 'nadia@house.test' }, 'k1']));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  });

  it('leaves the refusal as it was where they would rather not', async () => {
    const refused = create().catch((error: unknown) => error);
    await userEvent.click(await screen.findByRole('button', { name: 'Cancel' }));
    expect(await refused).toMatchObject({ response: { status: 403 } });
    expect(sent).toHaveLength(1);
  });
});
