import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderAt } from '../../../test/render';
import { answerWith } from '../../../test/server';
import { filterOf } from './api';
import { ExportMenu } from './ExportMenu';

const asked = { status: ['running', 'bulk'], search: 'ana bia', etdFrom: undefined, page: 3, pageSize: 25 };
const menu = () => <ExportMenu of={[{ kind: 'orders', label: 'Orders', asked }]} />;
const may = (capability: string) => ({
  'GET /api/v1/auth/capabilities/': () => ({ body: { capabilities: { [capability]: 'own' } } }),
});

describe('the menu of exports', () => {
  it('asks for what the page shows, without its page', () => {
    expect(filterOf(asked)).toBe('status=running&status=bulk&search=ana+bia');
  });

  it('has a workbook made, and leads to it', async () => {
    const sent: unknown[] = [];
    answerWith({
      ...may('export.run'),
      'POST /api/v1/exports/': ({ data }) => {
        sent.push(JSON.parse(String(data)));
        return { status: 201, body: { id: 'e-1' } };
      },
    });
    await renderAt(menu);
    await userEvent.click(await screen.findByRole('button', { name: 'Export…' }));
    await userEvent.click(screen.getByRole('menuitem', { name: 'Excel workbook' }));
    await waitFor(() =>
      expect(sent).toEqual([{ kind: 'orders', filter: 'status=running&status=bulk&search=ana+bia' }]),
    );
  });

  it('is not there for who may not', async () => {
    answerWith(may('order.read'));
    await renderAt(menu);
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Export…' })).not.toBeInTheDocument());
  });
});
