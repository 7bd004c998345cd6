import { useQuery } from '@tanstack/react-query';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderAt } from '../../../test/render';
import type { Page } from '../api/queries';
import { many, one, page, searchOf, text, useUrlState } from '../lib/search';
import { Table } from '../ui/Table';
import { ListCard } from './ListCard';

const spec = searchOf({ search: text(), view: one(['all']), state: many(['open']), page: page() });
const pageOf = (...results: { id: string }[]): Page<{ id: string }> => ({
  count: results.length,
  next: null,
  previous: null,
  results,
});

function openList(at: string, answer: () => Page<{ id: string }>) {
  function Bolts() {
    const [values, setValues] = useUrlState(spec);
    const query = useQuery({ queryKey: ['bolts', values], queryFn: answer, retry: false });
    return (
      <ListCard
        of={['bolt', 'bolts']}
        query={query}
        spec={spec}
        values={values}
        onChange={setValues}
        kept={['view']}
        filters={[{ kind: 'many', key: 'state', label: 'State', options: [{ value: 'open', label: 'Open' }] }]}
        columns={1}
        noMatch="The search looks at nothing else."
        empty={<p>No bolts yet</p>}
      >
        {(list) => (
          <Table
            caption="Bolts"
            columns={[{ key: 'id', head: 'Bolt', primary: true, cell: ({ id }) => id }]}
            rowKey={({ id }) => id}
            {...list}
          />
        )}
      </ListCard>
    );
  }
  return renderAt(Bolts, { at });
}

describe('the frame of a list', () => {
  it('drops the filters, and keeps what only says which list it is', async () => {
    const { address } = await openList('/bolts?view=all&state=open&search=x', () => pageOf());
    expect(await screen.findByText('No bolt fits all of this')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Drop the filters' }));
    await waitFor(() => expect(address()).toBe('/bolts?view=all'));
    expect(await screen.findByText('No bolts yet')).toBeVisible();
    expect(screen.queryByRole('searchbox')).toBeNull();
  });

  it('leads back from a page that is no more', async () => {
    const { address } = await openList('/bolts?page=7', () => pageOf());
    await userEvent.click(await screen.findByRole('button', { name: 'To the first page' }));
    await waitFor(() => expect(address()).toBe('/bolts'));
  });

  it('says what failed, and loads again on request', async () => {
    let failing = false;
    await openList('/bolts', () => {
      if (failing) throw new Error('The house is closed.');
      return pageOf({ id: 'B-1' });
    });
    expect(await screen.findByRole('cell', { name: 'B-1' })).toBeVisible();
    failing = true;
    await userEvent.type(screen.getByRole('searchbox', { name: 'Search bolts' }), 'x{Enter}');
    expect(await screen.findByText('The bolts could not be loaded')).toBeVisible();
    failing = false;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('cell', { name: 'B-1' })).toBeVisible();
  });
});
