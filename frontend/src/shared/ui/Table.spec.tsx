import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type Column, Table } from './Table';

interface Order {
  id: string;
  number: string;
  quantity: string;
}

const orders: Order[] = [
  { id: '1', number: 'PO-1182', quantity: '64,680 pcs' },
  { id: '2', number: 'PO-1190', quantity: '12,300 kg' },
];

const columns: Column<Order>[] = [
  { key: 'number', head: 'PO', orderBy: 'orderNumber', primary: true, cell: (order) => order.number },
  { key: 'quantity', head: 'Quantity', align: 'end', cell: (order) => order.quantity },
];

function show(ordering?: string) {
  const onOrdering = jest.fn();
  render(
    <Table
      caption="Orders"
      columns={columns}
      rows={orders}
      rowKey={(order) => order.id}
      ordering={ordering}
      onOrdering={onOrdering}
    />,
  );
  return onOrdering;
}

describe('Table', () => {
  it('is a table, with its name, its heads and its rows', () => {
    show();
    const table = screen.getByRole('table', { name: 'Orders' });
    expect(
      within(table)
        .getAllByRole('columnheader')
        .map((head) => head.textContent),
    ).toEqual(['PO', 'Quantity']);
    const [, first] = within(table).getAllByRole('row');
    expect(within(first!).getByRole('cell', { name: /PO-1182/ })).toBeInTheDocument();
  });

  it('orders by a column that has a name for it, up first', async () => {
    const onOrdering = show();
    expect(screen.queryByRole('button', { name: 'Quantity' })).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'PO' }));
    expect(onOrdering).toHaveBeenLastCalledWith('orderNumber');
  });

  it.each([
    ['orderNumber', 'ascending', '-orderNumber'],
    ['-orderNumber', 'descending', 'orderNumber'],
  ])('ordered by %s says %s and turns to %s', async (ordering, said, next) => {
    const onOrdering = show(ordering);
    expect(screen.getByRole('columnheader', { name: 'PO' })).toHaveAttribute('aria-sort', said);
    await userEvent.click(screen.getByRole('button', { name: 'PO' }));
    expect(onOrdering).toHaveBeenLastCalledWith(next);
  });
});
