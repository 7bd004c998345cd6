import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { OrderDto } from '@/shared/api/generated';
import { anOrder, pageOf, problem } from '../../../../test/orders';
import { renderAt } from '../../../../test/render';
import { answerWith } from '../../../../test/server';
import EditOrderPage from './EditOrderPage';

const colleague = { id: 'rafi', fullName: 'Rafi Chowdhury', email: '', role: 'merchandiser', department: null };

/** An order that a colleague changes to `theirs` once our form is open. */
function orderThatBecomes(theirs: Partial<OrderDto>) {
  const sent: { version: string; body: unknown }[] = [];
  let stored = anOrder();
  answerWith({
    'GET /api/v1/orders/': () => ({ body: pageOf() }),
    'GET /api/v1/auth/users/colleagues/': () => ({ body: pageOf(colleague) }),
    'GET /api/v1/orders/order-1/': () => ({ body: stored }),
    'PATCH /api/v1/orders/order-1/': ({ data, headers }) => {
      const body = JSON.parse(String(data)) as Partial<OrderDto>;
      sent.push({ version: String(headers['If-Match']), body });
      if (sent.length === 1 && Object.keys(theirs).length > 0) stored = anOrder({ ...theirs, rowVersion: 2 });
      if (headers['If-Match'] !== `"${stored.rowVersion}"`) {
        const changes = [{ version: 2, name: 'order.updated', actorId: 'rafi', occurredAt: '', data: {} }];
        return problem(412, { code: 'request.stale_version', currentVersion: stored.rowVersion, changes });
      }
      stored = { ...stored, ...body, rowVersion: stored.rowVersion + 1 };
      return { body: stored };
    },
  });
  return { sent, stored: () => stored };
}

async function editSeason() {
  const screenAt = await renderAt(EditOrderPage, { at: '/orders/order-1/edit', path: '/orders/$orderId/edit' });
  const season = await screen.findByLabelText('Season');
  await userEvent.clear(season);
  await userEvent.type(season, 'AW27');
  await userEvent.click(screen.getByRole('button', { name: /^Save/ }));
  return screenAt;
}

describe('changing an order', () => {
  it('sends only what was changed, from the version that was read', async () => {
    const { sent } = orderThatBecomes({});
    const { address } = await editSeason();
    await waitFor(() => expect(address()).toBe('/orders/order-1'));
    expect(sent).toEqual([{ version: '"1"', body: { season: 'AW27' } }]);
  });

  it('goes on top of a colleague’s change by itself where the fields differ', async () => {
    const { sent, stored } = orderThatBecomes({ notes: 'Repeat order.' });
    const { address } = await editSeason();
    await waitFor(() => expect(address()).toBe('/orders/order-1'));
    expect(sent.map(({ version }) => version)).toEqual(['"1"', '"2"']);
    expect(stored()).toMatchObject({ season: 'AW27', notes: 'Repeat order.' });
  });

  it('shows both where the same field was changed, and saves what the person chooses', async () => {
    const { sent, stored } = orderThatBecomes({ season: 'SS28' });
    const { address } = await editSeason();
    const clash = within(await screen.findByRole('alert'));
    expect(await clash.findByText(/Rafi Chowdhury changed this while you were at it/)).toBeVisible();
    expect(clash.getByRole('radio', { name: /Yours AW27/ })).toBeChecked();
    expect(clash.getByRole('radio', { name: /Theirs SS28/ })).not.toBeChecked();
    expect(address()).toBe('/orders/order-1/edit');

    await userEvent.click(clash.getByRole('button', { name: 'Save with these' }));
    await waitFor(() => expect(address()).toBe('/orders/order-1'));
    expect(sent.at(-1)).toEqual({ version: '"2"', body: { season: 'AW27' } });
    expect(stored().season).toBe('AW27');
  });

  it('keeps theirs when they are chosen, and writes nothing then', async () => {
    const { sent, stored } = orderThatBecomes({ season: 'SS28' });
    const { address } = await editSeason();
    const clash = within(await screen.findByRole('alert'));
    await userEvent.click(clash.getByRole('radio', { name: /Theirs SS28/ }));
    await userEvent.click(clash.getByRole('button', { name: 'Save with these' }));
    await waitFor(() => expect(address()).toBe('/orders/order-1'));
    expect(sent).toHaveLength(1);
    expect(stored().season).toBe('SS28');
  });
});
