import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { anOrder, pageOf, problem } from '../../../../test/orders';
import { aDay, aSummary } from '../../../../test/production';
import { renderAt } from '../../../../test/render';
import { type Answer, answerWith } from '../../../../test/server';
import DaysPage from './DaysPage';

function listWith(answer: () => Answer) {
  const asked: string[] = [];
  answerWith({
    'GET /api/v1/auth/capabilities/': () => ({ body: { capabilities: { 'production.write': 'own' } } }),
    'GET /api/v1/orders/order-1/': () => ({ body: anOrder() }),
    'GET /api/v1/production/summary/': () => ({ body: aSummary() }),
    'GET /api/v1/production/metrics/': ({ url }) => {
      asked.push(new URLSearchParams(url?.split('?')[1]).toString());
      return answer();
    },
  });
  return asked;
}

describe('the list of daily output', () => {
  it('asks for what the URL says, and shows the progress of the one order it is narrowed to', async () => {
    const asked = listWith(() => ({ body: pageOf(aDay({ dyedQuantity: '320' })) }));
    const { address } = await renderAt(DaysPage, { at: '/production/days?orderId=order-1&stage=dyed' });
    expect(await screen.findByRole('link', { name: 'PO-1182' })).toHaveAttribute(
      'href',
      '/orders/order-1?tab=production',
    );
    expect(asked).toEqual(['stage=dyed&orderId=order-1&pageSize=25']);
    expect(screen.getByRole('button', { name: 'Stage: Dyeing' })).toBeVisible();
    expect(await screen.findByRole('heading', { name: 'Knitting' })).toBeVisible();
    await waitFor(() => expect(screen.getByRole('combobox', { name: 'Order' })).toHaveValue('PO-1182 · ANABIA'));
    await userEvent.click(screen.getByRole('button', { name: 'Drop the filter Order' }));
    await waitFor(() => expect(address()).toBe('/production/days?stage=dyed'));
    expect(screen.queryByRole('heading', { name: 'Knitting' })).not.toBeInTheDocument();
  });

  it('leads to the sheet by E, also where there is nothing yet', async () => {
    listWith(() => ({ body: pageOf() }));
    const { address } = await renderAt(DaysPage, { at: '/production/days' });
    expect(await screen.findByText('No output yet')).toBeVisible();
    await userEvent.keyboard('e');
    await waitFor(() => expect(address()).toBe('/production/entry'));
  });

  it('takes out the entries that its days are made of by the same filters', async () => {
    const sent: unknown[] = [];
    answerWith({
      'GET /api/v1/auth/capabilities/': () => ({ body: { capabilities: { 'export.run': 'own' } } }),
      'GET /api/v1/production/metrics/': () => ({ body: pageOf(aDay()) }),
      'POST /api/v1/exports/': ({ data }) => {
        sent.push(JSON.parse(String(data)));
        return { status: 201, body: { id: 'e-1' } };
      },
    });
    await renderAt(DaysPage, { at: '/production/days?search=1182&stage=dyed&stage=finished&dateFrom=2026-11-01' });
    await userEvent.click(await screen.findByRole('button', { name: 'Export…' }));
    await userEvent.click(screen.getAllByRole('menuitem', { name: 'Excel workbook' })[1]!);
    await waitFor(() =>
      expect(sent).toEqual([
        { kind: 'production_entries', filter: 'search=1182&stage=dyeing&stage=finishing&entryDateFrom=2026-11-01' },
      ]),
    );
  });

  it('says what failed and loads again on request', async () => {
    let failing = true;
    listWith(() => (failing ? problem(400, { detail: 'There is no filter “stag”.' }) : { body: pageOf(aDay()) }));
    await renderAt(DaysPage, { at: '/production/days' });
    expect(await screen.findByRole('alert')).toHaveTextContent('There is no filter “stag”.');
    failing = false;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('button', { name: '10 Nov 2026 of PO-1182' })).toBeVisible();
  });
});
