import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { paths } from '@/shared/lib/paths';
import { renderAt } from '../../../test/render';
import { answerWith } from '../../../test/server';
import AuditPage from './pages/AuditPage';
import BackupsPage from './pages/BackupsPage';
import SettingsPage from './pages/SettingsPage';
import JobsPage from './pages/JobsPage';
import MailsPage from './pages/MailsPage';
import { queues } from './queues';

const pageOf = (...results: object[]) => ({
  body: { count: results.length, next: null, previous: null, results },
});
/** What of its query a request names. */
const asked = (url: string | undefined, name: string) =>
  new URL(String(url), 'http://house.test').searchParams.getAll(name);
const at = '2026-11-22T04:00:00.000Z';

interface Schema {
  properties: Record<string, { enum?: string[] }>;
}

const job = {
  ...{ id: 'j-1', queue: 'proforma-mails', state: 'dead', data: { mailId: 'm-1' }, tries: 10, triesAtMost: 10 },
  ...{ fault: 'The mail server is away.', createdAt: at, dueAt: null, startedAt: at, endedAt: at },
};
const queue = {
  ...{ name: 'proforma-mails', waiting: 0, later: 0, running: 0, dead: 2 },
  ...{ waitingSince: null, lastDoneAt: null, schedule: null },
};

describe('the jobs', () => {
  it('are narrowed to any queue that there is', () => {
    const contract = readFileSync(join(__dirname, '../../../../backend/openapi.json'), 'utf8');
    const { QueueDto } = (JSON.parse(contract) as { components: { schemas: Record<string, Schema> } }).components
      .schemas;
    expect([...queues].sort()).toEqual([...(QueueDto?.properties.name?.enum ?? [])].sort());
  });

  it('that failed for good are shown unasked, and sent again one by one or all of a queue', async () => {
    const sent: unknown[] = [];
    answerWith({
      'GET /api/v1/administration/jobs/': ({ url }) => {
        sent.push(asked(url, 'state'));
        return pageOf(job);
      },
      'GET /api/v1/administration/queues/': () => ({ body: { queues: [queue] } }),
      'POST /api/v1/administration/jobs/j-1/resending/': () => {
        sent.push('one');
        return { body: { ...job, state: 'waiting' } };
      },
      'POST /api/v1/administration/jobs/resending/': ({ data }) => {
        sent.push(JSON.parse(String(data)));
        return { body: { resent: 2 } };
      },
    });
    await renderAt(JobsPage);
    expect(await screen.findByText('The mail server is away.')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: /^Send again: Proforma mails/ }));
    await userEvent.click(await screen.findByRole('button', { name: 'Send all again: Proforma mails' }));
    await waitFor(() => expect(sent).toContainEqual({ queue: 'proforma-mails' }));
    expect([sent[0], sent.includes('one')]).toEqual([['dead'], true]);
  });
});

describe('the mail', () => {
  it('is sent again where its words are kept, and only there', async () => {
    let isKept = true;
    let sent = 0;
    const mail = () => ({
      ...{ id: 'm-1', kind: isKept ? 'digest' : 'account', toName: 'Rina Akter', toAddress: 'rina@house.test' },
      ...{ subject: '3 open alerts', state: 'failed', tries: 10, fault: '451 Come back later', createdAt: at },
      ...{ sentAt: null, isKept, text: isKept ? 'Hello Rina Akter,' : null, fileNames: [] },
    });
    answerWith({
      'GET /api/v1/administration/mails/': () => pageOf(mail()),
      'GET /api/v1/administration/mails/m-1/': () => ({ body: mail() }),
      'POST /api/v1/administration/mails/m-1/resending/': () => {
        sent += 1;
        return { status: 201, body: mail() };
      },
    });
    const { unmount } = await renderAt(MailsPage, { at: '/?mail=m-1' });
    const drawer = within(await screen.findByRole('dialog'));
    expect(await drawer.findByText('Hello Rina Akter,')).toBeVisible();
    await userEvent.click(drawer.getByRole('button', { name: 'Send again' }));
    await waitFor(() => expect(sent).toBe(1));
    unmount();
    isKept = false;
    await renderAt(MailsPage, { at: '/?mail=m-1' });
    const other = within(await screen.findByRole('dialog'));
    expect(await other.findByText(/is kept nowhere/)).toBeVisible();
    expect(other.queryByRole('button', { name: 'Send again' })).toBeNull();
  });
});

describe('the audit', () => {
  it('is narrowed to all that one request did', async () => {
    const requests: unknown[] = [];
    answerWith({
      'GET /api/v1/auth/users/colleagues/': () => pageOf(),
      'GET /api/v1/audit/events/': ({ url }) => {
        requests.push(asked(url, 'requestId'));
        return pageOf({
          ...{ id: 'e-1', sequence: '7', name: 'user.updated', kind: 'user', subjectId: 'u-1', orderId: null },
          ...{ orderNumber: null, actor: { id: 'a', fullName: 'Farhana Haque' }, sentence: 'changed the role' },
          ...{ data: { after: { role: 'manager' } }, occurredAt: at, recordedAt: at, requestId: 'r-1' },
        });
      },
    });
    await renderAt(AuditPage);
    await userEvent.click(await screen.findByRole('button', { name: 'Farhana Haque changed the role' }));
    await userEvent.click(await screen.findByRole('button', { name: 'All of this request' }));
    await waitFor(() => expect(requests.at(-1)).toEqual(['r-1']));
    await userEvent.click(screen.getByRole('button', { name: 'One request only' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'One request only' })).toBeNull());
  });
});

describe('the backups', () => {
  it('say that one is overdue, and are made when asked for', async () => {
    let made = 0;
    const state = {
      ...{
        lastBackup: null,
        lastDrill: null,
        isBackupOverdue: true,
        isDrillOverdue: true,
        dailyAt: null,
        keepDays: 14,
      },
      ...{ isEncrypted: false, walArchiving: 'off', walArchivedAt: null },
    };
    answerWith({
      'GET /api/v1/administration/backups/': () => pageOf(),
      'GET /api/v1/administration/backups/state/': () => ({ body: state }),
      'POST /api/v1/administration/backups/': () => {
        made += 1;
        return { status: 202, body: state };
      },
    });
    await renderAt(BackupsPage);
    expect(await screen.findAllByText('Overdue')).toHaveLength(2);
    await userEvent.click(screen.getByRole('button', { name: 'Back up now' }));
    await waitFor(() => expect(made).toBe(1));
  });
});

describe('the settings', () => {
  it('lead to every page on which the house decides something', async () => {
    await renderAt(SettingsPage);
    const main = await screen.findAllByRole('link');
    const leads = main.map((link) => link.getAttribute('href'));
    for (const to of [paths.signInSettings, paths.alertRules, paths.proformaSettings, paths.backToBack, paths.users])
      expect(leads).toContain(to);
  });
});
