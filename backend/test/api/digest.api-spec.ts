import { AlertKeeper } from '../../src/modules/planning/alerts/alert-keeper';
import { DigestSender } from '../../src/modules/notifications/digest/digest.sender';
import { addDays, today } from '../../src/platform/values/day';
import { House, type Person } from '../support/house';
import { MailServer, plain } from '../support/mail-server';

const TODAY = today('Asia/Dhaka');
const MORNING = new Date(`${TODAY}T03:00:00Z`); // 09:00 in Dhaka

const mails = new MailServer();
let house: House;
beforeAll(async () => {
  house = await House.open({
    SMTP_URL: await mails.listen(),
    MAIL_FROM: 'Provabook <bell@house.test>',
    PUBLIC_URL: 'https://provabook.house.test/',
  });
});
beforeEach(async () => {
  await house.withoutOrders();
  await house.query('DELETE FROM digest_mails');
  await house.query('DELETE FROM pgboss.job');
  mails.received.length = 0;
});
afterAll(async () => {
  await house?.close();
  await mails.close();
});

const sender = () => house.app.get(DigestSender);

/** An order that leaves in two days: an alert of its merchandiser's alone. */
async function anAlert(overrides: object = {}, by: Person = 'merchandiser') {
  const order = await house.given.order({ styles: [], etd: addDays(TODAY, 2), ...overrides }, by);
  await house.app.get(AlertKeeper).evaluate();
  return order;
}

/** Begins the digest and works off its jobs, as the worker does; a job that fails stays. */
async function digest(now = MORNING): Promise<void> {
  await sender().begin(now);
  const jobs = await house.query<{ id: string; data: { userId: string; day: string } }>(
    `SELECT id, data FROM pgboss.job WHERE name = 'digests'`,
  );
  for (const { id, data } of jobs) {
    await sender().send(data.userId, data.day);
    await house.query('DELETE FROM pgboss.job WHERE id = $1', [id]);
  }
}

describe('the digest', () => {
  it('tells each person what is open and theirs, once a day, as text and as HTML', async () => {
    const order = await anAlert({ customerName: 'Müller & <b>Söhne</b>' });
    await digest();
    await digest();
    expect(mails.received.map(({ to }) => to)).toEqual(['merchandiser@house.test']);
    const [{ raw }] = mails.received as [(typeof mails.received)[number]];
    expect(raw).toMatch(/^From: Provabook <bell@house\.test>\r$/m);
    expect(raw).toMatch(new RegExp(`^Message-ID:\\s+<digest-${TODAY}-${house.ids.merchandiser}@house\\.test>\r$`, 'm'));
    expect(raw).toMatch(/^Auto-Submitted: auto-generated\r$/m);
    expect(raw).toMatch(/^Subject: 1 open alert on /m);
    const text = plain(raw);
    expect(text).toContain(`${order.orderNumber} · Müller & <b>Söhne</b>`);
    expect(text).toContain('Müller &amp; &lt;b&gt;Söhne&lt;/b&gt;</a>');
    expect(text).toContain(`https://provabook.house.test/orders/${order.id}`);
    expect(text).toContain(`${order.orderNumber} leaves on `);
    expect(text).toContain('Turn it off under Profile: https://provabook.house.test/profile');
  });

  it('tells in a line each what is cleared since the last one', async () => {
    const [settled, open] = [await anAlert(), await anAlert()];
    await digest(new Date(MORNING.getTime() - 86_400_000));
    mails.received.length = 0;
    await house.as('merchandiser').patch(`/orders/${settled.id}/`, { etd: addDays(TODAY, 90) });
    await house.app.get(AlertKeeper).evaluate();
    await digest();
    const text = plain(mails.received[0]!.raw);
    expect(text).toContain('Subject: 1 open alert on ');
    const [news, told] = text.split('No longer so since the last digest:') as [string, string];
    expect([news.includes(open.orderNumber), news.includes(`${settled.orderNumber} leaves`)]).toEqual([true, false]);
    expect(told).toContain(`- ${settled.orderNumber} leaves on `);
  });

  it('goes to managers with what its rules tell them, and to nobody who has nothing, or wants none', async () => {
    await anAlert({ etd: addDays(TODAY, -20) }); // worse: managers hear of it
    await anAlert({}, 'colleague');
    expect((await house.as('colleague').get('/notifications/preferences/')).body).toMatchObject({ digest: true });
    await house.as('colleague').put('/notifications/preferences/', { digest: false });
    await house.as('admin').post('/alert-mutes/', { rule: 'etd_overdue' });
    await digest();
    expect(mails.received.map(({ to }) => to).sort()).toEqual(['manager@house.test', 'merchandiser@house.test']);
    const text = plain(mails.received.find(({ to }) => to.startsWith('manager'))!.raw);
    expect([text.includes('Critical'), text.includes(' leaves on ')]).toEqual([true, false]);
    await house.as('colleague').put('/notifications/preferences/', { digest: true });
  });

  it('waits for its time by the clock of the house, and for the mail server', async () => {
    await anAlert();
    await digest(new Date(`${TODAY}T01:59:00Z`)); // 07:59 in Dhaka
    expect(mails.received).toEqual([]);
    mails.isAway = true;
    await expect(digest()).rejects.toThrow(/Come back later/);
    expect(await house.query('SELECT 1 FROM digest_mails WHERE sent_at IS NULL')).toHaveLength(1);
    mails.isAway = false;
    await digest();
    await digest();
    expect(mails.received).toHaveLength(1);
  });

  it('is set by managers, and goes out no more once it is off', async () => {
    const path = '/digest-settings/';
    expect((await house.anonymous.get(path)).status).toBe(401);
    expect((await house.as('merchandiser').patch(path, { isOn: false })).status).toBe(403);
    const manager = house.as('manager');
    expect((await manager.get(path)).body).toMatchObject({ isOn: true, sendAt: '08:00', mailIsSetUp: true });
    const wrong = await manager.patch<{ errors: object }>(path, { sendAt: '24:00' });
    expect([wrong.status, Object.keys(wrong.body.errors)]).toEqual([400, ['sendAt']]);
    expect((await manager.patch(path, { isOn: false }, { 'If-Match': '"9"' })).status).toBe(412);
    expect((await manager.patch(path, { isOn: false })).body).toMatchObject({ isOn: false, rowVersion: 2 });
    await anAlert();
    await digest();
    expect(mails.received).toEqual([]);
    const [events] = await house.query<{ name: string }>(
      `SELECT name FROM domain_events WHERE subject_type = 'digest'`,
    );
    expect(events).toEqual({ name: 'digest.updated' });
  });

  it('says that no mail is sent where no server is set', async () => {
    const silent = await House.open();
    try {
      expect((await silent.as('manager').get('/digest-settings/')).body).toMatchObject({ mailIsSetUp: false });
      await silent.given.order({ styles: [], etd: addDays(TODAY, 2) });
      await silent.app.get(AlertKeeper).evaluate();
      await silent.app.get(DigestSender).begin(MORNING);
      expect(await silent.query('SELECT 1 FROM digest_mails')).toEqual([]);
    } finally {
      await silent.close();
    }
  });
});
