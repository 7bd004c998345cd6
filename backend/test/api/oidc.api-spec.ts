import { generate } from 'otplib';
import { SessionRegistry } from '../../src/modules/auth/tokens/session-registry';
import { House, PASSWORD, type Answer } from '../support/house';
import { OidcServer } from '../support/oidc-server';

const SITE = 'https://house.test';
const CALLBACK = `${SITE}/api/v1/auth/oidc/callback/`;

let provider: OidcServer;
let house: House;
// oidc-provider says on the console that as it is here it is not for production.
const silenced = [jest.spyOn(console, 'warn'), jest.spyOn(console, 'info')];
beforeAll(async () => {
  silenced.forEach((spy) => spy.mockImplementation());
  provider = await OidcServer.open(CALLBACK);
  house = await House.open({ ...provider.environment(), PUBLIC_URL: SITE });
});
afterAll(async () => {
  await house?.close();
  await provider?.close();
  silenced.forEach((spy) => spy.mockRestore());
});
beforeEach(async () => {
  provider.lies = {};
  provider.accounts.clear();
  for (const person of ['merchandiser', 'manager', 'colleague'])
    provider.accounts.set(`sub-${person}`, { email: `${person}@house.test`, email_verified: true });
  await house.query('DELETE FROM oidc_identities');
  await house.query('DELETE FROM oidc_walks');
  await house.query('DELETE FROM sign_in_attempts');
});

type SignedIn = { access: string; refresh?: string; user: { email: string }; code: string };

const cookieOf = ({ headers }: Answer<unknown>, name = 'provabook_oidc'): string =>
  ([headers['set-cookie'] ?? []].flat() as string[]).find((each) => each.startsWith(`${name}=`))?.split(';')[0] ?? '';

const begin = async (next?: string) => {
  const begun = await house.anonymous.post<{ url: string }>('/auth/oidc/begin/', next ? { next } : {});
  expect(begun.status).toBe(200);
  return { url: begun.body.url, cookie: cookieOf(begun) };
};

/** What the browser is sent on to. */
const callback = async (address: string, cookie: string): Promise<string> => {
  expect(address.startsWith(CALLBACK)).toBe(true);
  const answer = await house.anonymous.get(`/auth/oidc/callback/${new URL(address).search}`, { headers: { cookie } });
  expect(answer.status).toBe(302);
  return answer.headers['location']!;
};

/** From the button to the provider and back. */
async function walk(as: string, next?: string): Promise<{ page: string; cookie: string; back: string }> {
  const { url, cookie } = await begin(next);
  const back = await provider.signIn(url, as);
  return { page: await callback(back, cookie), cookie, back };
}

const enter = (cookie: string, code?: string) =>
  house.anonymous.post<SignedIn>('/auth/oidc/session/', code ? { code } : {}, { cookie, 'X-Refresh-Token': 'cookie' });

const identities = () =>
  house.query<{ user_id: string; subject: string }>(
    'SELECT user_id, subject FROM oidc_identities WHERE unlinked_at IS NULL',
  );

