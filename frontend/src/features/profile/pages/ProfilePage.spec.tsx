import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useSession } from '@/shared/session';
import { renderAt } from '../../../../test/render';
import { answerWith } from '../../../../test/server';
import ProfilePage from './ProfilePage';

const profile = {
  id: 'u1',
  email: 'rina@house.test',
  fullName: 'Rina Akter',
  role: 'merchandiser',
  phone: null,
  department: 'Knits',
  language: 'bn',
  rowVersion: 3,
};
const session = {
  address: '203.0.113.7',
  createdAt: '2026-11-20T08:30:00.000Z',
  lastUsedAt: '2026-11-21T08:30:00.000Z',
};
const sessions = [
  { ...session, id: 's1', current: true, userAgent: 'Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36' },
  { ...session, id: 's2', current: false, userAgent: 'Mozilla/5.0 (Linux; Android 15) Chrome/140.0 Safari/537.36' },
];
const capabilities = { role: 'merchandiser', capabilities: { 'order.read': 'own' } };

const preferences = {
  digest: true,
  mailIsSetUp: true,
  ways: Object.fromEntries(
    ['alerts', 'tasks', 'comments', 'orders', 'samples', 'money', 'output', 'incidents', 'deletions'].map((kind) => [
      kind,
      'in_app',
    ]),
  ),
};

describe('the profile', () => {
  const sent: unknown[] = [];
  let passwordAnswer: { status: number; body?: unknown };
  let identity: { provider: string | null; linkedAt: string | null; lastUsedAt: null; email: string };

  beforeEach(async () => {
    sent.length = 0;
    passwordAnswer = { status: 204 };
    identity = { provider: 'Mill & Co', linkedAt: session.createdAt, lastUsedAt: null, email: 'rina@mill.test' };
    answerWith({
      'GET /api/v1/auth/profile/': () => ({ body: profile }),
      'GET /api/v1/auth/capabilities/': () => ({ body: capabilities }),
      'GET /api/v1/notifications/preferences/': () => ({ body: preferences }),
      'PUT /api/v1/notifications/preferences/': ({ data }) => {
        sent.push(JSON.parse(String(data)));
        const { digest, ways } = sent.at(-1) as { digest: boolean; ways?: object };
        return { body: { ...preferences, digest, ways: { ...preferences.ways, ...ways } } };
      },
      'GET /api/v1/auth/profile/sessions/': () => ({
        body: { count: 2, next: null, previous: null, results: sessions },
      }),
      'GET /api/v1/auth/profile/second-factor/': () => ({
        body: { enrolledAt: null, recoveryCodesLeft: 0, required: false },
      }),
      'GET /api/v1/auth/profile/identity/': () => ({ body: identity }),
      'POST /api/v1/auth/profile/identity/removal/': ({ data }) => {
        sent.push(JSON.parse(String(data)));
        identity = { ...identity, linkedAt: null };
        return { status: 204 };
      },
      'DELETE /api/v1/auth/profile/sessions/s2/': () => {
        sent.push('s2 ended');
        return { status: 204 };
      },
      'PATCH /api/v1/auth/profile/': ({ data, headers }) => {
        sent.push([JSON.parse(String(data)), headers['If-Match']]);
        return { body: { ...profile, fullName: 'Rina A.', rowVersion: 4 } };
      },
      'POST /api/v1/auth/profile/password/': ({ data }) => {
        sent.push(JSON.parse(String(data)));
        return passwordAnswer;
      },
    });
    useSession.setState({ status: 'signedIn', actor: { ...profile, role: 'merchandiser' } });
    await renderAt(ProfilePage);
    await screen.findByDisplayValue('Rina Akter');
  });

  it('saves what was changed, from the version that was read', async () => {
    const name = screen.getByLabelText(/Full name/);
    await userEvent.clear(name);
    await userEvent.type(name, 'Rina A.');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(sent).toEqual([[{ fullName: 'Rina A.', phone: null, department: 'Knits', language: 'bn' }, '"3"']]);
  });

  it('wants the new password twice, and shows what the server says at its field', async () => {
    await userEvent.type(screen.getByLabelText(/Present password/), 'four unrelated words');
    await userEvent.type(screen.getByLabelText(/^New password\s*\*?$/), 'password12345');
    await userEvent.type(screen.getByLabelText(/New password again/), 'something else');
    await userEvent.click(screen.getByRole('button', { name: 'Change password' }));
    expect(await screen.findByText('The two are not the same.')).toBeVisible();
    expect(sent).toEqual([]);

    passwordAnswer = {
      status: 400,
      body: {
        status: 400,
        code: 'auth.weak_password',
        title: '',
        detail: '',
        errors: { newPassword: ['One of the first a stranger would try.'] },
      },
    };
    await userEvent.clear(screen.getByLabelText(/New password again/));
    await userEvent.type(screen.getByLabelText(/New password again/), 'password12345');
    await userEvent.click(screen.getByRole('button', { name: 'Change password' }));
    expect(await screen.findByText('One of the first a stranger would try.')).toBeVisible();
  });

  it('says by kind how to hear of it', async () => {
    const tasks = await screen.findByRole('combobox', { name: 'Tasks' });
    await userEvent.selectOptions(tasks, 'And by mail at once');
    expect(sent).toEqual([{ digest: true, ways: { tasks: 'email' } }]);
    await waitFor(() => expect(tasks).toHaveValue('email'));
    expect(screen.getByRole('combobox', { name: 'Samples' })).toHaveValue('in_app');
  });

  it('turns the digest of alerts off', async () => {
    const digest = await screen.findByRole('switch', { name: /^Digest of alerts/ });
    expect(digest).toBeChecked();
    await userEvent.click(digest);
    expect(sent).toEqual([{ digest: false }]);
    await waitFor(() => expect(digest).not.toBeChecked());
  });

  it('says in words what a role reaches', async () => {
    expect(await screen.findByText('Order')).toBeVisible();
    expect(screen.getByText(', own orders')).toBeInTheDocument();
  });

  it('shows whom one is at the identity provider, and unlinks that with the password', async () => {
    expect(await screen.findByText('rina@mill.test')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Unlink' }));
    const dialog = await screen.findByRole('dialog', { name: 'Unlink Mill & Co?' });
    await userEvent.type(within(dialog).getByLabelText(/Password/), 'four unrelated words');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Unlink' }));
    expect(await screen.findByText(/Link your account at Mill & Co/)).toBeVisible();
    expect(sent).toEqual([{ password: 'four unrelated words' }]);
  });

  it('lists where one is signed in, and signs out elsewhere', async () => {
    expect(await screen.findByText('Chrome on Windows')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Sign out Chrome on Windows' })).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Sign out Chrome on Android' }));
    await waitFor(() => expect(sent).toEqual(['s2 ended']));
  });
});
