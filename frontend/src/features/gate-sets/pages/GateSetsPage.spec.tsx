import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { GateSetDto } from '@/shared/api/generated';
import { pageOf, problem } from '../../../../test/orders';
import { renderAt } from '../../../../test/render';
import { answerWith } from '../../../../test/server';
import GateSetsPage from './GateSetsPage';

const days = { send: 14, us: 3, mill: 7, buyer: 5, lab: null };
const solid: GateSetDto = {
  id: 'set-1',
  name: 'Solid dyed',
  words: ['solid'],
  gates: [
    { key: 'price', name: 'Price', days },
    { key: 'custom_hand_feel', name: 'Hand feel', days },
  ],
  position: 3,
  isDefault: true,
  createdAt: '2026-11-01T04:00:00Z',
  updatedAt: '2026-11-01T04:00:00Z',
  rowVersion: 2,
};

describe('the sets of gates', () => {
  it('are changed: gates in another order, with their days', async () => {
    const sent: unknown[] = [];
    answerWith({
      'GET /api/v1/gate-sets/': () => ({ body: pageOf(solid) }),
      'PATCH /api/v1/gate-sets/set-1/': ({ data }: { data?: unknown }) => {
        sent.push(JSON.parse(String(data)));
        return { body: solid };
      },
    });
    await renderAt(GateSetsPage);
    await userEvent.click(await screen.findByRole('button', { name: 'Edit the gates of Solid dyed' }));
    const drawer = within(await screen.findByRole('dialog', { name: 'Gates of Solid dyed' }));
    await userEvent.click(drawer.getByRole('button', { name: 'Move Hand feel up' }));
    const buyer = drawer.getByRole('textbox', { name: 'Buyer: days for Hand feel' });
    await userEvent.clear(buyer);
    await userEvent.type(buyer, '9');
    await userEvent.clear(drawer.getByLabelText('Words'));
    await userEvent.type(drawer.getByLabelText('Words'), 'Solid,  piece dyed');
    await userEvent.click(drawer.getByRole('button', { name: 'Save gates' }));
    await waitFor(() =>
      expect(sent).toEqual([
        {
          name: 'Solid dyed',
          words: ['solid', 'piece dyed'],
          position: 3,
          isDefault: true,
          gates: [
            { name: 'Hand feel', days: { ...days, buyer: 9 } },
            { key: 'price', days },
          ],
        },
      ]),
    );
  });

  it('say at its field which gate stands there twice', async () => {
    answerWith({
      'GET /api/v1/gate-sets/': () => ({ body: pageOf(solid) }),
      'POST /api/v1/gate-sets/': () =>
        problem(400, { errors: { 'gates.0.key': ['This gate is in the set already.'] } }),
    });
    await renderAt(GateSetsPage);
    await userEvent.click(await screen.findByRole('button', { name: 'New set' }));
    const drawer = within(await screen.findByRole('dialog', { name: 'New set of gates' }));
    await userEvent.type(drawer.getByLabelText(/^Name/), 'Velour');
    await userEvent.click(drawer.getByRole('button', { name: 'Save gates' }));
    expect(await drawer.findByText('This gate is in the set already.')).toBeVisible();
  });
});