describe('signing in by the identity provider', () => {
  it('is offered by name, and goes there with PKCE, state and nonce, which the house does not keep', async () => {
    expect((await house.anonymous.get('/auth/welcome/')).body['identityProvider']).toBe('Mill & Co');
    const answer = await house.anonymous.post<{ url: string }>('/auth/oidc/begin/', { next: '/orders' });
    const asked = new URL(answer.body.url).searchParams;
    expect(Object.fromEntries(asked)).toMatchObject({
      client_id: 'provabook',
      response_type: 'code',
      code_challenge_method: 'S256',
      redirect_uri: CALLBACK,
    });
    const [set] = [answer.headers['set-cookie'] ?? []].flat() as string[];
    expect(set).toMatch(
      /^provabook_oidc=[\w-]{43}; Max-Age=600; Path=\/api\/v1\/auth\/oidc; .*HttpOnly; Secure; SameSite=Lax$/,
    );
    const kept = JSON.stringify(await house.query('SELECT * FROM oidc_walks'));
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(asked.get(name)).toMatch(/^[\w-]{43}$/);
      expect(kept).not.toContain(asked.get(name));
    }
    expect(kept).not.toContain(cookieOf(answer).split('=')[1]);
  });

  it('links who has the verified address, once, and hands over a session as the password does', async () => {
    const { page, cookie } = await walk('sub-merchandiser', '/orders?status=bulk');
    expect(page).toBe('/sign-in?oidc=done&next=%2Forders%3Fstatus%3Dbulk');
    const entered = await enter(cookie);
    expect(entered.status).toBe(200);
    expect(entered.body).toMatchObject({ user: { email: 'merchandiser@house.test' } });
    expect(entered.body.refresh).toBeUndefined();
    const refresh = cookieOf(entered, 'provabook_refresh');
    expect(String(entered.headers['set-cookie'])).toMatch(/provabook_refresh=.*HttpOnly; Secure; SameSite=Strict/);
    const headers = { cookie: refresh, 'X-Refresh-Token': 'cookie' };
    expect((await house.anonymous.post('/auth/token/refresh/', {}, headers)).status).toBe(200);
    expect((await house.withToken(entered.body.access).get('/orders/')).status).toBe(200);
    expect(await identities()).toEqual([{ user_id: house.ids.merchandiser, subject: 'sub-merchandiser' }]);
    // The address at the provider says nothing any more, nor does another account with it.
    provider.accounts.set('sub-merchandiser', { email: 'manager@house.test', email_verified: true });
    provider.accounts.set('sub-other', { email: 'merchandiser@house.test', email_verified: true });
    expect((await enter((await walk('sub-merchandiser')).cookie)).body.user.email).toBe('merchandiser@house.test');
    expect((await walk('sub-other')).page).toBe('/sign-in?oidc=unknown');
    expect(await house.eventNamesOf(house.ids.merchandiser)).toEqual(['user.identity_linked']);
  });

  it('gives one session for one walk, of 20 that ask at once', async () => {
    const { cookie } = await walk('sub-merchandiser');
    const answers = await Promise.all(Array.from({ length: 20 }, () => enter(cookie)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(19).fill(401)]);
  });

  it.each([
    ['an address that nobody here has', { email: 'stranger@else.test', email_verified: true }],
    ['an address that is not verified', { email: 'manager@house.test', email_verified: false }],
    ['an address of which the provider says nothing', { email: 'manager@house.test' }],
    ['no address', {}],
  ])('makes and links no account: %s', async (_, account) => {
    provider.accounts.set('sub-x', account);
    const people = await house.query('SELECT id FROM user_profiles');
    const { page, cookie } = await walk('sub-x');
    expect(page).toBe('/sign-in?oidc=unknown');
    expect((await enter(cookie)).body.code).toBe('auth.oidc_expired');
    expect(await identities()).toEqual([]);
    expect(await house.query('SELECT id FROM user_profiles')).toHaveLength(people.length);
  });

  it('refuses whose account is closed, before and after it was linked, and between the walk and the session', async () => {
    const close = (isActive: boolean) =>
      house.query('UPDATE user_profiles SET is_active = $2 WHERE id = $1', [house.ids.manager, isActive]);
    await close(false);
    expect((await walk('sub-manager')).page).toBe('/sign-in?oidc=unknown');
    await close(true);
    const { cookie } = await walk('sub-manager');
    await close(false);
    expect((await enter(cookie)).body.code).toBe('auth.oidc_unknown');
    await close(true);
    expect((await enter(cookie)).status).toBe(200);
    await close(false);
    expect((await walk('sub-manager')).page).toBe('/sign-in?oidc=unknown');
    await close(true);
  });

  it.each(['https://else.test/', '//else.test', '/\\else.test', '/\t/else.test', 'javascript:alert(1)', 'orders'])(
    'leads to pages of ours alone, not to %s',
    async (next) => {
      expect((await walk('sub-merchandiser', next)).page).toBe('/sign-in?oidc=done');
    },
  );
});

