import supertest from 'supertest';
import { House, PASSWORD } from '../support/house';
import { HouseHasAdmin, WeakPassword } from '../../src/modules/auth/auth.errors';
import { SessionRegistry } from '../../src/modules/auth/tokens/session-registry';
import { UsersService } from '../../src/modules/auth/users/users.service';

let house: House;
beforeAll(async () => (house = await House.open({ CORS_ALLOWED_ORIGINS: 'http://localhost:3001' })));
afterAll(() => house?.close());

type Pair = { access: string; refresh: string };

const signIn = (email = 'merchandiser@house.test', password = PASSWORD) =>
  house.anonymous.post<Pair & { code: string; detail: string }>('/auth/login/', { email, password });

describe('signing in', () => {
  it('answers access, refresh and the user, under both names', async () => {
    const { status, body } = await signIn('Merchandiser@House.test');
    expect(status).toBe(200);
    expect(body).toMatchObject({ user: { id: house.ids.merchandiser, role: 'merchandiser' } });
    expect(JSON.stringify(body)).not.toContain('argon2');
    const simple = await house.anonymous.post<Pair>('/auth/token/', {
      email: 'merchandiser@house.test',
      password: PASSWORD,
    });
    expect(Object.keys(simple.body).sort()).toEqual(['access', 'refresh']);
    expect((await house.withToken(simple.body.access).get('/auth/profile/')).status).toBe(200);
  });

  it('gives an unknown address and a wrong password one and the same answer', async () => {
    const [unknown, wrong] = [
      await signIn('nobody@house.test'),
      await signIn('merchandiser@house.test', 'something else entirely'),
    ];
    expect([unknown.status, wrong.status]).toEqual([401, 401]);
    expect([unknown.body.code, unknown.body.detail]).toEqual([wrong.body.code, wrong.body.detail]);
  });

  it('has claims as SimpleJWT has them, and no secret', async () => {
    const { body } = await signIn();
    const claims = JSON.parse(Buffer.from(body.access.split('.')[1]!, 'base64url').toString()) as object;
    expect(Object.keys(claims).sort()).toEqual(['exp', 'iat', 'jti', 'sid', 'token_type', 'user_id']);
    expect(claims).toMatchObject({ token_type: 'access', user_id: house.ids.merchandiser });
  });
});

describe('guessing a password (fault 5)', () => {
  const guess = (email: string) => signIn(email, 'one more guess at it');
  const GUESSED = 'merchandiser@house.test';

  beforeEach(() => house.query(`DELETE FROM sign_in_attempts`));
  afterAll(() => house.query(`DELETE FROM sign_in_attempts`));

  it('is slowed down alike for a known and an unknown account, and ends when the wait is over', async () => {
    for (const email of [GUESSED, 'nobody-here@house.test']) {
      const statuses: number[] = [];
      for (let n = 0; n < 6; n += 1) statuses.push((await guess(email)).status);
      expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
    }
    const refused = await signIn(GUESSED);
    expect(refused.body.code).toBe('auth.too_many_sign_ins'); // the right password, unread
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect((await signIn('manager@house.test')).status).toBe(200); // another account, from the same address
    await house.query(`UPDATE sign_in_attempts SET blocked_until = now()`);
    expect((await signIn(GUESSED)).status).toBe(200);
    const [left] = await house.query<{ n: string }>(
      `SELECT count(*) AS n FROM sign_in_attempts WHERE key LIKE 'account:%'`,
    );
    expect(left?.n).toBe('1'); // of the unknown one
  });

  it('counts guesses that come at once', async () => {
    const statuses = await Promise.all(
      Array.from({ length: 20 }, async () => (await guess('admin@house.test')).status),
    );
    expect(statuses.filter((status) => status === 401)).toHaveLength(5);
  });

  it('takes no right sign-ins at one instant for guesses, and of wrong ones no more than one by one', async () => {
    const right = await Promise.all(Array.from({ length: 20 }, () => signIn('manager@house.test')));
    expect(right.map(({ status }) => status)).toEqual(Array<number>(20).fill(200));
    expect(await house.query('SELECT key FROM sign_in_attempts')).toEqual([]);
    const wrong = await Promise.all(Array.from({ length: 20 }, () => signIn('manager@house.test', 'not this one')));
    expect(wrong.map(({ status }) => status).sort()).toEqual([
      ...Array<number>(5).fill(401),
      ...Array<number>(15).fill(429),
    ]);
    await house.query(`DELETE FROM sign_in_attempts`);
    const people = ['manager', 'admin', 'colleague'].map((name) => `${name}@house.test`);
    const office = await Promise.all(Array.from({ length: 60 }, (_, n) => signIn(people[n % 3]!)));
    expect(office.filter(({ status }) => status !== 200)).toEqual([]); // more than an address may get wrong
  }, 60_000);

  it('is slowed down for an address that tries many accounts', async () => {
    const statuses: number[] = [];
    for (let n = 0; n < 41; n += 1) statuses.push((await guess(`somebody${n}@house.test`)).status);
    expect(statuses.indexOf(429)).toBe(40);
    expect((await guess('manager@house.test')).status).toBe(429);
    const counted = await house.query(`SELECT 1 FROM sign_in_attempts WHERE key LIKE 'account:%'`);
    expect(counted).toHaveLength(40); // an account is not made to wait by an address that has to
  });
});

