import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderAt } from '../../../test/render';
import { day, many, page, searchOf, text, useUrlState } from '../lib/search';
import { type Filter, FilterBar } from './FilterBar';

const spec = searchOf({
  search: text(),
  status: many(['running', 'bulk', 'upcoming']),
  etdFrom: day(),
  etdTo: day(),
  page: page(),
});

const filters: Filter<ReturnType<typeof spec.parse>>[] = [
  {
    kind: 'many',
    key: 'status',
    label: 'Status',
    options: [
      { value: 'running', label: 'Running' },
      { value: 'bulk', label: 'In bulk' },
      { value: 'upcoming', label: 'Upcoming' },
    ],
  },
  { kind: 'days', from: 'etdFrom', to: 'etdTo', label: 'ETD' },
];

function Bar() {
  const [values, setValues] = useUrlState(spec);
  return <FilterBar of="orders" values={values} onChange={setValues} filters={filters} searchKey="search" />;
}

const open = (at: string) => renderAt(Bar, { at });

describe('FilterBar', () => {
  it('shows what the URL says', async () => {
    await open('/orders?search=anabia&status=running&status=bulk&etdTo=2026-12-31');
    expect(screen.getByRole('searchbox', { name: 'Search orders' })).toHaveValue('anabia');
    expect(screen.getByRole('button', { name: 'Status: Running, In bulk' })).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'ETD: up to 31 Dec 2026' })).toBeInTheDocument();
  });

  it('writes a choice into the URL and goes back to page 1', async () => {
    const { address } = await open('/orders?status=running&page=7');
    await userEvent.click(screen.getByRole('button', { name: 'Status: Running' }));
    await userEvent.click(screen.getByRole('checkbox', { name: 'In bulk' }));
    await waitFor(() => expect(address()).toBe('/orders?status=running&status=bulk'));
  });

  it('opens its first filter with F', async () => {
    await open('/orders');
    await userEvent.keyboard('f');
    expect(await screen.findByRole('dialog', { name: 'Status' })).toBeVisible();
  });

  it('drops one filter, and all', async () => {
    const { address } = await open('/orders?status=running&etdFrom=2026-11-01&etdTo=2026-12-31');
    await userEvent.click(screen.getByRole('button', { name: 'Drop the filter Status' }));
    await waitFor(() => expect(address()).toBe('/orders?etdFrom=2026-11-01&etdTo=2026-12-31'));
    await userEvent.click(screen.getByRole('button', { name: 'Clear all' }));
    await waitFor(() => expect(address()).toBe('/orders'));
  });

  it('searches after a pause, and keeps the filters', async () => {
    const { address } = await open('/orders?status=bulk');
    await userEvent.type(screen.getByRole('searchbox', { name: 'Search orders' }), 'PO-11');
    await waitFor(() => expect(address()).toBe('/orders?status=bulk&search=PO-11'));
  });

  it('follows the URL when it changes under the field', async () => {
    const { router } = await open('/orders?search=anabia');
    await act(() => router.navigate({ to: '/orders' }));
    await waitFor(() => expect(screen.getByRole('searchbox', { name: 'Search orders' })).toHaveValue(''));
  });
});