describe('a walk', () => {
  it('is of one browser: an answer to another’s question opens nothing (login CSRF)', async () => {
    const theirs = await begin();
    const back = await provider.signIn(theirs.url, 'sub-colleague');
    const mine = await begin();
    expect(await callback(back, mine.cookie)).toBe('/sign-in?oidc=expired');
    expect(await callback(back, '')).toBe('/sign-in?oidc=expired');
    expect((await enter(mine.cookie)).status).toBe(401);
    expect(await callback(back, theirs.cookie)).toBe('/sign-in?oidc=done');
  });

  it('is answered once, however often the address is opened', async () => {
    const { url, cookie } = await begin();
    const back = await provider.signIn(url, 'sub-merchandiser');
    const pages = await Promise.all(Array.from({ length: 8 }, () => callback(back, cookie)));
    expect(pages.filter((page) => page === '/sign-in?oidc=done')).toHaveLength(1);
    expect((await enter(cookie)).status).toBe(200);
    expect(await callback(back, cookie)).toBe('/sign-in?oidc=expired');
  });

  it('is over after ten minutes, on the way and at its end', async () => {
    const age = () => house.query(`UPDATE oidc_walks SET expires_at = now() - interval '1 second'`);
    const { url, cookie } = await begin();
    const back = await provider.signIn(url, 'sub-merchandiser');
    await age();
    expect(await callback(back, cookie)).toBe('/sign-in?oidc=expired');
    const second = await walk('sub-merchandiser');
    await age();
    expect((await enter(second.cookie)).body.code).toBe('auth.oidc_expired');
    await begin();
    expect(await house.query('SELECT 1 FROM oidc_walks')).toHaveLength(1);
  });

  it.each([
    ['for another walk', { claims: { nonce: 'of another walk' } }],
    ['without a nonce', { claims: { nonce: undefined } }],
    ['for another house', { claims: { aud: 'another-house' } }],
    ['of another issuer', { claims: { iss: 'https://else.test' } }],
    ['that has expired', { claims: { exp: Math.floor(Date.now() / 1000) - 120 } }],
    ['that somebody else signed', { forged: true }],
  ])('ends at an ID token %s', async (_, lies) => {
    provider.lies = lies;
    const { page, cookie } = await walk('sub-merchandiser');
    expect(page).toBe('/sign-in?oidc=failed');
    expect((await enter(cookie)).status).toBe(401);
    expect(await identities()).toEqual([]);
  });

  it('ends when they say no there, or the code was made up', async () => {
    const { url, cookie } = await begin();
    const state = new URL(url).searchParams.get('state')!;
    const said = (answer: Record<string, string>) =>
      callback(`${CALLBACK}?${new URLSearchParams({ state, iss: provider.issuer, ...answer }).toString()}`, cookie);
    expect(await said({ error: 'access_denied' })).toBe('/sign-in?oidc=cancelled');
    const second = await begin();
    const made = { code: 'made-up', state: new URL(second.url).searchParams.get('state')!, iss: provider.issuer };
    expect(await callback(`${CALLBACK}?${new URLSearchParams(made).toString()}`, second.cookie)).toBe(
      '/sign-in?oidc=failed',
    );
  });
});

describe('a second factor', () => {
  let secret: string;
  const nextCode = async () => {
    await house.query('UPDATE second_factors SET last_step = last_step - 1');
    return generate({ secret });
  };
  beforeAll(async () => {
    const me = house.as('colleague');
    ({ secret } = (await me.post<{ secret: string }>('/auth/profile/second-factor/', { password: PASSWORD })).body);
    await me.post('/auth/profile/second-factor/confirmation/', { code: await generate({ secret }) });
  });

  it('is asked for all the same, and guessing it makes the account wait', async () => {
    const { cookie } = await walk('sub-colleague');
    expect((await enter(cookie)).body.code).toBe('auth.code_needed');
    const refused: string[] = [];
    for (let n = 0; n < 8; n++) refused.push((await enter(cookie, '000000')).body.code);
    expect(refused.filter((code) => code === 'auth.code_refused').length).toBeLessThanOrEqual(5);
    expect(refused.at(-1)).toBe('auth.too_many_sign_ins');
    expect(await identities()).toEqual([]);
    await house.query('DELETE FROM sign_in_attempts');
    expect((await enter(cookie, await nextCode())).status).toBe(200);
    expect(await identities()).toHaveLength(1);
  });
});

