import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { daysAfter } from '@/shared/lib/format';
import { today } from '@/shared/lib/house';
import { useSession } from '@/shared/session';
import { aCredit, anInvoice, aSummary } from '../../../../test/money';
import { pageOf, problem } from '../../../../test/orders';
import { renderAt } from '../../../../test/render';
import { type Answer, answerWith } from '../../../../test/server';
import MoneyPage from './MoneyPage';

/** Answers both lists, and keeps what was asked of each. */
function moneyWith(answer: (of: 'invoices' | 'credits', query: URLSearchParams) => Answer) {
  const asked: Record<'invoices' | 'credits', string[]> = { invoices: [], credits: [] };
  const list =
    (of: 'invoices' | 'credits') =>
    ({ url }: { url?: string }) => {
      const query = new URLSearchParams(url?.split('?')[1]);
      asked[of].push(query.toString());
      return answer(of, query);
    };
  const totals = ({ url }: { url?: string }) => {
    const soon = new URLSearchParams(url?.split('?')[1]).has('presentByTo');
    const usd = { currency: 'USD', count: soon ? 3 : 12, over: soon ? 0 : 2, amount: '210000.00', drawn: '158000.00' };
    return {
      body: { totals: soon ? [usd] : [usd, { ...usd, currency: 'EUR', amount: '88400.00', over: 0, count: 1 }] },
    };
  };
  answerWith({
    'GET /api/v1/financials/summary/': () => ({ body: aSummary() }),
    'GET /api/v1/financials/proforma-invoices/totals/': () => ({ body: { totals: [] } }),
    'GET /api/v1/financials/letters-of-credit/totals/': totals,
    'GET /api/v1/financials/proforma-invoices/': list('invoices'),
    'GET /api/v1/financials/letters-of-credit/': list('credits'),
  });
  return asked;
}

