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

describe('signing in by the identity provider', () => {
  beforeEach(() => forgetSession(false));

  function serveProvider(session: (code: unknown) => Answer, identityProvider: string | null = 'Mill & Co') {
    const asked: unknown[] = [];
    answerWith({
      'GET /api/v1/auth/welcome/': () => ({
        body: { houseName: 'Prova Fashion', timeZone: 'Asia/Dhaka', demo: false, identityProvider, demoSignIns: null },
      }),
      'POST /api/v1/auth/oidc/begin/': () => ({
        status: 503,
        body: { code: 'auth.oidc_provider_away', detail: 'The identity provider does not answer.' },
      }),
      'POST /api/v1/auth/oidc/session/': ({ data }) => {
        const { code } = JSON.parse(String(data)) as { code?: string };
        asked.push(code);
        return session(code);
      },
    });
    return asked;
  }

  it('is offered where the house has one, and leaves the password where it does not answer', async () => {
    serveProvider(accept);
    const { unmount } = await renderAt(SignInPage, { at: '/sign-in' });
    await userEvent.click(await screen.findByRole('button', { name: 'Sign in with Mill & Co' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('The identity provider does not answer.');
    expect(screen.getByLabelText('Password')).toBeEnabled();
    unmount();
    serveProvider(accept, null);
    await renderAt(SignInPage, { at: '/sign-in' });
    expect(await screen.findByText(/To Prova Fashion/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /Sign in with/ })).not.toBeInTheDocument();
  });

  it('goes on to where they wanted, once', async () => {
    const asked = serveProvider(accept);
    const { address } = await renderAt(SignInPage, { at: '/sign-in?oidc=done&next=%2Forders' });
    await waitFor(() => expect(address()).toBe('/orders'));
    expect(asked).toEqual([undefined]);
    expect(useSession.getState()).toMatchObject({ status: 'signedIn', access: 'token' });
  });

  it('asks for a code of who has an authenticator app', async () => {
    const needed = { status: 401, body: { code: 'auth.code_needed', detail: 'Enter the code.' } };
    const wrong = { status: 401, body: { code: 'auth.code_refused', detail: 'This code is not right.' } };
    const asked = serveProvider((code) => (code === '123456' ? accept() : code ? wrong : needed));
    await renderAt(SignInPage, { at: '/sign-in?oidc=done' });
    const field = await screen.findByLabelText('Code');
    await userEvent.type(field, '1{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent('This code is not right.');
    await userEvent.type(field, '23456{Enter}');
    await waitFor(() => expect(useSession.getState().status).toBe('signedIn'));
    expect(asked).toEqual([undefined, '1', '123456']);
  });

  it('says in words why nobody came back', async () => {
    serveProvider(accept);
    await renderAt(SignInPage, { at: '/sign-in?oidc=unknown' });
    expect(await screen.findByRole('alert')).toHaveTextContent('Nobody of this house signs in with that account.');
    expect(await screen.findByLabelText('E-mail')).toBeEnabled();
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
