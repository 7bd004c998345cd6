import { House, PASSWORD } from '../support/house';
import { MailServer } from '../support/mail-server';
import { AccountMails } from '../../src/modules/auth/links/account-mails';

const mail = new MailServer();
let house: House;
beforeAll(async () => {
  house = await House.open({ SMTP_URL: await mail.listen(), PUBLIC_URL: 'https://house.test' });
});
afterAll(async () => {
  await house?.close();
  await mail.close();
});

type Pair = { access: string; refresh: string };

const signIn = (email: string, password: string) =>
  house.anonymous.post<Pair & { code: string }>('/auth/login/', { email, password });

/** What the worker would do with the mails that were asked for. */
async function deliver(): Promise<void> {
  const jobs = await house.query<{ data: { kind: string; about: string } }>(
    `WITH jobs AS (DELETE FROM pgboss.job WHERE name = 'account-mails' RETURNING data) SELECT data FROM jobs`,
  );
  for (const { data } of jobs) await house.app.get(AccountMails).deliver(data.kind, data.about);
}

/** The secret of the last mail to this address, from behind the `#` of its link. */
function tokenTo(address: string): string {
  const raw = mail.received.filter(({ to }) => to === address).at(-1)?.raw ?? '';
  const text = raw.replace(/=\r?\n/g, '').replace(/=3D/g, '=');
  return /https:\/\/house\.test\/[a-z-]+#([\w-]{43})/.exec(text)?.[1] ?? '';
}

