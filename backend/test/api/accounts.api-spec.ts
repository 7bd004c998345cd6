import { generate } from 'otplib';
import { IdentityLinked } from '../../src/modules/auth/auth.events';
import { Transaction } from '../../src/platform/database/transaction';
import { Outbox } from '../../src/platform/events/outbox';
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

describe('what was done to the ways into an account', () => {
  const CHROME = 'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36';
  const clear = () => house.query(`DELETE FROM pgboss.job WHERE name = 'account-mails'`);

  /** The mails since the last call, as read. */
  async function news(): Promise<{ to: string; text: string }[]> {
    await house.deliverEvents();
    await deliver();
    return mail.received.splice(0).map(({ to, raw }) => ({ to, text: readable(raw) }));
  }

  beforeAll(async () => {
    await clear();
    await news();
    await house.query('DELETE FROM sign_in_attempts');
  });

  const change = async (who: 'admin' | 'manager', currentPassword: string, newPassword: string) =>
    house
      .withToken((await signIn(`${who}@house.test`, currentPassword)).body.access)
      .post('/auth/profile/password/', { currentPassword, newPassword }, { 'User-Agent': CHROME });

  it('is told by mail, with when and from where, in the language of the person, and with no secret', async () => {
    expect((await change('admin', PASSWORD, 'seven other quiet words')).status).toBe(204);
    const [english, ...more] = await news();
    expect(more).toEqual([]);
    expect(english?.to).toBe('admin@house.test');
    for (const words of ['the password was changed', 'Chrome, Windows', '127.0.0.1', 'Asia/Dhaka', 'tell an admin'])
      expect(english?.text).toContain(words);
    expect(english?.text).toContain('https://house.test/forgot-password');
    expect(english?.text).not.toMatch(/quiet words|unrelated words|argon2/);
    expect(await news()).toEqual([]);

    await house.query(`UPDATE user_profiles SET language = 'bn' WHERE id = $1`, [house.ids.admin]);
    await change('admin', 'seven other quiet words', PASSWORD);
    expect((await news())[0]?.text).toContain('পাসওয়ার্ড বদলানো হয়েছে');
  });

  it('is told when an admin did it, and that it was an admin', async () => {
    const password = 'given words to start from';
    await house.query(`UPDATE sessions SET proved_at = now()`);
    const admin = house.withToken((await signIn('admin@house.test', PASSWORD)).body.access);
    expect((await admin.patch(`/auth/users/${house.ids.manager}/`, { password })).status).toBe(200);
    const [notice] = await news();
    expect([notice?.to, notice?.text]).toEqual([
      'manager@house.test',
      expect.stringContaining('By: admin of the house, of the house'),
    ]);
    expect(notice?.text).not.toContain(password);
    await change('manager', password, PASSWORD);
    await news();
  });

  it('is told of codes that were turned on and off', async () => {
    const me = house.withToken((await signIn('manager@house.test', PASSWORD)).body.access);
    const { secret } = (await me.post<{ secret: string }>('/auth/profile/second-factor/', { password: PASSWORD })).body;
    const code = await generate({ secret });
    const confirmed = await me.post<{ recoveryCodes: string[] }>('/auth/profile/second-factor/confirmation/', { code });
    const [on] = await news();
    expect(on?.text).toContain('authenticator app was turned on');
    for (const hidden of [secret, ...confirmed.body.recoveryCodes]) expect(on?.text).not.toContain(hidden);
    const removal = { password: PASSWORD, code: confirmed.body.recoveryCodes[0] };
    expect((await me.post('/auth/profile/second-factor/removal/', removal)).status).toBe(204);
    expect((await news())[0]?.text).toContain('authenticator app was turned off');
  });

  it('is told of a password that was set by a link, and of an account that was linked', async () => {
    await house.anonymous.post('/auth/password-reset/', { email: 'manager@house.test' });
    await deliver();
    const token = tokenTo('manager@house.test');
    mail.received.splice(0);
    await house.anonymous.post('/auth/password-reset/confirmation/', { token, newPassword: 'words by way of a link' });
    const [reset] = await news();
    expect(reset?.text).toContain('a new password was set by a link in a mail');
    expect(reset?.text).not.toContain(token);
    const linked = new IdentityLinked(
      { id: house.ids.manager },
      { id: house.ids.manager },
      { issuer: 'https://login.test' },
    );
    await house.app.get(Transaction).run(() => house.app.get(Outbox).record(linked));
    expect((await news())[0]?.text).toContain('an account at login.test was linked');
  });

  it('is in the log of mail, its words are not', async () => {
    const kept = await house.query<{ subject: string; text: string | null }>(
      `SELECT subject, text FROM mails WHERE message_id LIKE 'account-%'`,
    );
    expect(kept.length).toBeGreaterThanOrEqual(7);
    expect(kept.every(({ text }) => text === null)).toBe(true);
  });
});

/** A mail's words, whatever they are encoded as. */
function readable(raw: string): string {
  const part = raw.split(/\r?\n--/).find((each) => each.includes('text/plain')) ?? raw;
  const [head = '', body = ''] = part.split(/\r?\n\r?\n([\s\S]*)/);
  if (/base64/i.test(head)) return Buffer.from(body, 'base64').toString();
  const bytes = body
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}