describe('the money page', () => {
  beforeEach(() => {
    const actor = { id: 'me', email: '', fullName: 'Rina Akter', role: 'merchandiser' as const };
    useSession.setState({ status: 'signedIn', actor });
  });

  it('lists the PIs that wait for a confirmation, as home links to them', async () => {
    const asked = moneyWith(() => ({ body: pageOf(anInvoice({ status: 'sent' })) }));
    await renderAt(MoneyPage, { at: '/money?status=sent' });
    const row = within(await screen.findByRole('row', { name: /PI-00042/ }));
    expect(row.getByRole('link', { name: 'PI-00042' })).toHaveAttribute('href', '/money/proforma-invoices/pi-1');
    expect(row.getByRole('link', { name: 'PO-1182' })).toHaveAttribute('href', '/orders/order-1?tab=money');
    expect(row.getByText('109,368.00')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Status: Sent' })).toBeVisible();
    expect(asked).toEqual({ invoices: ['pageSize=25&status=sent'], credits: [] });
  });

  it('lists LCs by their expiry, and asks of each ledger only what it knows', async () => {
    const asked = moneyWith((of) => ({ body: of === 'credits' ? pageOf(aCredit()) : pageOf(anInvoice()) }));
    const { address } = await renderAt(MoneyPage, {
      at: '/money?tab=lcs&ordering=expiryDate&status=draft&status=issued',
    });
    expect(await screen.findByRole('link', { name: 'EXLC-2026-0417' })).toHaveAttribute(
      'href',
      '/money/letters-of-credit/lc-1',
    );
    expect(asked.credits).toEqual(['pageSize=25&status=issued&ordering=expiryDate']);

    await userEvent.click(screen.getByRole('tab', { name: 'PIs' }));
    await screen.findByRole('link', { name: 'PI-00042' });
    expect(address()).toBe('/money');
    expect(asked.invoices).toEqual(['pageSize=25']);
  });

  it('lists LCs by the day on which documents are due, of what was drawn on', async () => {
    const planned = aCredit({ presentBy: '2027-01-20', presentByExpected: true, drawings: 1 });
    const asked = moneyWith(() => ({ body: pageOf(planned) }));
    await renderAt(MoneyPage, { at: '/money?tab=lcs&fact=drawn&ordering=presentBy' });
    const row = within(await screen.findByRole('row', { name: /EXLC-2026-0417/ }));
    expect(row.getByText('as planned')).toBeVisible();
    expect(row.getByText('Drawn')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Marked: Drawn' })).toBeVisible();
    expect(asked.credits).toEqual(['pageSize=25&fact=drawn&ordering=presentBy']);
  });

  it('adds up what is listed, per currency, and counts what wants doing: each count is a filter', async () => {
    const asked = moneyWith(() => ({ body: pageOf(aCredit()) }));
    const { address } = await renderAt(MoneyPage, { at: '/money?tab=lcs&search=anabia' });
    const totals = within(await screen.findByRole('list', { name: 'Totals of what is listed' }));
    expect(totals.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      '10 in all210,000.00 USDdrawn 158,000.00 USDwithout 2 expired or closed',
      '1 in all88,400.00 EURdrawn 158,000.00 EUR',
    ]);
    const soon = await screen.findByRole('button', { name: 'Due in 14 days 3' });
    expect(soon).toHaveAttribute('aria-pressed', 'false');
    await userEvent.click(soon);
    const until = daysAfter(today(), 14);
    await waitFor(() => expect(asked.credits.at(-1)).toBe(`pageSize=25&presentByTo=${until}&live=true`));
    expect(soon).toHaveAttribute('aria-pressed', 'true');
    await userEvent.click(soon);
    await waitFor(() => expect(address()).toBe('/money?tab=lcs'));
  });

  it('counts for a manager the PIs that need their review', async () => {
    const actor = {
      id: '0197a2f4-6d0e-7c3a-9b1f-2f6f5a4d3c21',
      email: '',
      fullName: 'Tanvir',
      role: 'manager' as const,
    };
    useSession.setState({ status: 'signedIn', actor });
    const asked = moneyWith(() => ({ body: pageOf(anInvoice()) }));
    await renderAt(MoneyPage, { at: '/money' });
    await userEvent.click(await screen.findByRole('button', { name: 'Needs my review 0' }));
    await waitFor(() => expect(asked.invoices.at(-1)).toBe(`pageSize=25&reviewableBy=${actor.id}`));
    expect(await screen.findByRole('button', { name: 'To review: by you' })).toBeVisible();
  });

  it('says that goods left, and not that their day has passed since, as the clocks of the LC do', async () => {
    const days = { latestShipmentDate: '2020-01-05', expiryDate: '2099-01-20', presentBy: '2099-01-20' };
    const gone = aCredit({ ...days, shippedOn: '2020-01-02', status: 'confirmed' });
    const waiting = aCredit({ ...days, id: 'lc-2', lcNumber: 'EXLC-2026-0418' });
    const closed = aCredit({ ...days, id: 'lc-3', lcNumber: 'EXLC-2026-0419', closedOn: '2020-02-01' });
    moneyWith(() => ({ body: pageOf(gone, waiting, closed) }));
    await renderAt(MoneyPage, { at: '/money?tab=lcs' });
    const row = async (number: string) => within(await screen.findByRole('row', { name: new RegExp(number) }));
    const left = await row('EXLC-2026-0417');
    expect(left.getByText('left 02 Jan 2020')).toBeVisible();
    expect(left.queryByText(/days late/)).not.toBeInTheDocument();
    expect((await row('EXLC-2026-0418')).getByText(/days late/)).toBeVisible();
    expect((await row('EXLC-2026-0419')).queryByText(/days late/)).not.toBeInTheDocument();
  });

  it('shows what each status comes to, without adding currencies', async () => {
    moneyWith(() => ({ body: pageOf(anInvoice()) }));
    await renderAt(MoneyPage, { at: '/money' });
    const totals = within(await screen.findByRole('list', { name: 'PIs by status' }));
    const cancelled = await totals.findByRole('link', { name: /Cancelled 2 109,368.00 USD 900,000 JPY/ });
    expect(cancelled).toHaveAttribute('href', '/money?status=cancelled');
  });

  it('says what failed, loads again, and drops filters that let nothing through', async () => {
    let failing = true;
    moneyWith((_of, query) => {
      if (failing) return problem(400, { detail: 'There is no filter “statu”.' });
      return { body: query.has('search') ? pageOf() : pageOf(anInvoice()) };
    });
    const { address } = await renderAt(MoneyPage, { at: '/money?search=9999' });
    expect(await screen.findByRole('alert')).toHaveTextContent('no filter “statu”');
    failing = false;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('No PI fits all of this')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Drop the filters' }));
    await waitFor(() => expect(address()).toBe('/money'));
    expect(await screen.findByRole('link', { name: 'PI-00042' })).toBeVisible();
  });
});