describe('an identity', () => {
  const path = '/auth/profile/identity/';

  it('is seen, unlinked with the password, and then linked by nobody but its person', async () => {
    const { cookie } = await walk('sub-merchandiser');
    await enter(cookie);
    const me = house.as('merchandiser');
    expect((await me.get(path)).body).toMatchObject({ provider: 'Mill & Co', email: 'merchandiser@house.test' });
    expect((await house.as('manager').get(path)).body).toMatchObject({ linkedAt: null, email: null });
    expect((await me.post(path, { password: PASSWORD })).body['code']).toBe('auth.oidc_linked');
    expect((await me.post(`${path}removal/`, { password: 'not my password' })).body['code']).toBe(
      'auth.wrong_password',
    );
    expect((await me.post(`${path}removal/`, { password: PASSWORD })).status).toBe(204);
    expect((await me.post(`${path}removal/`, { password: PASSWORD })).body['code']).toBe('auth.oidc_not_linked');
    expect((await walk('sub-merchandiser')).page).toBe('/sign-in?oidc=unknown');

    const link = async (as: string) => {
      const begun = await me.post<{ url: string }>(path, { password: PASSWORD });
      return callback(await provider.signIn(begun.body.url, as), cookieOf(begun));
    };
    provider.accounts.set('sub-private', { email: 'rina@else.test', email_verified: false });
    expect(await link('sub-private')).toBe('/profile?oidc=linked');
    expect((await enter((await walk('sub-private')).cookie)).body.user.email).toBe('merchandiser@house.test');
    expect(await house.eventNamesOf(house.ids.merchandiser)).toEqual(
      expect.arrayContaining(['user.identity_linked', 'user.identity_unlinked', 'user.identity_linked']),
    );
  });

  it('of another stays theirs, and is linked in a living session alone', async () => {
    await enter((await walk('sub-manager')).cookie);
    const me = house.as('merchandiser');
    const begun = await me.post<{ url: string }>(path, { password: PASSWORD });
    expect(await callback(await provider.signIn(begun.body.url, 'sub-manager'), cookieOf(begun))).toBe(
      '/profile?oidc=taken',
    );
    expect((await enter(cookieOf(begun))).status).toBe(401);
    const session = (
      await house.anonymous.post<SignedIn>('/auth/login/', { email: 'merchandiser@house.test', password: PASSWORD })
    ).body;
    const again = await house.withToken(session.access).post<{ url: string }>(path, { password: PASSWORD });
    const back = await provider.signIn(again.body.url, 'sub-merchandiser');
    await house.anonymous.post('/auth/logout/', { refresh: session.refresh });
    expect(await callback(back, cookieOf(again))).toBe('/profile?oidc=expired');
  });

  it('is no proof: what wants one asks for the password', async () => {
    await house.query(`UPDATE user_profiles SET role = 'admin' WHERE id = $1`, [house.ids.manager]);
    const { body } = await enter((await walk('sub-manager')).cookie);
    const me = house.withToken(body.access);
    const settings = { proofMinutes: 20 };
    expect((await me.patch('/auth/sign-in-settings/', settings)).body).toMatchObject({
      code: 'access.proof_needed',
      by: 'password',
    });
    expect((await me.post('/auth/proof/', { password: PASSWORD })).status).toBe(204);
    expect((await me.patch('/auth/sign-in-settings/', settings)).status).toBe(200);
    await house.query(`UPDATE user_profiles SET role = 'manager' WHERE id = $1`, [house.ids.manager]);
    house.app.get(SessionRegistry).forgetAll();
  });
});

describe('another house', () => {
  it('whose provider is away says so, and the password opens it as ever', async () => {
    const gone = await OidcServer.open(CALLBACK);
    const env = { ...gone.environment(), PUBLIC_URL: SITE };
    await gone.close();
    const own = house;
    house = await House.open(env); // starts without it
    try {
      const refused = await house.anonymous.post<SignedIn>('/auth/oidc/begin/');
      expect([refused.status, refused.body.code]).toEqual([503, 'auth.oidc_provider_away']);
      expect(refused.headers['content-type']).toContain('application/problem+json');
      const signedIn = { email: 'manager@house.test', password: PASSWORD };
      expect((await house.anonymous.post('/auth/login/', signedIn)).status).toBe(200);
      const back = await OidcServer.open(CALLBACK, Number(new URL(gone.issuer).port));
      expect((await house.anonymous.post('/auth/oidc/begin/')).status).toBe(200);
      const { url, cookie } = await begin();
      back.accounts.set('sub-manager', { email: 'manager@house.test', email_verified: true });
      const address = await back.signIn(url, 'sub-manager');
      await back.close();
      expect(await callback(address, cookie)).toBe('/sign-in?oidc=away');
    } finally {
      await house.close();
      house = own;
    }
  });

  it('that has no provider offers none', async () => {
    const plain = await House.open();
    try {
      expect((await plain.anonymous.get('/auth/welcome/')).body['identityProvider']).toBeNull();
      expect((await plain.anonymous.post('/auth/oidc/begin/')).body['code']).toBe('auth.oidc_not_set_up');
      const { headers } = await plain.anonymous.get('/auth/oidc/callback/?code=1&state=2');
      expect(headers['location']).toBe('/sign-in?oidc=expired');
    } finally {
      await plain.close();
    }
  });

  it('asks for no code where it trusts the provider and that asked for a second factor', async () => {
    const trusting = await House.open({ ...provider.environment(), PUBLIC_URL: SITE, OIDC_TRUST_SECOND_FACTOR: '1' });
    const own = house;
    try {
      house = trusting;
      const me = house.as('colleague');
      const { secret } = (await me.post<{ secret: string }>('/auth/profile/second-factor/', { password: PASSWORD }))
        .body;
      await me.post('/auth/profile/second-factor/confirmation/', { code: await generate({ secret }) });
      expect((await enter((await walk('sub-colleague')).cookie)).body.code).toBe('auth.code_needed');
      provider.lies = { claims: { amr: ['pwd'] } };
      expect((await enter((await walk('sub-colleague')).cookie)).body.code).toBe('auth.code_needed');
      provider.lies = { claims: { amr: ['pwd', 'mfa'] } };
      expect((await enter((await walk('sub-colleague')).cookie)).status).toBe(200);
    } finally {
      house = own;
      await trusting.close();
    }
  });
});
