import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { anOrderRow, pageOf } from '../../../../test/orders';
import { renderAt } from '../../../../test/render';
import { answerWith } from '../../../../test/server';
import { SameNumberNotice } from './SameNumberNotice';

function Form() {
  const [typed, setTyped] = useState('');
  return (
    <>
      <label>
        PO number <input value={typed} onChange={({ target }) => setTyped(target.value)} />
      </label>
      <SameNumberNotice orderNumber={typed} except="mine" />
    </>
  );
}

describe('a PO number that is typed', () => {
  it('is looked up once it stands still, and the other order is laid beside it', async () => {
    const asked: (string | null)[] = [];
    answerWith({
      'GET /api/v1/orders/': ({ url }) => {
        asked.push(new URLSearchParams(url?.split('?')[1]).get('sameNumberAs'));
        return { body: pageOf(anOrderRow({ id: 'mine' }), anOrderRow()) };
      },
    });
    await renderAt(Form);
    await userEvent.type(await screen.findByLabelText('PO number'), 'PO-1182');
    const notice = within(await screen.findByRole('status', { name: /on another order/ }));
    expect(notice.getByText('PO-1182 is on 1 order already')).toBeVisible();
    const orders = notice.getAllByRole('listitem');
    expect(orders).toHaveLength(1);
    expect(within(orders[0]!).getByRole('link', { name: /Open PO-1182/ })).toHaveAttribute('href', '/orders/order-1');
    expect(orders[0]).toHaveTextContent(/BuyerANABIA.*Quantity44,640 pcsLines1 line/);
    expect(asked).toEqual(['PO-1182']);

    await userEvent.click(notice.getByRole('button', { name: 'Carry on' }));
    expect(screen.queryByRole('status')).not.toBeInTheDocument();
  });

  it('is no news where only the order at hand carries it', async () => {
    const asked: unknown[] = [];
    answerWith({ 'GET /api/v1/orders/': () => (asked.push(1), { body: pageOf(anOrderRow({ id: 'mine' })) }) });
    await renderAt(Form);
    await userEvent.type(await screen.findByLabelText('PO number'), 'PO-7');
    await waitFor(() => expect(asked).toHaveLength(1));
    expect(screen.queryByRole('status')).not.toBeInTheDocument();
  });
});
