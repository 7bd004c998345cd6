import { DigestSender } from '../../src/modules/notifications/digest/digest.sender';
import type { NoticeWay } from '../../src/modules/notifications/notices/kinds';
import { AlertKeeper } from '../../src/modules/planning/alerts/alert-keeper';
import { addDays, today } from '../../src/platform/values/day';
import { eventually } from '../support/eventually';
import { House } from '../support/house';
import { contentsOf, MailServer, plain } from '../support/mail-server';
import { statementsDuring } from '../support/statements';

const PREFERENCES = '/notifications/preferences/';
const mails = new MailServer();
let house: House;
beforeAll(async () => {
  house = await House.open({ SMTP_URL: await mails.listen(), PROVABOOK_ROLE: 'all', PUBLIC_URL: 'https://house.test' });
});
beforeEach(async () => {
  await house.query('DELETE FROM notification_preferences');
  await house.query('DELETE FROM notifications');
  mails.received.length = 0;
});
afterAll(async () => {
  await house?.close();
  await mails.close();
});

const prefer = (ways: Record<string, string>, digest = true) =>
  house.as('merchandiser').put<{ ways: Record<string, NoticeWay> }>(PREFERENCES, { digest, ways });

/** A manager gives the merchandiser a task. */
async function aTask(title = 'Call the mill'): Promise<void> {
  const { id: orderId } = await house.given.order();
  await house.as('manager').post('/tasks/', { orderId, title, assignedToId: house.ids.merchandiser });
  await house.deliverEvents();
}

const inbox = async () =>
  (await house.as('merchandiser').get<{ results: { title: string }[] }>('/notifications/')).body.results;

