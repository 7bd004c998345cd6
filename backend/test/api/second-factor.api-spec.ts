import { generate } from 'otplib';
import { SessionRegistry } from '../../src/modules/auth/tokens/session-registry';
import { House, PASSWORD, type Caller } from '../support/house';

let house: House;
beforeAll(async () => (house = await House.open()));
afterAll(() => house?.close());
beforeEach(() => house.query('DELETE FROM sign_in_attempts'));

type Pair = { access: string; code: string; user: { duty: string | null } };
type Codes = { recoveryCodes: string[]; code: string };

const EMAIL = 'colleague@house.test';
const signIn = (code?: string, email = EMAIL) =>
  house.anonymous.post<Pair>('/auth/login/', { email, password: PASSWORD, ...(code ? { code } : {}) });

/** The next code of the app: the step of the last one is over. */
async function nextCode(secret: string): Promise<string> {
  await house.query('UPDATE second_factors SET last_step = last_step - 1');
  return generate({ secret });
}

async function enrol(me: Caller): Promise<{ secret: string; recoveryCodes: string[] }> {
  const { secret } = (await me.post<{ secret: string }>('/auth/profile/second-factor/', { password: PASSWORD })).body;
  const code = await generate({ secret });
  const confirmed = await me.post<Codes>('/auth/profile/second-factor/confirmation/', { code });
  expect(confirmed.status).toBe(200);
  return { secret, recoveryCodes: confirmed.body.recoveryCodes };
}

