import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { NotificationDto } from '@/shared/api/generated';
import { daysAfter } from '@/shared/lib/format';
import { today, useHouse } from '@/shared/lib/house';
import { problem } from '../../../../test/orders';
import { renderAt } from '../../../../test/render';
import { answerWith } from '../../../../test/server';
import InboxPage from './InboxPage';

function aNotice(given: Partial<NotificationDto> = {}): NotificationDto {
  return {
    id: 'n-1',
    title: 'Lab dip round 1 for Black of order PO-1182 was rejected.',
    message: 'Tanvir Ahmed recorded the rejection: “Too red under D65”. Send a new round.',
    notificationType: 'sample.rejected',
    severity: 'warning',
    relatedId: 'sample-1',
    relatedType: 'sample',
    orderId: 'order-1',
    orderNumber: 'PO-1182',
    isRead: false,
    createdAt: new Date().toISOString(),
    ...given,
  };
}

/** A house that keeps what was read; `asked` are the queries of the list. */
function inboxWith(given: NotificationDto[], { next = null as string | null } = {}) {
  let notices = given;
  const asked: string[] = [];
  const snoozed: unknown[] = [];
  const unread = () => notices.filter(({ isRead }) => !isRead);
  answerWith({
    'GET /api/v1/notifications/unread-count/': () => ({ body: { unreadCount: unread().length, capped: false } }),
    'GET /api/v1/notifications/': ({ url = '' }) => {
      const query = new URL(url, 'http://house.test').searchParams;
      asked.push(query.toString());
      const results = query.get('isRead') === 'false' ? unread() : notices;
      if (query.get('cursor')) return { body: { count: null, next: null, previous: null, results: [older] } };
      return { body: { count: null, next, previous: null, results } };
    },
    'POST /api/v1/notifications/n-1/reading/': () => {
      notices = notices.map((each) => (each.id === 'n-1' ? { ...each, isRead: true } : each));
      return { body: notices[0] };
    },
    'POST /api/v1/alerts/alert-1/snooze/': ({ data }) => {
      snoozed.push(JSON.parse(String(data)));
      return { body: {} };
    },
    'POST /api/v1/notifications/readings/': () => {
      const changed = unread().length;
      notices = notices.map((each) => ({ ...each, isRead: true }));
      return { body: { changed } };
    },
  });
  return { asked, snoozed };
}

const second = aNotice({ id: 'n-2', title: 'Order PO-1190 is yours now.', relatedType: 'order', relatedId: 'order-2' });
const older = aNotice({ id: 'n-9', title: 'PI-00007 was confirmed.', createdAt: '2026-11-10T08:02:00Z', isRead: true });

