import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useSession } from '@/shared/session';
import { renderAt } from '../../../../test/render';
import { answerWith } from '../../../../test/server';
import UsersPage from './UsersPage';

const user = (id: string, fullName: string, role: string) => ({
  id,
  fullName,
  role,
  email: `${id}@house.test`,
  phone: null,
  department: null,
  isActive: true,
  lastLoginAt: null,
  rowVersion: 1,
});
const people = [user('admin', 'Farhana Haque', 'admin'), user('rina', 'Rina Akter', 'merchandiser')];
const noInvitations = { count: 0, next: null, previous: null, results: [] };
const page = { count: 2, next: null, previous: null, results: people };

describe('the users', () => {
  beforeEach(() =>
    useSession.setState({
      status: 'signedIn',
      actor: { id: 'admin', email: '', fullName: 'Farhana Haque', role: 'admin' },
    }),
  );

  it('are added with a role and a first password; the server says at the field what is wrong', async () => {
    const sent: unknown[] = [];
    answerWith({
      'GET /api/v1/auth/users/': () => ({ body: page }),
      'GET /api/v1/auth/invitations/': () => ({ body: noInvitations }),
      'POST /api/v1/auth/users/': ({ data, headers }) => {
        sent.push([JSON.parse(String(data)), Boolean(headers['Idempotency-Key'])]);
        return {
          status: 409,
          body: {
            status: 409,
            code: 'request.name_taken',
            title: '',
            detail: 'Taken.',
            errors: { email: ['This is already taken.'] },
          },
        };
      },
    });
    await renderAt(UsersPage);
    await userEvent.click(await screen.findByRole('button', { name: 'Add user' }));
    const drawer = within(await screen.findByRole('dialog'));
    await userEvent.type(drawer.getByLabelText(/Full name/), 'Nadia Rahman');
    await userEvent.type(drawer.getByLabelText(/E-mail/), 'rina@house.test');
    await userEvent.type(drawer.getByLabelText(/First password/), 'four unrelated words');
    await userEvent.click(drawer.getByRole('button', { name: 'Add user' }));
    expect(await drawer.findByText('This is already taken.')).toBeVisible();
    expect(sent).toEqual([
      [
        {
          fullName: 'Nadia Rahman',
          email: 'rina@house.test',
          role: 'merchandiser',
          phone: null,
          department: null,
          password: 'four unrelated words',
        },
        true,
      ],
    ]);
  });

  it('can be removed, but nobody is offered to remove themselves', async () => {
    const removed: string[] = [];
    answerWith({
      'GET /api/v1/auth/users/': () => ({ body: page }),
      'GET /api/v1/auth/invitations/': () => ({ body: noInvitations }),
      'DELETE /api/v1/auth/users/rina/': ({ url }) => {
        removed.push(String(url));
        return { status: 204 };
      },
    });
    await renderAt(UsersPage);
    await userEvent.click(await screen.findByRole('button', { name: 'Actions for Farhana Haque' }));
    expect(screen.queryByRole('menuitem', { name: 'Remove' })).toBeNull();
    await userEvent.keyboard('{Escape}');
    await userEvent.click(screen.getByRole('button', { name: 'Actions for Rina Akter' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Remove' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Remove user' }));
    expect(removed).toEqual(['/api/v1/auth/users/rina/']);
  });
});