describe('a forgotten password', () => {
  const email = 'merchandiser@house.test';
  const ask = (address: string) => house.anonymous.post('/auth/password-reset/', { email: address });
  const reset = (token: string, newPassword = 'entirely new words now') =>
    house.anonymous.post<{ code: string }>('/auth/password-reset/confirmation/', { token, newPassword });

  it('answers alike for a known and an unknown address, and writes to the known one only', async () => {
    const [known, unknown] = [await ask('Merchandiser@House.test'), await ask('nobody@house.test')];
    expect([known.status, known.text]).toEqual([unknown.status, unknown.text]);
    expect(known.status).toBe(202);
    expect(JSON.stringify(await house.query(`SELECT data FROM pgboss.job WHERE name = 'account-mails'`))).not.toMatch(
      /token/i,
    );
    await deliver();
    expect(mail.received.map(({ to }) => to)).toEqual([email]);
    const [kept] = await house.query<{ token_hash: string }>('SELECT token_hash FROM password_resets');
    expect(tokenTo(email)).toHaveLength(43);
    expect(kept?.token_hash).not.toContain(tokenTo(email));
  });

  it('is replaced by the link, once: also of 20 at once one goes through, and every session ends', async () => {
    const { body: before } = await signIn(email, PASSWORD);
    const token = tokenTo(email);
    expect((await reset(token, 'short')).body.code).toBe('auth.weak_password'); // and leaves the link good
    const answers = await Promise.all(Array.from({ length: 20 }, () => reset(token)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, ...Array<number>(19).fill(422)]);
    expect((await house.withToken(before.access).get('/auth/profile/')).status).toBe(401);
    expect((await house.anonymous.post('/auth/token/refresh/', { refresh: before.refresh })).status).toBe(401);
    expect((await signIn(email, PASSWORD)).status).toBe(401);
    expect((await signIn(email, 'entirely new words now')).status).toBe(200);
    expect(
      (await house.eventNamesOf(house.ids.merchandiser)).filter((name) => name === 'user.password_reset'),
    ).toHaveLength(1);
  });

  it('has a link for half an hour, of which only the last asked for counts once one was used', async () => {
    for (const n of [1, 2]) {
      await house.query(`DELETE FROM pgboss.job WHERE name = 'account-mails'`);
      expect([n, (await ask('colleague@house.test')).status]).toEqual([n, 202]);
      await deliver();
    }
    const token = tokenTo('colleague@house.test');
    await house.query(`UPDATE password_resets SET expires_at = now() WHERE used_at IS NULL`);
    expect((await reset(token)).body.code).toBe('auth.link_expired');
    await house.query(`UPDATE password_resets SET expires_at = now() + interval '1 minute' WHERE used_at IS NULL`);
    expect((await reset(token)).status).toBe(204);
    const [open] = await house.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM password_resets WHERE used_at IS NULL`,
    );
    expect(open?.n).toBe(0);
    expect((await reset('x'.repeat(43))).body.code).toBe('auth.link_expired');
  });

  it('waits for a mail server that is away, and leaves no link that nobody has', async () => {
    mail.isAway = true;
    await ask('manager@house.test');
    await expect(deliver()).rejects.toThrow();
    mail.isAway = false;
    const count = `SELECT count(*)::int AS n FROM password_resets WHERE user_id = $1`;
    expect(await house.query(count, [house.ids.manager])).toEqual([{ n: 0 }]);
    await house.app.get(AccountMails).deliver('password_reset', 'manager@house.test');
    expect(tokenTo('manager@house.test')).toHaveLength(43);
  });
});

describe('an invitation', () => {
  type Invitation = { id: string; state: string; sentAt: string | null };
  const nadia = { email: 'Nadia@house.test', role: 'manager', fullName: 'Nadia Rahman' };
  const accept = (token: string, more: object = {}) =>
    house.anonymous.post<Pair & { user: { id: string; role: string } }>('/auth/invitations/acceptance/', {
      token,
      fullName: 'Nadia R.',
      password: PASSWORD,
      ...more,
    });
  const read = async (id: string) => (await house.as('admin').get<Invitation>(`/auth/invitations/${id}/`)).body;
  let id: string;

  it('goes out by mail, for admins to give and to nobody twice', async () => {
    expect((await house.as('manager').post('/auth/invitations/', nadia)).status).toBe(403);
    const made = await house.as('admin').post<Invitation>('/auth/invitations/', nadia);
    expect([made.status, made.body.state, made.body.sentAt]).toEqual([201, 'open', null]);
    id = made.body.id;
    for (const email of ['nadia@house.test', 'MANAGER@house.test']) {
      const again = await house.as('admin').post<{ errors: object }>('/auth/invitations/', { ...nadia, email });
      expect([again.status, Object.keys(again.body.errors)]).toEqual([409, ['email']]);
    }
    await deliver();
    expect((await read(id)).sentAt).toEqual(expect.any(String));
    expect((await house.as('admin').get<{ count: number }>('/auth/invitations/?pending=true')).body.count).toBe(1);
  });

  it('is sent again with a new link, and the old one opens nothing', async () => {
    const old = tokenTo('nadia@house.test');
    expect((await house.as('admin').post(`/auth/invitations/${id}/sending/`)).status).toBe(200);
    expect((await accept(old)).status).toBe(422);
    await deliver();
    expect(tokenTo('nadia@house.test')).not.toBe(old);
    expect((await accept(old)).status).toBe(422);
  });

  it('makes the account with the role that was given, once, and signs in', async () => {
    const token = tokenTo('nadia@house.test');
    expect((await house.anonymous.post('/auth/invitations/reading/', { token })).body).toMatchObject({
      email: 'nadia@house.test',
      role: 'manager',
      invitedBy: 'admin of the house',
    });
    expect((await accept(token, { role: 'admin' })).status).toBe(400);
    expect((await accept(token, { password: 'nadia-nadia-99' })).body).toMatchObject({ code: 'auth.weak_password' });
    const answers = await Promise.all(Array.from({ length: 5 }, () => accept(token)));
    const [made] = answers.filter(({ status }) => status === 200);
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(4);
    expect(made?.body.user.role).toBe('manager');
    expect((await house.withToken(made!.body.access).get('/orders/')).status).toBe(200);
    expect(await house.eventsOf(made!.body.user.id)).toMatchObject([
      { name: 'user.created', data: { invitationId: id, invitedById: house.ids.admin } },
    ]);
    expect((await read(id)).state).toBe('accepted');
    expect((await house.as('admin').delete(`/auth/invitations/${id}/`)).status).toBe(409);
  });

  it('can be withdrawn, and is too old after a week', async () => {
    for (const end of ['withdrawn', 'expired']) {
      const email = `${end}@house.test`;
      const made = await house.as('admin').post<Invitation>('/auth/invitations/', { email, role: 'merchandiser' });
      await deliver();
      if (end === 'withdrawn') await house.as('admin').delete(`/auth/invitations/${made.body.id}/`);
      else await house.query(`UPDATE invitations SET expires_at = now() WHERE id = $1`, [made.body.id]);
      expect((await read(made.body.id)).state).toBe(end);
      expect((await accept(tokenTo(email))).status).toBe(422);
    }
  });
});

describe('a password that an admin gave', () => {
  it('opens one thing: choosing another', async () => {
    const email = 'given@house.test';
    const admin = house.as('admin');
    const { body: made } = await admin.post<{ id: string }>('/auth/users/', {
      email,
      fullName: 'Given',
      role: 'merchandiser',
      password: PASSWORD,
    });
    const me = house.withToken((await signIn(email, PASSWORD)).body.access);
    const refused = await me.get('/orders/');
    expect([refused.status, refused.body]).toMatchObject([403, { code: 'access.duty_first', duty: 'password' }]);
    expect((await me.get('/auth/profile/')).body).toMatchObject({ mustChangePassword: true });
    const own = { currentPassword: PASSWORD, newPassword: 'words of nobody but me' };
    expect((await me.post('/auth/profile/password/', own)).status).toBe(204);
    expect((await me.get('/orders/')).status).toBe(200);
    await admin.patch(`/auth/users/${made.id}/`, { password: PASSWORD });
    const again = house.withToken((await signIn(email, PASSWORD)).body.access);
    expect((await again.get('/orders/')).status).toBe(403);
  });
});