describe('tokens', () => {
  it('refuses none, a forged, an unsigned and a refresh token in place of an access token', async () => {
    const { body } = await signIn();
    const [header, payload] = body.access.split('.');
    const unsigned = `${Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url')}.${payload}.`;
    const tampered = `${header}.${Buffer.from('{"token_type":"access","user_id":"x","sid":"y"}').toString('base64url')}.AAAA`;
    for (const token of ['nonsense', unsigned, tampered, body.refresh])
      expect((await house.withToken(token).get('/auth/profile/')).status).toBe(401);
  });

  it('rotates: each refresh token works once, and a replayed one ends the session', async () => {
    const { body: first } = await signIn();
    const second = await house.anonymous.post<Pair>('/auth/token/refresh/', { refresh: first.refresh });
    expect(second.status).toBe(200);
    expect((await house.anonymous.post('/auth/token/refresh/', { refresh: first.refresh })).status).toBe(401);
    expect((await house.anonymous.post('/auth/token/refresh/', { refresh: second.body.refresh })).status).toBe(401);
    expect(await house.eventNamesOf(house.ids.merchandiser)).toContain('user.refresh_token_replayed');
  });

  it('lets one of ten parallel refreshes through', async () => {
    const { body } = await signIn();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => house.anonymous.post('/auth/token/refresh/', { refresh: body.refresh })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('ends with log-out at once, also the access token (fault 4)', async () => {
    const { body } = await signIn();
    expect((await house.withToken(body.access).get('/auth/profile/')).status).toBe(200);
    expect((await house.anonymous.post('/auth/logout/', { refresh: body.refresh })).status).toBe(204);
    expect((await house.withToken(body.access).get('/auth/profile/')).status).toBe(401);
    expect((await house.anonymous.post('/auth/token/refresh/', { refresh: body.refresh })).status).toBe(401);
  });

  it('marks the cookie Secure where a proxy that is trusted says HTTPS, and not over plain HTTP', async () => {
    const cookieBy = async (headers: Record<string, string>) => {
      const body = { email: 'manager@house.test', password: PASSWORD };
      const answer = await house.anonymous.post('/auth/login/', body, { 'X-Refresh-Token': 'cookie', ...headers });
      return String(answer.headers['set-cookie']);
    };
    expect(await cookieBy({})).not.toContain('Secure');
    expect(await cookieBy({ 'X-Forwarded-Proto': 'http' })).not.toContain('Secure');
    expect(await cookieBy({ 'X-Forwarded-Proto': 'https' })).toContain('; Secure;');
    const refreshed = cookieBy({ 'X-Forwarded-Proto': 'https' });
    const headers = {
      cookie: (await refreshed).split(';')[0]!,
      'X-Refresh-Token': 'cookie',
      'X-Forwarded-Proto': 'https',
    };
    const renewed = await house.anonymous.post('/auth/token/refresh/', {}, headers);
    expect(String(renewed.headers['set-cookie'])).toContain('; Secure;');
    house.app.set('trust proxy', '10.0.0.0/8');
    expect(await cookieBy({ 'X-Forwarded-Proto': 'https' })).not.toContain('Secure');
    house.app.set('trust proxy', 'loopback');
  });

  it('keeps the refresh token in an httpOnly cookie for who asks with the header, and wants the header again', async () => {
    const agent = supertest.agent(house.app.getHttpServer());
    const login = await agent
      .post('/api/v1/auth/login/')
      .set('X-Refresh-Token', 'cookie')
      .send({ email: 'merchandiser@house.test', password: PASSWORD });
    expect(login.body).not.toHaveProperty('refresh');
    expect(login.headers['set-cookie']?.[0]).toMatch(/HttpOnly; SameSite=Strict/);
    expect((await agent.post('/api/v1/auth/token/refresh/').send({})).status).toBe(401);
    const renewed = await agent.post('/api/v1/auth/token/refresh/').set('X-Refresh-Token', 'cookie').send({});
    expect([renewed.status, Object.keys(renewed.body as object)]).toEqual([200, ['access']]);
    expect((await agent.post('/api/v1/auth/logout/').set('X-Refresh-Token', 'cookie').send({})).status).toBe(204);
    expect((await agent.post('/api/v1/auth/token/refresh/').set('X-Refresh-Token', 'cookie').send({})).status).toBe(
      401,
    );
  });
});

describe('sessions', () => {
  type Session = { id: string; current: boolean; userAgent: string | null; address: string | null };
  const listed = async (pair: Pair) =>
    (await house.withToken(pair.access).get<{ results: Session[] }>('/auth/profile/sessions/')).body.results;
  const isIn = async ({ access }: Pair) => (await house.withToken(access).get('/auth/profile/')).status === 200;

  it('are listed with where they were opened, and each can be ended from another', async () => {
    const [here, there] = [(await signIn('colleague@house.test')).body, (await signIn('colleague@house.test')).body];
    const mine = await listed(here);
    expect(mine.filter(({ current }) => current)).toHaveLength(1);
    expect(mine[0]).toMatchObject({ address: expect.stringMatching(/127\.0\.0\.1$/), current: false });
    const me = house.withToken(here.access);
    expect((await me.delete(`/auth/profile/sessions/${mine[0]!.id}/`)).status).toBe(204);
    expect([await isIn(here), await isIn(there)]).toEqual([true, false]);
    expect((await house.anonymous.post('/auth/token/refresh/', { refresh: there.refresh })).status).toBe(401);
    const [theirs] = await listed((await signIn('manager@house.test')).body);
    expect((await me.delete(`/auth/profile/sessions/${theirs!.id}/`)).status).toBe(404);
  });

  it('all end but the one that asks, and an admin ends anybody’s', async () => {
    const email = 'everywhere@house.test';
    const admin = house.as('admin');
    const user = { email, fullName: 'Everywhere', role: 'manager', password: PASSWORD };
    const { id } = (await admin.post<{ id: string }>('/auth/users/', user)).body;
    const pairs = [(await signIn(email)).body, (await signIn(email)).body] as const;
    expect((await house.withToken(pairs[0].access).delete('/auth/profile/sessions/')).status).toBe(204);
    expect([await isIn(pairs[0]), await isIn(pairs[1])]).toEqual([true, false]);
    const path = `/auth/users/${id}/sessions/`;
    expect((await house.withToken(pairs[0].access).delete(path)).status).toBe(403);
    expect((await admin.get<{ count: number }>(path)).body.count).toBe(1);
    expect((await admin.delete(path)).status).toBe(204);
    expect(await isIn(pairs[0])).toBe(false);
    expect((await house.eventsOf(id)).at(-1)).toMatchObject({
      name: 'user.sessions_ended',
      actor_id: house.ids.admin,
      data: { sessionIds: [expect.any(String)] },
    });
  });

  it('are over on their day, however busy they are, and no token outlives them', async () => {
    const { body } = await signIn('colleague@house.test');
    const exp = (token: string) =>
      (JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()) as { exp: number }).exp;
    const sid = (await listed(body)).find(({ current }) => current)!.id;
    await house.query(`UPDATE sessions SET expires_at = now() + interval '1 hour' WHERE id = $1`, [sid]);
    const renewed = await house.anonymous.post<Pair>('/auth/token/refresh/', { refresh: body.refresh });
    expect(renewed.status).toBe(200);
    expect(exp(renewed.body.refresh) - Date.now() / 1000).toBeLessThanOrEqual(3600);
    await house.query(`UPDATE sessions SET expires_at = now() WHERE id = $1`, [sid]);
    expect((await house.anonymous.post('/auth/token/refresh/', { refresh: renewed.body.refresh })).status).toBe(401);
    house.app.get(SessionRegistry).forget(sid);
    expect(await isIn(renewed.body)).toBe(false);
  });
});

describe('my own profile', () => {
  it('can be changed, but not the role', async () => {
    const me = house.as('colleague');
    const refused = await me.patch<{ errors: object }>('/auth/profile/', { role: 'admin' });
    expect([refused.status, Object.keys(refused.body.errors)]).toEqual([400, ['role']]);
    expect(
      (await me.patch('/auth/profile/', { phone: '+880 1711 000000', metadata: { theme: 'dark' } })).body,
    ).toMatchObject({
      phone: '+880 1711 000000',
      role: 'merchandiser',
    });
  });

  it('has a password that only its owner changes, and then the other sessions end (fault 4)', async () => {
    const email = 'changes@house.test';
    await house
      .as('admin')
      .post('/auth/users/', { email, fullName: 'Changes', role: 'merchandiser', password: PASSWORD });
    const [here, elsewhere] = [(await signIn(email)).body, (await signIn(email)).body];
    const me = house.withToken(here.access);
    const wrong = await me.post<{ errors: object }>('/auth/profile/password/', {
      currentPassword: 'not it at all',
      newPassword: 'another four words',
    });
    expect([wrong.status, Object.keys(wrong.body.errors)]).toEqual([400, ['currentPassword']]);
    for (const weak of ['short', 'password12345', 'aaaaaaaaaaaaaa', 'changes-changes'])
      expect(
        (await me.post('/auth/profile/password/', { currentPassword: PASSWORD, newPassword: weak })).body['code'],
      ).toBe('auth.weak_password');
    expect(
      (await me.post('/auth/profile/password/', { currentPassword: PASSWORD, newPassword: 'another four words' }))
        .status,
    ).toBe(204);
    expect((await me.get('/auth/profile/')).status).toBe(200);
    expect((await house.withToken(elsewhere.access).get('/auth/profile/')).status).toBe(401);
    expect((await signIn(email)).status).toBe(401);
    expect((await signIn(email, 'another four words')).status).toBe(200);
  });
});

describe('user administration', () => {
  const nadia = { email: 'nadia@house.test', fullName: 'Nadia Rahman', role: 'merchandiser', password: PASSWORD };

  it('is for admins, and there is no sign-up (fault 1)', async () => {
    for (const person of ['merchandiser', 'manager'] as const)
      for (const answer of [
        await house.as(person).get('/auth/users/'),
        await house.as(person).post('/auth/users/', nadia),
        await house.as(person).patch(`/auth/users/${house.ids.colleague}/`, { role: 'admin' }),
        await house.as(person).delete(`/auth/users/${house.ids.colleague}/`),
      ])
        expect([answer.status, answer.body['code']]).toEqual([403, 'access.not_allowed']);
    expect((await house.anonymous.post('/auth/users/', nadia)).status).toBe(401);
  });

  it('gives a role at once and takes it at once, also from who is signed in', async () => {
    const reads = async () => (await house.as('colleague').get('/auth/users/')).status;
    const become = async (role: string) =>
      (await house.as('admin').patch(`/auth/users/${house.ids.colleague}/`, { role })).status;
    expect(await reads()).toBe(403);
    expect([await become('admin'), await reads()]).toEqual([200, 200]);
    expect([await become('merchandiser'), await reads()]).toEqual([200, 403]);
  });

  it('creates, changes, closes and removes accounts, each told of', async () => {
    const admin = house.as('admin');
    const { status, body } = await admin.post<{ id: string }>('/auth/users/', nadia);
    expect(status).toBe(201);
    const twice = await admin.post<{ errors: object }>('/auth/users/', { ...nadia, email: 'NADIA@house.test' });
    expect([twice.status, Object.keys(twice.body.errors)]).toEqual([409, ['email']]);
    const { body: pair } = await signIn(nadia.email);
    expect((await admin.patch(`/auth/users/${body.id}/`, { isActive: false }, { 'If-Match': '"1"' })).status).toBe(200);
    expect((await house.withToken(pair.access).get('/auth/profile/')).status).toBe(401);
    expect((await signIn(nadia.email)).status).toBe(401);
    expect((await admin.patch(`/auth/users/${body.id}/`, { fullName: 'late' }, { 'If-Match': '"1"' })).status).toBe(
      412,
    );
    expect((await admin.delete(`/auth/users/${body.id}/`)).status).toBe(204);
    expect((await admin.get(`/auth/users/${body.id}/`)).status).toBe(404);
    expect(await house.eventNamesOf(body.id)).toEqual(['user.created', 'user.updated', 'user.removed']);
  });

  it('never loses its last admin', async () => {
    const admin = house.as('admin');
    for (const answer of [
      await admin.patch(`/auth/users/${house.ids.admin}/`, { role: 'merchandiser' }),
      await admin.patch(`/auth/users/${house.ids.admin}/`, { isActive: false }),
    ])
      expect([answer.status, answer.body['code']]).toEqual([409, 'user.last_admin']);
    expect((await admin.delete(`/auth/users/${house.ids.admin}/`)).status).toBe(422);
  });

  it('acts at once when a role changes', async () => {
    const admin = house.as('admin');
    const { body } = await admin.post<{ id: string }>('/auth/users/', { ...nadia, email: 'rises@house.test' });
    const { body: pair } = await signIn('rises@house.test');
    const me = house.withToken(pair.access);
    const own = { currentPassword: PASSWORD, newPassword: 'another four words' };
    expect((await me.post('/auth/profile/password/', own)).status).toBe(204);
    expect((await me.get('/auth/users/')).status).toBe(403);
    await admin.patch(`/auth/users/${body.id}/`, { role: 'admin' });
    expect((await me.get('/auth/users/')).status).toBe(200);
  });
});

describe('the surface', () => {
  it('shows everyone what they may do', async () => {
    const mine = await house.as('merchandiser').get<{ capabilities: Record<string, string> }>('/auth/capabilities/');
    expect(mine.body.capabilities).toMatchObject({ 'order.read': 'own' });
    expect(mine.body.capabilities).not.toHaveProperty('user.manage');
    expect(mine.body.capabilities).not.toHaveProperty('proforma_invoice.confirm');
  });

  it('lets the configured origins in and no others', async () => {
    const ask = (origin: string) =>
      supertest(house.app.getHttpServer()).get('/api/v1/auth/welcome').set('Origin', origin);
    expect((await ask('http://localhost:3001')).headers['access-control-allow-origin']).toBe('http://localhost:3001');
    expect((await ask('http://evil.test')).headers['access-control-allow-origin']).toBeUndefined();
  });

  it('answers malformed requests with a problem, never a fault (fault 8)', async () => {
    const server = house.app.getHttpServer();
    const malformed = await supertest(server)
      .post('/api/v1/auth/login')
      .set('Content-Type', 'application/json')
      .send('{"email": ');
    expect([malformed.status, (malformed.body as { code: string }).code]).toEqual([400, 'request.malformed']);
    const noId = await house.as('merchandiser').get<{ detail: string }>('/orders/not-an-id/');
    expect([noId.status, noId.body.detail]).toEqual([400, expect.stringContaining('id in this address')]);
    const nowhere = await supertest(server).get('/api/v1/nowhere');
    expect([nowhere.status, (nowhere.body as { code: string }).code]).toEqual([404, 'request.no_such_route']);
    const large = await supertest(server)
      .post('/api/v1/auth/login')
      .send({ email: 'x'.repeat(2_000_000) });
    expect([large.status, (large.body as { code: string }).code]).toEqual([413, 'request.too_large']);
    expect(malformed.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(malformed.headers['x-request-id']).toBeTruthy();
  });

  it('is alive and ready', async () => {
    expect((await supertest(house.app.getHttpServer()).get('/healthz')).body).toEqual({ status: 'alive' });
    expect((await supertest(house.app.getHttpServer()).get('/readyz')).body).toEqual({ status: 'ready' });
  });
});

describe('the first admin', () => {
  const make = (email: string, password = 'made for this one house') =>
    house.app.get(UsersService).createFirstAdmin(email, 'Rina Akter', password);

  it('is refused where an admin is at work, and told why a password is weak', async () => {
    await expect(make('rina@new.test')).rejects.toThrow(HouseHasAdmin);
    await expect(make('rina@new.test', 'short')).rejects.toThrow(WeakPassword);
  });

  it('signs in where there was none, and is in the history as nobody’s doing', async () => {
    await house.query(`UPDATE user_profiles SET is_active = FALSE WHERE role = 'admin'`);
    const { id } = await make('Rina@New.test');
    const { status, body } = await signIn('rina@new.test', 'made for this one house');
    expect(status).toBe(200);
    expect(body).toMatchObject({ user: { id, role: 'admin' } });
    expect(await house.eventsOf(id)).toMatchObject([
      { name: 'user.created', actor_id: null, data: { after: { email: 'rina@new.test', role: 'admin' } } },
    ]);
    await expect(make('other@new.test')).rejects.toThrow(HouseHasAdmin);
  });
});
