import { AlertKeeper } from '../../src/modules/planning/alerts/alert-keeper';
import { DigestSender } from '../../src/modules/notifications/digest/digest.sender';
import { newId } from '../../src/platform/database/base.entity';
import { JOB_POLICY } from '../../src/platform/jobs/jobs';
import { Mailer } from '../../src/platform/mail/mailer';
import { addDays, today } from '../../src/platform/values/day';
import { eventually } from '../support/eventually';
import { House } from '../support/house';
import { MailServer } from '../support/mail-server';
import { statementsDuring } from '../support/statements';

interface Listed {
  results: { id: string; kind: string; state: string; tries: number; fault: string | null; isKept: boolean }[];
}

const BASE = '/administration/mails/';
const mails = new MailServer();
let house: House;
beforeAll(async () => {
  house = await House.open({ SMTP_URL: await mails.listen(), PROVABOOK_ROLE: 'all' });
});
beforeEach(async () => {
  await house.query('DELETE FROM mails');
  mails.received.length = 0;
});
afterAll(async () => {
  await house?.close();
  await mails.close();
});

const send = (kind?: 'notice', id = newId()) =>
  house.app.get(Mailer).send({
    ...{
      to: { name: 'Anna Berg', address: 'anna@anabia.test' },
      subject: 'The dip is on its way',
      text: 'Round 2.',
      id,
    },
    ...(kind ? { kind } : {}),
  });

const listed = async (query = '') => (await house.as('admin').get<Listed>(`${BASE}${query}`)).body.results;
const sentenceOf = async (id: string) =>
  (await house.as('admin').get<{ results: { sentence: string }[] }>(`/audit/events/?subjectId=${id}`)).body.results[0]
    ?.sentence;
const messageIds = () => mails.received.map(({ raw }) => /^Message-ID:\s+(\S+)/im.exec(raw)?.[1]);

describe('the log of mail', () => {
  it('is for admins', async () => {
    await send('notice');
    const [mail] = await listed();
    for (const path of [BASE, `${BASE}${mail!.id}/`]) {
      expect((await house.anonymous.get(path)).status).toBe(401);
      expect((await house.as('manager').get(path)).status).toBe(403);
    }
    expect((await house.as('manager').post(`${BASE}${mail!.id}/resending/`)).status).toBe(403);
  });

  it('tells what was sent, to whom and with what result, and what the mail server said', async () => {
    await send('notice');
    mails.isAway = true;
    const id = newId();
    await expect(send('notice', id)).rejects.toThrow(/Come back later/);
    await expect(send('notice', id)).rejects.toThrow();
    mails.isAway = false;
    expect(await listed()).toMatchObject([
      { state: 'failed', tries: 2, fault: expect.stringContaining('Come back later'), sentAt: null },
      { state: 'sent', tries: 1, fault: null, kind: 'notice', toAddress: 'anna@anabia.test', toName: 'Anna Berg' },
    ]);
    await send('notice', id);
    expect(await listed('?state=sent&search=anabia')).toHaveLength(2);
    expect((await house.as('admin').get(`${BASE}?state=lost`)).status).toBe(400);
    expect((await house.as('admin').get(`${BASE}${newId()}/`)).status).toBe(404);
    const { result, statements } = await statementsDuring(() => house.as('admin').get<Listed>(BASE));
    expect(statements.filter((statement) => statement.includes('mails')).length).toBe(2);
    const mail = await house.as('admin').get(`${BASE}${result.body.results[0]!.id}/`);
    expect(mail.body).toMatchObject({ text: 'Round 2.', fileNames: [], tries: 3 });
  });

  it('keeps no link into an account, and so cannot send it again', async () => {
    await send();
    const [mail] = await listed();
    expect(mail).toMatchObject({ kind: 'account', state: 'sent', isKept: false });
    expect(await house.query(`SELECT 1 FROM mails WHERE text IS NOT NULL OR html IS NOT NULL`)).toEqual([]);
    const refused = await house.as('admin').post(`${BASE}${mail!.id}/resending/`);
    expect([refused.status, refused.body['code']]).toEqual([409, 'mail.not_kept']);
  });

  it('sends a mail again, as one of its own, and that is on record', async () => {
    await send('notice');
    const [mail] = await listed();
    const again = await house.as('admin').post<{ id: string }>(`${BASE}${mail!.id}/resending/`);
    expect(again.status).toBe(201);
    await eventually(async () => expect(await listed('?state=sent')).toHaveLength(2));
    expect(new Set(messageIds()).size).toBe(2);
    expect(await house.eventsOf(mail!.id)).toMatchObject([{ name: 'mail.resent', data: { resentAs: again.body.id } }]);
    expect((await house.as('admin').post(`${BASE}${newId()}/resending/`)).status).toBe(404);
    expect(await sentenceOf(mail!.id)).toBe('sent the mail “The dip is on its way” to anna@anabia.test once more');
  });

  it('waits for a mail server that is away for ten minutes, and then every mail arrives once', async () => {
    const { retryDelay, retryLimit } = JOB_POLICY;
    const shortest = Array.from({ length: retryLimit }, (_, n) => (retryDelay * 2 ** (n + 1)) / 2);
    expect(shortest.reduce((sum, pause) => sum + pause, 0)).toBeGreaterThan(600);

    for (let n = 0; n < 10; n += 1) await send('notice');
    const sent = await listed();
    mails.received.length = 0;
    mails.isAway = true;
    for (const { id } of sent) await house.as('admin').post(`${BASE}${id}/resending/`);
    for (const tries of [1, 2, 3]) {
      await eventually(async () => {
        const failed = await listed('?state=failed');
        expect(failed.filter((each) => each.tries >= tries)).toHaveLength(10);
      });
      await house.query(`UPDATE pgboss.job SET start_after = now() WHERE name = 'mails' AND state = 'retry'`);
    }
    expect(mails.received).toEqual([]);
    mails.isAway = false;
    await eventually(async () => {
      await house.query(`UPDATE pgboss.job SET start_after = now() WHERE name = 'mails' AND state = 'retry'`);
      expect(await listed('?state=sent')).toHaveLength(20);
    });
    expect([mails.received.length, new Set(messageIds()).size]).toEqual([10, 10]);
  });

  it('has the digest in the language of its person', async () => {
    const profile = await house.as('merchandiser').patch('/auth/profile/', { language: 'bn' });
    expect(profile.body).toMatchObject({ language: 'bn' });
    expect((await house.as('merchandiser').patch('/auth/profile/', { language: 'de' })).status).toBe(400);
    const day = today('Asia/Dhaka');
    await house.given.order({ styles: [], etd: addDays(day, 2) });
    await house.app.get(AlertKeeper).evaluate();
    await house.app.get(DigestSender).begin(new Date(`${day}T05:00:00Z`));
    await eventually(async () => expect(await listed('?state=sent')).toHaveLength(1));
    const [digest] = await listed();
    const { body } = await house.as('admin').get<{ text: string; subject: string }>(`${BASE}${digest!.id}/`);
    expect(body.subject).toMatch(/১টি খোলা সতর্কতা$/);
    expect(body.text).toContain('প্রিয় merchandiser of the house,');
    expect(body.text).toMatch(/ তারিখে ছাড়ার কথা।/);
    expect(body.text).not.toContain(' leaves on ');
    expect(mails.received[0]!.raw).toContain('<html lang=3D"bn">');
  });
});
