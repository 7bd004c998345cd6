import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { forgetSession, useSession } from '@/shared/session';
import { renderAt } from '../../../../test/render';
import { type Answer, answerWith } from '../../../../test/server';
import { safeNext } from '../search';
import SignInPage from './SignInPage';

const rina = { id: '7', email: 'rina@example.com', fullName: 'Rina Akter', role: 'merchandiser' };
const demoSignIns = [{ role: 'manager', email: 'manager@provabook.com', password: 'Manager@123' }];

function serve(login: (body: unknown) => Answer, demo = false) {
  const welcome = { houseName: 'Prova Fashion', timeZone: 'Asia/Dhaka', demo, demoSignIns: demo ? demoSignIns : null };
  const asked: unknown[] = [];
  answerWith({
    'GET /api/v1/auth/welcome/': () => ({ body: welcome }),
    'POST /api/v1/auth/login/': ({ data, headers }) => {
      const body: unknown = JSON.parse(String(data));
      asked.push({ ...(body as object), cookie: headers.get('X-Refresh-Token') });
      return login(body);
    },
  });
  return asked;
}

const accept = (): Answer => ({ body: { access: 'token', user: rina } });

async function fill(password: string) {
  await userEvent.type(await screen.findByLabelText('E-mail'), 'rina@example.com');
  await userEvent.type(screen.getByLabelText('Password'), password);
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
}

describe('the sign-in page', () => {
  beforeEach(() => forgetSession(false));

  it('signs in, asks for the cookie, and goes where the person wanted to go', async () => {
    const asked = serve(accept);
    const { address } = await renderAt(SignInPage, { at: '/sign-in?next=%2Forders%3Fstatus%3Dbulk' });
    await fill('four unrelated words');
    await waitFor(() => expect(address()).toBe('/orders?status=bulk'));
    expect(asked).toEqual([{ email: 'rina@example.com', password: 'four unrelated words', cookie: 'cookie' }]);
    expect(useSession.getState()).toMatchObject({ status: 'signedIn', access: 'token', actor: rina });
  });

  it('says what the server says, and keeps what was typed', async () => {
    serve(() => ({ status: 401, body: { code: 'auth.refused', detail: 'The e-mail or the password is not right.' } }));
    await renderAt(SignInPage, { at: '/sign-in' });
    await fill('wrong');
    expect(await screen.findByRole('alert')).toHaveTextContent('The e-mail or the password is not right.');
    expect(screen.getByLabelText('E-mail')).toHaveValue('rina@example.com');
    expect(screen.getByLabelText('Password')).toHaveFocus();
    expect(useSession.getState().status).toBe('signedOut');
  });

  it('puts an error of a field on the field', async () => {
    serve(() => ({ status: 400, body: { detail: 'Look again.', errors: { email: ['This is no e-mail address.'] } } }));
    await renderAt(SignInPage, { at: '/sign-in' });
    await fill('something');
    await waitFor(() => expect(screen.getByLabelText('E-mail')).toBeInvalid());
    expect(screen.getByLabelText('E-mail')).toHaveAccessibleDescription('This is no e-mail address.');
    expect(screen.queryByText('Look again.')).not.toBeInTheDocument();
  });

  it('shows the password when asked', async () => {
    serve(accept);
    await renderAt(SignInPage, { at: '/sign-in' });
    expect(await screen.findByLabelText('Password')).toHaveAttribute('type', 'password');
    await userEvent.click(screen.getByRole('button', { name: 'Show password' }));
    expect(screen.getByLabelText('Password')).toHaveAttribute('type', 'text');
  });

  it('lists the demo sign-ins only in a demo house, each one click (fault 8)', async () => {
    serve(accept);
    const { unmount } = await renderAt(SignInPage, { at: '/sign-in' });
    expect(await screen.findByText(/To Prova Fashion/)).toBeInTheDocument();
    expect(screen.queryByText('This is a demo house')).not.toBeInTheDocument();
    unmount();

    const asked = serve(accept, true);
    await renderAt(SignInPage, { at: '/sign-in' });
    await userEvent.click(await screen.findByRole('button', { name: /Manager/ }));
    await waitFor(() => expect(useSession.getState().status).toBe('signedIn'));
    expect(asked).toEqual([{ email: 'manager@provabook.com', password: 'Manager@123', cookie: 'cookie' }]);
  });
});

describe('safeNext', () => {
  it.each([
    ['/orders?page=2', '/orders?page=2'],
    ['//elsewhere.example', '/'],
    ['/\\elsewhere.example', '/'],
    ['https://elsewhere.example', '/'],
    ['javascript:alert(1)', '/'],
    [undefined, '/'],
  ])('%s leads to %s', (next, expected) => {
    expect(safeNext(next)).toBe(expected);
  });
});