describe('how somebody hears of notices', () => {
  it('is in the app, until they say otherwise of a kind', async () => {
    const usual = await house.as('merchandiser').get<{ ways: object }>(PREFERENCES);
    expect(usual.body).toMatchObject({ digest: true, mailIsSetUp: true });
    expect(new Set(Object.values(usual.body.ways))).toEqual(new Set(['in_app']));
    expect((await prefer({ tasks: 'off' })).body.ways).toMatchObject({ tasks: 'off', alerts: 'in_app' });
    expect((await prefer({ samples: 'email' })).body.ways).toMatchObject({ tasks: 'off', samples: 'email' });
    const kept = await house.as('merchandiser').put(PREFERENCES, { digest: false });
    expect(kept.body).toMatchObject({ digest: false, ways: { tasks: 'off', samples: 'email' } });
  });

  it('names kinds and ways that there are', async () => {
    expect((await house.anonymous.put(PREFERENCES, {})).status).toBe(401);
    expect((await prefer({ gossip: 'off' })).status).toBe(400);
    expect((await prefer({ tasks: 'by pigeon' })).body).toMatchObject({
      errors: { 'ways.tasks': [expect.anything()] },
    });
  });

  it('in the app alone sends no mail', async () => {
    await aTask();
    expect(await inbox()).toHaveLength(1);
    expect(await house.query(`SELECT 1 FROM mails WHERE kind = 'notice'`)).toEqual([]);
  });

  it('by mail at once sends one, beside what stands in the app', async () => {
    await prefer({ tasks: 'email' });
    await aTask('Call the mill <today>');
    await house.deliverEvents();
    expect(await inbox()).toHaveLength(1);
    await eventually(async () => expect(mails.received.map(({ to }) => to)).toEqual(['merchandiser@house.test']));
    const raw = plain(mails.received[0]!.raw);
    expect(raw).toMatch(/^Subject: manager of the house gave you a task on order /m);
    expect(raw).toContain('Call the mill &lt;today&gt;');
    const sent = `SELECT state, tries FROM mails WHERE kind = 'notice'`;
    await eventually(async () => expect(await house.query(sent)).toEqual([{ state: 'sent', tries: 1 }]));
  });

  it('not at all leaves nothing, to whoever asked for that and to nobody else', async () => {
    await prefer({ tasks: 'off' });
    await aTask();
    expect(await inbox()).toEqual([]);
    const { id: orderId } = await house.given.order({}, 'colleague');
    await house.as('manager').post('/tasks/', { orderId, title: 'x', assignedToId: house.ids.colleague });
    await house.deliverEvents();
    expect((await house.as('colleague').get('/notifications/')).body['results']).toHaveLength(1);
  });

  it('in the mail of the day is told there once, where it was not read before', async () => {
    await prefer({ tasks: 'digest' }, false);
    await aTask('Call the mill');
    await aTask('Ask for the dip');
    const [, first] = (await house.as('merchandiser').get<{ results: { id: string }[] }>('/notifications/')).body
      .results;
    await house.as('merchandiser').post(`/notifications/${first!.id}/reading/`);
    const sender = house.app.get(DigestSender);
    const day = today('Asia/Dhaka');
    await sender.send(house.ids.merchandiser, day); // was not begun
    expect(mails.received).toEqual([]);
    await sender.begin(new Date(`${day}T17:00:00Z`));
    await eventually(async () => expect(mails.received).toHaveLength(1));
    const raw = plain(mails.received[0]!.raw);
    expect(raw).toMatch(/^Subject: 1 notice on /m);
    expect([raw.includes('Ask for the dip'), raw.includes('Call the mill')]).toEqual([true, false]);
    await eventually(async () =>
      expect(await house.query('SELECT 1 FROM digest_mails WHERE sent_at IS NOT NULL')).toHaveLength(1),
    );
    await sender.begin(new Date(`${addDays(day, 1)}T17:00:00Z`));
    expect(await house.query('SELECT 1 FROM digest_mails')).toHaveLength(1);
  });

  it('comes by mail in the language of its reader: words, numbers and days; what was typed stays', async () => {
    await house.as('merchandiser').patch('/auth/profile/', { language: 'bn' });
    await prefer({ tasks: 'email', alerts: 'email' });
    await aTask('Call the mill <today>');
    await house.given.order({ styles: [], etd: addDays(today('Asia/Dhaka'), 2) });
    await house.app.get(AlertKeeper).evaluate();
    await house.deliverEvents();
    await eventually(async () => expect(mails.received).toHaveLength(2));
    const kept = await house.query<{ subject: string; text: string; html: string }>(
      `SELECT subject, text, html FROM mails WHERE kind = 'notice' ORDER BY created_at DESC LIMIT 2`,
    );
    const [alert, task] = [
      kept.find(({ subject }) => subject.endsWith('তারিখে ছাড়ার কথা।')),
      kept.find(({ subject }) => subject.endsWith('একটি কাজ দিয়েছেন।')),
    ];
    expect(alert!.text).toContain('ETD ২ দিন পরে; ছাড়ার কোনো তথ্য এখনো লেখা হয়নি।');
    expect(task!.text).toContain('আপনাকে এই কাজটি করতে বলেছেন: “Call the mill <today>”।');
    for (const { subject, text, html } of [alert!, task!]) {
      expect(html).toContain('<html lang="bn">');
      expect(html).not.toContain('lang="en"');
      const names =
        /manager of the house|Call the mill <today>|https:\S+|PB-\S+|Prova Fashion & Accessories|Provabook|ETD/g;
      expect(text.replace(names, '')).not.toMatch(/[A-Za-z0-9]/);
      const raws = mails.received.map(({ raw }) => contentsOf(raw));
      const arrived = raws.find((each) => each.subject === subject);
      expect(arrived?.text.trim()).toBe(text.trim());
      expect(arrived?.html.trim()).toBe(html.trim());
    }
    const titles = (await inbox()).map(({ title }) => title);
    expect(titles.join()).toMatch(/leaves on .* gave you a task|gave you a task .*leaves on /);
  });

  it('stands in the mail of the day in that language too; what nothing more is known of as it was told', async () => {
    await prefer({ tasks: 'digest' }, false);
    await aTask('Call the mill');
    await house.query(
      `INSERT INTO notifications (id, user_id, title, message, notification_type, in_digest)
       VALUES (gen_random_uuid(), $1, 'Told long ago.', 'In English.', 'task.created', TRUE)`,
      [house.ids.merchandiser],
    );
    await house.query('DELETE FROM digest_mails');
    const sender = house.app.get(DigestSender);
    await sender.begin(new Date(`${today('Asia/Dhaka')}T17:00:00Z`));
    await eventually(async () => expect(mails.received).toHaveLength(1));
    const { text, html } = contentsOf(mails.received[0]!.raw);
    expect(text).toMatch(/- .* আপনাকে অর্ডার \S+-এর একটি কাজ দিয়েছেন।\n {2}.*“Call the mill”।/);
    expect(text).toContain('- Told long ago.\n  In English.');
    expect(html.match(/lang="en"/g)).toHaveLength(1);
    await house.as('merchandiser').patch('/auth/profile/', { language: 'en' });
  });

  it('asks the database no more often the more people are told', async () => {
    const { result: one, statements } = await statementsDuring(() => house.as('merchandiser').get(PREFERENCES));
    expect([one.status, statements.filter((each) => each.includes('notification_preferences')).length]).toEqual([
      200, 1,
    ]);
  });
});
