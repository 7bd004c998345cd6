import { House } from '../support/house';
import { statementsDuring } from '../support/statements';

interface Entry {
  name: string;
  subjectId: string;
  orderNumber: string | null;
  actor: { fullName: string } | null;
  sentence: string;
  data: { reason?: string };
  requestId: string | null;
}

let house: House;
beforeAll(async () => (house = await House.open({ SMTP_URL: 'smtp://user:hidden@127.0.0.1:9' })));
afterAll(() => house?.close());

const found = async (query: string) =>
  (await house.as('admin').get<{ results: Entry[] }>(`/audit/events/?${query}`)).body.results;

describe('the audit', () => {
  it('is for admins', async () => {
    for (const path of ['/audit/events/', '/audit/csv/', '/administration/state/', '/administration/capabilities/']) {
      expect((await house.anonymous.get(path)).status).toBe(401);
      expect((await house.as('manager').get(path)).status).toBe(403);
    }
  });

  it('finds what anybody did, to orders and to the house, by who, what, when and the words', async () => {
    const order = await house.given.order();
    const { id } = (
      await house.as('admin').post<{ id: string }>('/auth/users/', {
        ...{ email: 'nadia@house.test', fullName: 'Nadia Rahman', role: 'merchandiser' },
        password: 'four unrelated words here',
      })
    ).body;
    const patched = await house.as('admin').patch(`/auth/users/${id}/`, { role: 'manager' });
    expect(await found(`subjectId=${id}&name=user.updated`)).toMatchObject([
      { kind: 'user', orderId: null, actor: { fullName: 'admin of the house' }, data: { after: { role: 'manager' } } },
    ]);
    expect(await found(`requestId=${patched.headers['x-request-id']}`)).toHaveLength(1);
    const ofOrder = await found(`orderId=${order.id}&actorId=${house.ids.merchandiser}`);
    expect(ofOrder.map(({ name, orderNumber }) => [name, orderNumber])).toContainEqual([
      'order.created',
      order.orderNumber,
    ]);
    expect((await found('search=nadia')).every(({ subjectId }) => subjectId === id)).toBe(true);
    expect(await found('occurredTo=2020-01-01')).toEqual([]);
    expect((await house.as('admin').get('/audit/events/?who=me')).status).toBe(400);
    const { statements } = await statementsDuring(() => house.as('admin').get('/audit/events/?search=nadia'));
    expect(statements.length).toBeLessThanOrEqual(4); // who and which orders are meant, which entries, their number, the page
  });

  it('finds words in what was recorded, whole but for the last as it is typed, and people and orders as they are called now', async () => {
    const notes = 'Buyer’s e-mail of 3 May:\nthe weave is "too open"; see C:\\new\\LD_2.pdf';
    const order = await house.given.order({ orderNumber: 'PO-77120' });
    const other = await house.given.order({ orderNumber: 'PO-77121' });
    await house.as('merchandiser').patch(`/orders/${order.id}/`, { notes });
    const subjects = async (words: string) =>
      new Set((await found(`search=${encodeURIComponent(words)}`)).map(({ subjectId }) => subjectId));
    const only = new Set([order.id]);
    for (const words of ['weave', 'the WEA', 'open weave', 'e-mail may', 'LD_2.pdf', 'ld2pdf', 'new'])
      expect([words, await subjects(words)]).toEqual([words, only]);
    for (const words of ['wea open', 'nthe', 'eave', '@', `' | 'eave`, '%'])
      expect([words, await subjects(words)]).toEqual([words, new Set()]);
    expect(await subjects('PO-77120')).toEqual(only);
    expect(await subjects('7712')).toEqual(new Set([order.id, other.id]));
    expect(await subjects('created merchandiser PO-77121')).toEqual(new Set([other.id]));
    const call = (name: string) =>
      house.query('UPDATE user_profiles SET full_name = $2 WHERE id = $1', [house.ids.merchandiser, name]);
    await call('Zubaida Khatun');
    expect(await subjects('zubaid po-77120')).toEqual(only);
    await call('merchandiser of the house');
  });

  it('has no text that is too long for it', async () => {
    const notes = Array.from({ length: 20_000 }, (_, n) => `ﷺ${n}`).join(' ');
    const [words] = await house.query<{ count: number }>(
      `SELECT length(event_words('order.updated', 'order', jsonb_build_object('notes', $1::text), NULL, NULL)) AS count`,
      [notes],
    );
    expect(words!.count).toBeGreaterThan(1000);
  });

  it('is read as CSV, in which nothing is a formula', async () => {
    const order = await house.given.order({ orderNumber: '=2+5' });
    const csv = await house.as('admin').get(`/audit/csv/?orderId=${order.id}&ordering=sequence`);
    expect(csv.headers['content-disposition']).toMatch(/^attachment; .*audit%20\d{4}-\d\d-\d\d\.csv/);
    const lines = csv.text.trimEnd().split('\r\n');
    expect(lines[0]).toContain('Sequence,Recorded (UTC)');
    expect(lines.length - 1).toBe((await found(`orderId=${order.id}`)).length);
    expect(lines[1]).toContain(`,order.created,order,"'=2+5",`);
  });
});

describe('the state of the house', () => {
  it('names its parts and its settings, and no secret', async () => {
    const { body, text } = await house.as('admin').get<{
      parts: object[];
      settings: { name: string; value: string | null; isSet: boolean }[];
    }>('/administration/state/');
    expect(body.parts).toContainEqual({ name: 'database', works: true });
    const setting = (name: string) => body.settings.find((each) => each.name === name);
    expect(setting('TZ_HOUSE')).toEqual({ name: 'TZ_HOUSE', value: 'Asia/Dhaka', isSet: true });
    for (const name of ['SECRET_KEY', 'DATABASE_URL', 'SMTP_URL'])
      expect(setting(name)).toEqual({ name, value: null, isSet: true });
    for (const secret of ['only the tests of this house know', 'hidden', 'postgres://'])
      expect(text).not.toContain(secret);
  });

  it('shows the one table of who may do what', async () => {
    const { body } = await house.as('admin').get<{ capabilities: object[] }>('/administration/capabilities/');
    expect(body.capabilities).toContainEqual({
      name: 'order.read',
      scopes: { merchandiser: 'own', manager: 'house', admin: 'house' },
    });
    expect(body.capabilities).toContainEqual({ name: 'user.manage', scopes: { admin: 'house' } });
  });
});
