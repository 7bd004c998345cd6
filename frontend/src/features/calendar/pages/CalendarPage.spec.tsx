import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { CalendarEntryDto } from '@/shared/api/generated';
import { useSession } from '@/shared/session';
import { renderAt } from '../../../../test/render';
import { answerWith } from '../../../../test/server';
import CalendarPage from './CalendarPage';

const anEntry = (given: Partial<CalendarEntryDto> = {}): CalendarEntryDto => ({
  kind: 'etd',
  relatedId: null,
  orderId: 'order-1',
  orderNumber: 'PO-1182',
  customerName: 'ANABIA',
  title: null,
  holder: null,
  lines: 2,
  ...given,
});
const expiry = anEntry({ kind: 'lc_expiry', relatedId: 'lc-1', title: 'DC-7741', lines: 0 });
const step = anEntry({ kind: 'step', relatedId: 's-1', title: 'Knitting start', holder: 'mill', lines: 1 });

let asked: URLSearchParams[];
const on = (isWide: boolean) =>
  Object.defineProperty(window, 'matchMedia', {
    configurable: true,
    value: () => ({ matches: isWide, addEventListener: () => {}, removeEventListener: () => {} }),
  });

describe('the calendar', () => {
  beforeEach(() => {
    asked = [];
    const actor = { id: 'me', email: '', fullName: 'Rina Akter', role: 'merchandiser' as const };
    useSession.setState({ status: 'signedIn', actor });
    answerWith({
      'GET /api/v1/calendar/': ({ url }) => {
        const query = new URLSearchParams(url?.split('?')[1]);
        asked.push(query);
        const entries = query.get('perDay') === '200' ? [expiry, anEntry(), step] : [expiry, anEntry()];
        return { body: { days: [{ day: '2026-12-08', total: 3, entries }] } };
      },
    });
  });

  it('shows a month in whole weeks, each entry a way to its thing, and the rest of a day when asked', async () => {
    on(true);
    const { address } = await renderAt(CalendarPage, { at: '/late/calendar?month=2026-12-01&kind=etd&kind=lc_expiry' });
    const month = within(await screen.findByRole('table', { name: 'Month' }));
    expect(asked[0]!.getAll('kind')).toEqual(['lc_expiry', 'etd']);
    expect(Object.fromEntries(asked[0]!)).toMatchObject({ from: '2026-11-29', to: '2027-01-02', perDay: '3' });
    expect(month.getByRole('link', { name: /^LC expires PO-1182 DC-7741/ })).toHaveAttribute(
      'href',
      '/money/letters-of-credit/lc-1',
    );
    await userEvent.click(month.getByRole('button', { name: '1 more entry on 08 Dec 2026' }));
    expect(address()).toContain('day=2026-12-08');
    const day = within(await screen.findByRole('dialog', { name: '08 Dec 2026' }));
    expect(await day.findByText('Step due · Knitting start · Mill')).toBeVisible();
    expect(Object.fromEntries(asked.at(-1)!)).toMatchObject({ from: '2026-12-08', to: '2026-12-08', perDay: '200' });
  });

  it('goes from month to month', async () => {
    on(true);
    await renderAt(CalendarPage, { at: '/late/calendar?month=2026-12-01' });
    await userEvent.click(await screen.findByRole('button', { name: 'Next month' }));
    expect(await screen.findByRole('heading', { name: 'January 2027' })).toBeVisible();
    await waitFor(() => expect(asked.at(-1)?.get('from')).toBe('2026-12-27'));
  });

  it('is an agenda of the month alone on a phone', async () => {
    on(false);
    await renderAt(CalendarPage, { at: '/late/calendar?month=2026-12-01' });
    expect(await screen.findByRole('heading', { name: /^08 Dec 2026/ })).toBeVisible();
    expect(screen.queryByRole('table')).toBeNull();
    expect(Object.fromEntries(asked[0]!)).toMatchObject({ from: '2026-12-01', to: '2026-12-31', perDay: '20' });
  });

  it('is read by other programmes under a link, filtered as it is here, until that is ended', async () => {
    on(true);
    let link: object = { url: null, madeAt: null };
    answerWith({
      'GET /api/v1/calendar/': () => ({ body: { days: [] } }),
      'GET /api/v1/calendar/link/': () => ({ body: link }),
      'POST /api/v1/calendar/link/': () => {
        link = { url: 'https://house.test/api/v1/calendar/feed.ics?key=k.s', madeAt: '2026-11-22T08:00:00.000Z' };
        return { status: 201, body: link };
      },
      'DELETE /api/v1/calendar/link/': () => {
        link = { url: null, madeAt: null };
        return { status: 204 };
      },
    });
    const user = userEvent.setup();
    await renderAt(CalendarPage, { at: '/late/calendar?kind=etd&kind=lc_expiry' });
    await user.click(await screen.findByRole('button', { name: 'Subscribe…' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'In your own calendar' }));
    await user.click(await dialog.findByRole('button', { name: 'Make a link' }));
    expect(await dialog.findByLabelText('Your link')).toHaveValue(
      'https://house.test/api/v1/calendar/feed.ics?key=k.s&kind=lc_expiry&kind=etd',
    );
    await user.click(dialog.getByRole('button', { name: 'Copy' }));
    expect(await navigator.clipboard.readText()).toMatch(/key=k\.s&kind=lc_expiry&kind=etd$/);
    await user.click(dialog.getByRole('button', { name: 'End it' }));
    expect(await dialog.findByRole('button', { name: 'Make a link' })).toBeVisible();
  });
});