describe('an authenticator app', () => {
  let secret: string;
  let recoveryCodes: string[];

  it('is asked of nobody before a first code was shown, and wants the password first', async () => {
    const me = house.as('colleague');
    const begin = (password: string) =>
      me.post<{ secret: string; uri: string }>('/auth/profile/second-factor/', { password });
    expect((await begin('not my password')).body).toMatchObject({ code: 'auth.wrong_password' });
    const { body } = await begin(PASSWORD);
    expect(body.uri).toContain(`secret=${body.secret}`);
    expect((await signIn()).status).toBe(200);
    const wrong = await me.post('/auth/profile/second-factor/confirmation/', { code: '000000' });
    expect([wrong.status, Object.keys(wrong.body['errors'] as object)]).toEqual([400, ['code']]);
    const elsewhere = (await signIn()).body;
    ({ secret, recoveryCodes } = await enrol(me));
    expect(recoveryCodes).toHaveLength(10);
    expect((await house.withToken(elsewhere.access).get('/auth/profile/')).status).toBe(401);
    const kept = JSON.stringify(await house.query('SELECT * FROM second_factors, recovery_codes'));
    for (const hidden of [secret, ...recoveryCodes]) expect(kept).not.toContain(hidden);
    expect((await begin(PASSWORD)).status).toBe(409);
  });

  it('is asked for after the right password only, and guessing a code makes the account wait', async () => {
    expect((await signIn()).body.code).toBe('auth.code_needed');
    const wrong = await house.anonymous.post<Pair>('/auth/login/', { email: EMAIL, password: 'no', code: '123456' });
    expect(wrong.body.code).toBe('auth.sign_in_refused');
    await house.query('DELETE FROM sign_in_attempts');
    const guesses: string[] = [];
    for (let n = 0; n < 8; n += 1) {
      guesses.push((await signIn('000000')).body.code);
      guesses.push((await signIn()).body.code); // the password alone takes nothing back
    }
    expect(guesses.filter((code) => code === 'auth.code_refused').length).toBeLessThanOrEqual(5);
    expect(guesses.at(-1)).toBe('auth.too_many_sign_ins');
  });

  it('gives a code that works once, also of 20 at once', async () => {
    const code = await nextCode(secret);
    const answers = await Promise.all(Array.from({ length: 20 }, () => signIn(code)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    await house.query('DELETE FROM sign_in_attempts');
    expect((await signIn(code)).body.code).toBe('auth.code_refused');
    const old = await generate({ secret, epoch: Math.floor(Date.now() / 1000) - 90 });
    expect((await signIn(old)).body.code).toBe('auth.code_refused');
  });

  it('is stood in for by a recovery code, each once, however it is typed', async () => {
    const typed = recoveryCodes[0]!.toUpperCase().replaceAll('-', ' ');
    expect((await signIn(typed)).status).toBe(200);
    expect((await signIn(recoveryCodes[0])).body.code).toBe('auth.code_refused');
    const me = house.as('colleague');
    expect((await me.get('/auth/profile/second-factor/')).body).toMatchObject({ recoveryCodesLeft: 9 });
    const renewed = await me.post<Codes>('/auth/profile/second-factor/recovery-codes/', { code: recoveryCodes[1] });
    expect(renewed.body.recoveryCodes).toHaveLength(10);
    expect((await signIn(recoveryCodes[2])).body.code).toBe('auth.code_refused');
    ({ recoveryCodes } = renewed.body);
  });

  it('is sealed anew with each code, and leaves the recovery codes to who lost the key of the house', async () => {
    const sealed = async () => (await house.query<{ secret: string }>('SELECT secret FROM second_factors'))[0]!.secret;
    const before = await sealed();
    expect((await signIn(await nextCode(secret))).status).toBe(200);
    const after = await sealed();
    expect(after).not.toBe(before);
    await house.query(`UPDATE second_factors SET secret = 'another-key' || substr(secret, 13)`);
    expect((await signIn(await nextCode(secret))).body.code).toBe('auth.code_refused');
    expect((await signIn(recoveryCodes[0])).status).toBe(200);
    await house.query('UPDATE second_factors SET secret = $1', [after]);
  });

  it('is given up with password and code, or taken off by an admin', async () => {
    const me = house.as('colleague');
    const give = (password: string, code: string) =>
      me.post<Pair>('/auth/profile/second-factor/removal/', { password, code });
    expect((await give('not my password', await nextCode(secret))).body.code).toBe('auth.wrong_password');
    expect((await give(PASSWORD, '000000')).body.code).toBe('auth.wrong_code');
    expect((await give(PASSWORD, await nextCode(secret))).status).toBe(204);
    const back = house.withToken((await signIn()).body.access);
    await enrol(back);
    const path = `/auth/users/${house.ids.colleague}/second-factor/`;
    expect((await house.as('manager').delete(path)).status).toBe(403);
    expect((await house.as('admin').delete(path)).status).toBe(204);
    expect((await back.get('/auth/profile/')).status).toBe(401);
    expect((await signIn()).status).toBe(200);
    expect((await house.eventNamesOf(house.ids.colleague)).filter((name) => name.includes('second_factor'))).toEqual([
      'user.second_factor_enrolled',
      'user.second_factor_removed',
      'user.second_factor_enrolled',
      'user.second_factor_removed',
    ]);
  });

  it('is had first by who the house wants to have one', async () => {
    const admin = house.as('admin');
    const settings = '/auth/sign-in-settings/';
    expect((await house.as('manager').get(settings)).status).toBe(403);
    expect((await admin.patch(settings, { secondFactorRoles: ['manager'] })).status).toBe(200);
    const { body } = await signIn(undefined, 'manager@house.test');
    expect(body.user.duty).toBe('second_factor');
    const me = house.withToken(body.access);
    expect((await me.get('/orders/')).body).toMatchObject({ code: 'access.duty_first', duty: 'second_factor' });
    const enrolled = await enrol(me);
    expect((await me.get('/orders/')).status).toBe(200);
    const removal = { password: PASSWORD, code: enrolled.recoveryCodes[0] };
    expect((await me.post<Pair>('/auth/profile/second-factor/removal/', removal)).body.code).toBe(
      'auth.second_factor_required',
    );
    await admin.patch(settings, { secondFactorRoles: [] });
  });
});

describe('a fresh proof', () => {
  const body = { email: 'p@house.test', fullName: 'P', role: 'merchandiser', password: 'four other words entirely' };
  const stale = async () => {
    await house.query(`UPDATE sessions SET proved_at = now() - interval '31 minutes'`);
    house.app.get(SessionRegistry).forgetAll();
  };
  const proof = (me: Caller, given: object) => me.post<Pair>('/auth/proof/', given);

  it('is asked for users where the last is too old, before anything is looked at, and then the same request goes through', async () => {
    const admin = house.as('admin');
    await stale();
    const refused = await admin.post('/auth/users/', body);
    expect([refused.status, refused.body]).toMatchObject([
      403,
      { code: 'access.proof_needed', deed: 'users', by: 'password' },
    ]);
    expect((await admin.get('/auth/users/')).status).toBe(200);
    expect((await proof(admin, { password: 'not my password' })).body.code).toBe('auth.wrong_password');
    expect((await proof(admin, { password: PASSWORD })).status).toBe(204);
    expect((await admin.post('/auth/users/', body)).status).toBe(201);
  });

  it('is seen though this process remembers the one before', async () => {
    const admin = house.as('admin');
    await stale();
    expect((await admin.delete(`/auth/users/${house.ids.colleague}/second-factor/`)).status).toBe(403);
    await house.query('UPDATE sessions SET proved_at = now()'); // given to another process
    expect((await admin.delete(`/auth/users/${house.ids.colleague}/second-factor/`)).status).toBe(204);
  });

  it('is a code of who has an app, not their password', async () => {
    const { secret } = await enrol(house.as('admin'));
    await stale();
    expect((await house.as('admin').post('/auth/users/', body)).body).toMatchObject({ by: 'code' });
    expect((await proof(house.as('admin'), { password: PASSWORD })).body.code).toBe('auth.wrong_code');
    expect((await proof(house.as('admin'), { code: await nextCode(secret) })).status).toBe(204);
  });

  it('is asked for a price that was agreed, and for no other change', async () => {
    const me = house.as('merchandiser');
    const { id, lines } = await house.given.order();
    await me.post(`/orders/${id}/status/`, { status: 'in_development' });
    await stale();
    const change = (more: object) => me.patch(`/order-lines/${lines[0]!.id}/`, more);
    expect((await change({ provaPrice: '2.50' })).status).toBe(200); // nothing is agreed yet
    await house.query(`UPDATE order_lines SET status = 'bulk' WHERE id = $1`, [lines[0]!.id]);
    const revision = { reason: 'Yarn went up.', agreedBy: 'Anabia', agreedOn: '2026-11-01' };
    expect((await change({ etd: '2027-01-06', revision })).status).toBe(200);
    expect((await change({ provaPrice: '2.60', revision })).body).toMatchObject({
      code: 'access.proof_needed',
      deed: 'prices',
    });
    expect((await proof(me, { password: PASSWORD })).status).toBe(204);
    expect((await change({ provaPrice: '2.60', revision })).status).toBe(200);
  });

  it('is asked for nothing that the house does not name', async () => {
    const admin = house.as('admin');
    await house.query('UPDATE sessions SET proved_at = now()');
    house.app.get(SessionRegistry).forgetAll();
    expect((await admin.patch('/auth/sign-in-settings/', { proofDeeds: [] })).status).toBe(200);
    await stale();
    expect((await admin.post('/auth/users/', { ...body, email: 'q@house.test' })).status).toBe(201);
  });
});
