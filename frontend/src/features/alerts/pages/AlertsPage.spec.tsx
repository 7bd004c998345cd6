import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { AlertDto } from '@/shared/api/generated';
import { daysAfter } from '@/shared/lib/format';
import { today } from '@/shared/lib/house';
import { useSession } from '@/shared/session';
import { renderAt } from '../../../../test/render';
import { answerWith } from '../../../../test/server';
import AlertsPage from './AlertsPage';

function anAlert(given: Partial<AlertDto> = {}): AlertDto {
  return {
    id: 'a-1',
    rule: 'plan_late',
    ruleLabel: 'Plan is late',
    severity: 'critical',
    title: 'MT-1 · White of PO-1182 will be 4 working days late.',
    why: 'What decides it: Yarn received (the mill, 1 Dec 2026).',
    chain: [],
    orderId: 'order-1',
    orderNumber: 'PO-1182',
    customerName: 'ANABIA',
    orderLineId: 'line-1',
    lineLabel: 'MT-1 · White',
    merchandiser: null,
    since: '2026-11-22',
    createdAt: '2026-11-22T03:00:00Z',
    clearedAt: null,
    snoozedUntil: null,
    ...given,
  };
}
const task = anAlert({
  id: 'a-2',
  rule: 'task_overdue',
  severity: 'info',
  title: 'A task of PO-1190 is overdue: “Chase the yarn”.',
  why: 'It was due on 20 Nov 2026, 2 days ago.',
  customerName: null,
});

/** A house that remembers what is snoozed and muted; `asked` are the queries of the list, `sent` what was written. */
function houseWith(given: AlertDto[]) {
  let [alerts, mutes] = [given, [] as { id: string; rule: string; ruleLabel: string; until: null }[]];
  const asked: URLSearchParams[] = [];
  const sent: unknown[] = [];
  answerWith({
    'GET /api/v1/auth/colleagues/': () => ({ body: { count: 0, next: null, previous: null, results: [] } }),
    'GET /api/v1/alerts/': ({ url = '' }) => {
      asked.push(new URL(url, 'http://house.test').searchParams);
      const results = alerts.filter(({ rule }) => !mutes.some((mute) => mute.rule === rule));
      return { body: { count: results.length, next: null, previous: null, results } };
    },
    'GET /api/v1/alert-mutes/': () => ({ body: { results: mutes } }),
    'POST /api/v1/alerts/a-1/snooze/': ({ data }) => {
      sent.push(JSON.parse(String(data)));
      const [snoozed] = alerts;
      alerts = alerts.slice(1);
      return { body: snoozed };
    },
    'POST /api/v1/alert-mutes/': ({ data }) => {
      const { rule } = JSON.parse(String(data)) as { rule: string };
      mutes = [{ id: 'm-1', rule, ruleLabel: 'Task is overdue', until: null }];
      return { status: 201, body: mutes[0] };
    },
    'DELETE /api/v1/alert-mutes/m-1/': () => {
      mutes = [];
      return { status: 204 };
    },
  });
  return { asked, sent };
}

const actor = { id: 'me', email: '', fullName: 'Tanvir Rahman', role: 'manager' } as const;

describe('the alerts', () => {
  beforeEach(() => useSession.setState({ status: 'signedIn', actor }));

  it('say what is the matter and why, and lead to where something can be done about it', async () => {
    houseWith([anAlert(), task]);
    await renderAt(AlertsPage, { at: '/alerts' });
    const late = await screen.findByRole('link', { name: /will be 4 working days late/ });
    expect(late).toHaveAttribute('href', '/orders/order-1?tab=plan');
    expect(screen.getByText(/What decides it: Yarn received/)).toBeVisible();
    expect(screen.getByRole('link', { name: /Chase the yarn/ })).toHaveAttribute('href', '/tasks');
  });

  it('are snoozed by S until tomorrow; the focus goes on to the next', async () => {
    const { sent } = houseWith([anAlert(), task]);
    await renderAt(AlertsPage, { at: '/alerts' });
    await screen.findByRole('link', { name: /will be 4 working days late/ });
    await userEvent.keyboard('js');
    await waitFor(() => expect(screen.queryByRole('link', { name: /will be 4 working days late/ })).toBeNull());
    expect(sent).toEqual([{ until: daysAfter(today(), 1) }]);
    expect(screen.getByRole('link', { name: /Chase the yarn/ })).toHaveFocus();
  });

  it('of a rule that is muted are heard of again by a press', async () => {
    houseWith([task]);
    await renderAt(AlertsPage, { at: '/alerts' });
    await userEvent.click(await screen.findByRole('button', { name: /^Snooze or mute: A task of PO-1190/ }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Mute “Task is overdue”' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Hear of “Task is overdue” again' }));
    expect(await screen.findByRole('link', { name: /Chase the yarn/ })).toBeVisible();
  });

  it('that are cleared are asked for in the words of the API, and cannot be snoozed', async () => {
    const { asked } = houseWith([anAlert({ clearedAt: '2026-11-22T04:00:00Z' })]);
    await renderAt(AlertsPage, { at: '/alerts?state=cleared&rule=plan_late' });
    const table = within(await screen.findByRole('table', { name: 'Alerts' }));
    expect(table.getByText('Cleared')).toBeVisible();
    expect([asked[0]?.get('state'), asked[0]?.get('rule')]).toEqual(['cleared', 'plan_late']);
    expect(screen.queryByRole('button', { name: /^Snooze or mute/ })).toBeNull();
  });
});
