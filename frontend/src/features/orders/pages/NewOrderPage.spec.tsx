import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { anOrder, pageOf, problem } from '../../../../test/orders';
import { renderAt } from '../../../../test/render';
import { type Answer, answerWith } from '../../../../test/server';
import NewOrderPage from './NewOrderPage';

interface Sent {
  body: unknown;
  key: string;
}

function createWith(answer: (attempt: number) => Answer) {
  const sent: Sent[] = [];
  answerWith({
    'GET /api/v1/orders/': () => ({ body: pageOf() }),
    'GET /api/v1/orders/order-1/': () => ({ body: anOrder() }),
    'POST /api/v1/orders/': ({ data, headers }) => {
      sent.push({ body: JSON.parse(String(data)), key: String(headers['Idempotency-Key']) });
      return answer(sent.length);
    },
  });
  return sent;
}

async function fillIn() {
  await userEvent.type(screen.getByLabelText(/^Customer/), 'ANABIA');
  await userEvent.type(screen.getByRole('textbox', { name: /^Fabric/ }), 'Single jersey');
  await userEvent.type(screen.getByLabelText(/^Style number/), 'MT-2291');
}

const row = (at: number) => within(screen.getAllByRole('listitem')[at]!);

describe('a new order', () => {
  it('puts the server’s sentences at their fields, also within a line of a style', async () => {
    const sent = createWith((attempt) =>
      attempt === 1
        ? problem(422, {
            errors: {
              'styles.0.lines.1.quantity': ['Pieces come whole.'],
              'styles.0.lines.1.commission': ['This is too large.'],
              orderNumber: ['This number is taken.'],
            },
          })
        : { status: 201, body: anOrder() },
    );
    const { address } = await renderAt(NewOrderPage, { at: '/orders/new' });
    await fillIn();
    await userEvent.click(screen.getByRole('button', { name: 'Add a line' }));
    await userEvent.type(row(1).getByLabelText('Quantity'), '12.5');
    await userEvent.click(screen.getByRole('button', { name: /Create order/ }));

    expect(await row(1).findByText('Pieces come whole.')).toBeVisible();
    expect(row(1).getByLabelText('Quantity')).toBeInvalid();
    expect(row(0).getByLabelText('Quantity')).toBeValid();
    expect(row(1).getByLabelText('Commission')).toHaveAccessibleDescription(/This is too large/);
    expect(screen.getByLabelText('PO number')).toHaveAccessibleDescription(/This number is taken/);

    await userEvent.clear(row(1).getByLabelText('Quantity'));
    await userEvent.type(row(1).getByLabelText('Quantity'), '12,500{Control>}{Enter}{/Control}');
    await waitFor(() => expect(address()).toBe('/orders/order-1'));
    expect(sent).toHaveLength(2);
    expect(sent[1]?.key).toBe(sent[0]?.key);
    expect(sent[1]?.body).toEqual({
      customerName: 'ANABIA',
      fabricType: 'Single jersey',
      orderType: 'foreign',
      currency: 'USD',
      styles: [{ styleNumber: 'MT-2291', lines: [{ unit: 'pieces' }, { unit: 'pieces', quantity: '12500' }] }],
    });
  });

  it('asks for what is missing before it asks the server', async () => {
    const sent = createWith(() => ({ status: 201, body: anOrder() }));
    await renderAt(NewOrderPage, { at: '/orders/new' });
    await userEvent.type(row(0).getByLabelText('Our price'), '2,4');
    await userEvent.click(screen.getByRole('button', { name: /Create order/ }));
    expect(await screen.findByText('Whose order is it?')).toBeVisible();
    expect(screen.getByText('Each style has a number.')).toBeVisible();
    expect(screen.getByText('Decimals take a point: 2.45')).toBeVisible();
    expect(screen.getByLabelText(/^Customer/)).toHaveFocus();
    expect(sent).toEqual([]);
  });

  it('takes cells from a sheet, growing rows, and copies a line but for its colour', async () => {
    createWith(() => ({ status: 201, body: anOrder() }));
    await renderAt(NewOrderPage, { at: '/orders/new' });
    const text =
      'White\tWHT-01\t44,640\tPcs\t2.45\t2.10\t05/Jan/27\r\nBlack\tBLK-02\t20,040\tkgs\t$2.50\t2.2\t12/1/27\r\n';
    fireEvent.paste(row(0).getByLabelText('Colour'), { clipboardData: { getData: () => text } });
    await waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(2));
    expect(row(0).getByLabelText('Quantity')).toHaveValue('44640');
    expect(row(0).getByLabelText('ETD')).toHaveValue('2027-01-05');
    expect(row(1).getByLabelText('Colour')).toHaveValue('Black');
    expect(row(1).getByLabelText(/^Unit/)).toHaveValue('kg');
    expect(row(1).getByLabelText('Our price')).toHaveValue('2.5');
    expect(row(1).getByLabelText('ETD')).toHaveValue('2027-01-12');

    await userEvent.click(screen.getByRole('button', { name: 'Duplicate line 1' }));
    expect(screen.getAllByRole('listitem')).toHaveLength(3);
    expect(row(1).getByLabelText('Colour')).toHaveValue('');
    expect(row(1).getByLabelText('Quantity')).toHaveValue('44640');
    expect(row(2).getByLabelText('Colour')).toHaveValue('Black');
  });

  it('asks before what was typed is lost', async () => {
    createWith(() => ({ status: 201, body: anOrder() }));
    const { address } = await renderAt(NewOrderPage, { at: '/orders/new' });
    await userEvent.type(screen.getByLabelText(/^Customer/), 'A');
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    const question = within(await screen.findByRole('alertdialog', { name: 'Leave without saving?' }));
    await userEvent.click(question.getByRole('button', { name: 'Stay here' }));
    expect(address()).toBe('/orders/new');
    expect(screen.getByLabelText(/^Customer/)).toHaveValue('A');
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Leave' }));
    await waitFor(() => expect(address()).toBe('/orders'));
  });
});