describe('the inbox', () => {
  beforeEach(() => useHouse.setState({ timeZone: 'Asia/Dhaka' }));

  it('stands under the days of the house, unread ones by a word, each with a link to what it tells of', async () => {
    inboxWith([aNotice(), { ...older, createdAt: '2026-11-10T19:02:00Z' }]);
    await renderAt(InboxPage, { at: '/inbox' });
    const fresh = within(await screen.findByRole('region', { name: /^Today/ }));
    expect(fresh.getByText('Unread')).toBeVisible();
    expect(fresh.getByRole('link', { name: /Lab dip round 1/ })).toHaveAttribute('href', '/samples/sample-1');
    const old = within(screen.getByRole('region', { name: 'Wednesday 11 Nov 2026' }));
    expect(old.getByText('01:02')).toBeVisible();
    expect(old.queryByText('Unread')).toBeNull();
    expect(screen.getByText('Times are the house’s: Dhaka, GMT+6.')).toBeVisible();
  });

  it('marks one as read and keeps the count true; the focus stays where one was', async () => {
    inboxWith([aNotice(), second]);
    await renderAt(InboxPage, { at: '/inbox' });
    expect(await screen.findByRole('button', { name: 'Mark all 2 as read' })).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: /^Mark as read: Lab dip round 1/ }));
    expect(await screen.findByRole('button', { name: 'Mark all 1 as read' })).toBeVisible();
    expect(screen.queryByRole('button', { name: /^Mark as read: Lab dip/ })).toBeNull();
    expect(screen.getByRole('link', { name: /Lab dip round 1/ })).toHaveFocus();
  });

  it('walks to the next row by key where only unread ones are shown', async () => {
    const { asked } = inboxWith([aNotice(), second]);
    await renderAt(InboxPage, { at: '/inbox?isRead=false' });
    await screen.findByRole('link', { name: /Lab dip round 1/ });
    expect(new URLSearchParams(asked[0]).get('isRead')).toBe('false');
    await userEvent.keyboard('je');
    await waitFor(() => expect(screen.queryByRole('link', { name: /Lab dip round 1/ })).toBeNull());
    expect(screen.getByRole('link', { name: /PO-1190/ })).toHaveFocus();
  });

  it('marks all as read, and then says so', async () => {
    inboxWith([aNotice(), second]);
    const { address } = await renderAt(InboxPage, { at: '/inbox?isRead=false' });
    await userEvent.click(await screen.findByRole('button', { name: 'Mark all 2 as read' }));
    expect(await screen.findByText('All is read')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Show all notices' }));
    expect(await screen.findByRole('link', { name: /PO-1190/ })).toBeVisible();
    expect(address()).toBe('/inbox');
  });

  it('asks for what it is about in the words of the API, and reads on by cursor', async () => {
    const { asked } = inboxWith([aNotice()], { next: 'http://house.test/api/v1/notifications/?cursor=c2&pageSize=30' });
    await renderAt(InboxPage, { at: '/inbox?about=samples' });
    await userEvent.click(await screen.findByRole('button', { name: 'Show earlier' }));
    expect(await screen.findByRole('link', { name: /PI-00007/ })).toBeVisible();
    const [first, next] = asked.map((query) => new URLSearchParams(query));
    expect(first?.getAll('notificationType')).toEqual(['sample.approved', 'sample.rejected']);
    expect([first?.get('cursor'), next?.get('cursor')]).toEqual(['', 'c2']);
    expect(screen.queryByRole('button', { name: 'Show earlier' })).toBeNull();
  });

  it('puts what is of one order together, and snoozes an alert by its key, which is done with then', async () => {
    const late = aNotice({
      title: 'MT-1 · White of PO-1182 will be 4 working days late.',
      notificationType: 'alert.plan_late',
      relatedType: 'alert',
      relatedId: 'alert-1',
    });
    const mine = { createdAt: late.createdAt, isRead: true };
    const { snoozed } = inboxWith([late, { ...second, ...mine }, { ...older, ...mine }]);
    await renderAt(InboxPage, { at: '/inbox' });
    expect(await screen.findByText('· 3 notices')).toBeVisible();
    expect(screen.getByRole('link', { name: /working days late/ })).toHaveAttribute('href', '/orders/order-1?tab=plan');
    await userEvent.keyboard('js');
    await waitFor(() => expect(screen.queryByText('Unread')).toBeNull());
    expect(snoozed).toEqual([{ until: daysAfter(today(), 1) }]);
  });

  it('says why it could not be loaded, and that nothing has come yet', async () => {
    answerWith({
      'GET /api/v1/notifications/unread-count/': () => ({ body: { unreadCount: 0, capped: false } }),
      'GET /api/v1/notifications/': () => problem(403, { detail: 'Your account is closed.' }),
    });
    const { unmount } = await renderAt(InboxPage, { at: '/inbox' });
    expect(await screen.findByRole('alert')).toHaveTextContent('Your account is closed.');
    unmount();
    inboxWith([]);
    await renderAt(InboxPage, { at: '/inbox' });
    expect(await screen.findByText('No notices yet')).toBeVisible();
    expect(screen.queryByRole('button', { name: /Mark all/ })).toBeNull();
  });
});
