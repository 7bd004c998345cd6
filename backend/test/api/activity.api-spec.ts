import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { newId } from '../../src/platform/database/base.entity';
import { grantsFor } from '../../src/platform/database/grants';
import { Transaction } from '../../src/platform/database/transaction';
import { DUE_HASH } from '../../src/platform/events/chain';
import { addDays, today } from '../../src/platform/values/day';
import { dayWords } from '../../src/platform/values/words';
import { House } from '../support/house';
import { statementsDuring } from '../support/statements';

let house: House;
beforeAll(async () => (house = await House.open()));
afterAll(() => house?.close());

const TODAY = today('Asia/Dhaka');

interface Entry {
  id: string;
  name: string;
  kind: string;
  orderId: string;
  orderNumber: string | null;
  orderLineId: string | null;
  lineLabel: string | null;
  actor: { id: string; fullName: string } | null;
  sentence: string;
  changes: {
    field: string;
    before: string | null;
    after: string | null;
    beforeText: string | null;
    afterText: string | null;
  }[];
  orderGone: boolean;
  reason: string | null;
  occurredAt: string;
  recordedAt: string;
  recordedLate: boolean;
}
interface List {
  count: number | null;
  next: string | null;
  results: Entry[];
}

const activity = async (query: string, by: 'merchandiser' | 'manager' | 'colleague' = 'merchandiser') =>
  (await house.as(by).get<List>(`/activity/?${query}`)).body;

const sentences = async (query: string) => (await activity(query)).results.map(({ sentence }) => sentence);

/** Changes what a trigger protects, as nobody but the owner of the database could. */
async function tamper(sql: string, parameters: unknown[]): Promise<void> {
  await house.query('ALTER TABLE domain_events DISABLE TRIGGER USER');
  await house.query(sql, parameters);
  await house.query('ALTER TABLE domain_events ENABLE TRIGGER USER');
}

describe('activity: who may', () => {
  it('asks a stranger to sign in', async () => {
    expect((await house.anonymous.get('/activity/?nonsense=1')).status).toBe(401);
    expect((await house.anonymous.get('/activity/verification/')).status).toBe(401);
  });

  it("shows nothing of another merchandiser's orders", async () => {
    const theirs = await house.given.order({}, 'colleague');
    const mine = await house.given.order();
    expect((await activity(`orderId=${theirs.id}`)).count).toBe(0);
    const all = await activity('pageSize=200');
    expect(all.results.map(({ orderId }) => orderId)).toContain(mine.id);
    expect(all.results.map(({ orderId }) => orderId)).not.toContain(theirs.id);
    expect((await activity(`orderId=${theirs.id}`, 'manager')).count).toBe(1);
    const verification = await house.as('merchandiser').get(`/activity/verification/?orderId=${theirs.id}`);
    expect([verification.status, verification.body['code']]).toEqual([404, 'order.not_found']);
    expect((await house.as('merchandiser').get(`/activity/verification/?orderId=${newId()}`)).status).toBe(404);
  });

  it('keeps the history of an order in the trash, and of one that is purged, for who may see it', async () => {
    const order = await house.given.order({ orderNumber: 'PO-77' });
    await house.as('merchandiser').delete(`/orders/${order.id}/`);
    const told = async (by: 'merchandiser' | 'manager' | 'colleague') =>
      (await activity(`orderId=${order.id}`, by)).results.map((each) => [each.name, each.orderNumber, each.orderGone]);
    const inTrash = [
      ['order.deleted', 'PO-77', true],
      ['order.created', 'PO-77', true],
    ];
    expect([await told('manager'), await told('merchandiser'), await told('colleague')]).toEqual([
      inTrash,
      inTrash,
      [],
    ]);
    const verified = async (by: 'manager' | 'colleague') =>
      (await house.as(by).get(`/activity/verification/?orderId=${order.id}`)).status;
    expect([await verified('manager'), await verified('colleague')]).toEqual([200, 404]);
    await house.query('DELETE FROM orders WHERE id = $1', [order.id]);
    expect(await told('manager')).toEqual([
      ['order.deleted', null, true],
      ['order.created', null, true],
    ]);
    expect(await told('merchandiser')).toEqual([]);
    expect([await verified('manager'), await verified('colleague')]).toEqual([200, 404]);
  });

  it('names what it cannot read', async () => {
    const me = house.as('merchandiser');
    const list = await me.get<{ errors: object }>('/activity/?orderid=1&occurredFrom=soon&ordering=name&actorId=me');
    expect([list.status, Object.keys(list.body.errors).sort()]).toEqual([
      400,
      ['actorId', 'occurredFrom', 'orderid', 'ordering'],
    ]);
    const [kind, name] = [await me.get('/activity/?kind=smaple'), await me.get('/activity/?name=sample.rejectd')];
    expect([kind.status, kind.body['errors']]).toEqual([400, { kind: ['There is no smaple; did you mean sample?'] }]);
    expect([name.status, name.body['errors']]).toEqual([
      400,
      { name: ['There is no sample.rejectd; did you mean sample.rejected?'] },
    ]);
    expect((await me.get('/activity/verification/')).status).toBe(400);
    expect((await me.get('/activity/verification/?orderId=mine')).status).toBe(400);
  });
});

describe('activity: what is told', () => {
  it('tells the story of an order, newest first, in sentences', async () => {
    const order = await house.given.order({ orderNumber: 'PO-1182' });
    const [, black] = order.lines;
    const me = house.as('merchandiser');
    const first = await house.given.sample({ status: 'submitted', orderId: order.id, orderLineId: black!.id });
    await me.post(`/samples/${first.id}/rejection/`, { reason: 'Too red under D65' });
    const pi = await me.post<{ id: string; piNumber: string }>('/financials/proforma-invoices/', { orderId: order.id });
    await me.post(`/financials/proforma-invoices/${pi.body.id}/dispatch/`);
    await house.as('manager').post(`/financials/proforma-invoices/${pi.body.id}/confirmation/`);
    await me.post('/production/metrics/', { orderId: order.id, knittedQuantity: '400', date: TODAY });
    const revision = { reason: 'The yarn came late.', agreedBy: 'Anna Berg' }; // the confirmed PI binds the lines
    await me.patch(`/order-lines/${black!.id}/`, { etd: '2027-01-12', revision });
    await me.post(`/order-lines/${black!.id}/status/`, { status: 'running' });
    await me.post(`/orders/${order.id}/delivery/`, { deliveredOn: TODAY });

    const { count, results } = await activity(`orderId=${order.id}`);
    expect(count).toBe(13);
    expect(results.map(({ sentence }) => sentence)).toEqual([
      `marked the order delivered on ${dayWords(TODAY)}`,
      'moved the line from upcoming to running',
      'changed the ETD of Black from 9 Jan 2027 to 12 Jan 2027 (revision 1, agreed with Anna Berg): “The yarn came late”',
      `entered the output of ${dayWords(TODAY)}: 400 kg knitted`,
      `confirmed ${pi.body.piNumber} for USD 158,466.00`,
      `sent ${pi.body.piNumber} for USD 158,466.00 to the buyer`,
      `raised ${pi.body.piNumber} for USD 158,466.00`,
      'recorded lab dip for Black as rejected: “Too red under D65”',
      'rejected lab dip round 1 for Black: “Too red under D65”',
      'recorded lab dip for Black as submitted',
      'sent lab dip round 1 for Black',
      'added lab dip round 1 for Black',
      'created order PO-1182 with 2 lines',
    ]);
    expect(results[2]).toMatchObject({
      name: 'line.revised',
      kind: 'line',
      orderId: order.id,
      orderNumber: 'PO-1182',
      orderLineId: black!.id,
      lineLabel: 'MT-2291 · Black',
      actor: { id: house.ids.merchandiser, fullName: 'merchandiser of the house' },
      changes: [
        {
          field: 'etd',
          before: '2027-01-09',
          after: '2027-01-12',
          label: 'ETD',
          beforeText: '9 Jan 2027',
          afterText: '12 Jan 2027',
        },
      ],
      reason: 'The yarn came late',
      recordedLate: false,
    });
    expect(results[4]).toMatchObject({ lineLabel: null, actor: { id: house.ids.manager } });
    expect(results[8]).toMatchObject({ name: 'sample.rejected', kind: 'sample', reason: 'Too red under D65' });
  });

  it('names to whom an order was handed, and a line and a person that are gone', async () => {
    const order = await house.given.order();
    const [white, black] = order.lines;
    const me = house.as('merchandiser');
    await me.patch(`/order-lines/${white!.id}/`, { notes: 'first' });
    await me.delete(`/order-lines/${white!.id}/`);
    await me.patch(`/styles/${black!.styleId}/`, { gsm: '180' });
    await me.post(`/orders/${order.id}/assignment/`, { merchandiserId: house.ids.colleague });
    await house.query('UPDATE user_profiles SET deleted_at = now() WHERE id = $1', [house.ids.colleague]);
    const { results } = await activity(`orderId=${order.id}`, 'manager');
    await house.query('UPDATE user_profiles SET deleted_at = NULL WHERE id = $1', [house.ids.colleague]);
    expect(results.map(({ sentence }) => sentence)).toEqual([
      'handed the order over to colleague of the house',
      'set the GSM of style MT-2291 to 180',
      'removed the line MT-2291 · White',
      'set the notes of White to “first”',
      expect.stringContaining('created order') as string,
    ]);
    expect(results[2]!.lineLabel).toBe('MT-2291 · White');
    const words = results.map(({ changes }) => changes.map(({ beforeText, afterText }) => [beforeText, afterText]));
    expect(words.slice(0, 3)).toEqual([
      [['merchandiser of the house', 'colleague of the house']],
      [[null, '180 g/m²']],
      [
        ['MT-2291 · White', null],
        ['44,640 pcs', null],
      ],
    ]);
  });

  it('tells what was recorded late from what happened today', async () => {
    const order = await house.given.order();
    const occurredOn = addDays(TODAY, -3);
    await house.as('merchandiser').post(`/order-lines/${order.lines[0]!.id}/approvals/`, {
      approvalType: 'labDip',
      status: 'approved',
      occurredOn,
    });
    const [late, created] = (await activity(`orderId=${order.id}`)).results;
    expect([late!.recordedLate, created!.recordedLate]).toEqual([true, false]);
    expect(late!.occurredAt).toBe(`${occurredOn}T12:00:00.000Z`);
    expect(late!.recordedAt.slice(0, 10) > occurredOn).toBe(true);
    const lateOnly = await activity(`orderId=${order.id}&recordedLate=true`);
    expect(lateOnly.results.map(({ id }) => id)).toEqual([late!.id]);
    expect((await activity(`orderId=${order.id}&recordedLate=false`)).results.map(({ id }) => id)).toEqual([
      created!.id,
    ]);
    const names = async (query: string) =>
      (await activity(`orderId=${order.id}&${query}`)).results.map(({ name }) => name);
    expect(await names(`occurredTo=${occurredOn}`)).toEqual(['approval.recorded']);
    expect(await names(`occurredFrom=${occurredOn}&occurredTo=${occurredOn}`)).toEqual(['approval.recorded']);
    expect(await names(`occurredTo=${addDays(occurredOn, -1)}`)).toEqual([]);
    expect(await names(`occurredFrom=${addDays(occurredOn, 1)}`)).toEqual(['order.created']);
  });

  it("takes a day from the house's midnight to the next", async () => {
    const order = await house.given.order();
    await house.query(
      `INSERT INTO domain_events (id, sequence, stream_id, name, subject_type, subject_id, order_id, data, occurred_at, hash)
       VALUES ($1, 0, $2, 'order.updated', 'order', $2, $2, '{}', '2026-03-09T18:30:00Z', '')`,
      [newId(), order.id],
    );
    const on = async (day: string) =>
      (await activity(`orderId=${order.id}&occurredFrom=${day}&occurredTo=${day}`)).results.length;
    expect([await on('2026-03-09'), await on('2026-03-10'), await on('2026-03-11')]).toEqual([0, 1, 0]); // 00:30 in Dhaka
    const [own] = (await activity(`orderId=${order.id}&name=order.updated`)).results;
    expect([own!.actor, own!.sentence]).toEqual([null, 'changed the order']);
  });

  it('filters by line, person, name and kind', async () => {
    const order = await house.given.order();
    const [white, black] = order.lines;
    await house.as('merchandiser').patch(`/order-lines/${white!.id}/`, { notes: 'a' });
    await house.as('manager').patch(`/order-lines/${black!.id}/`, { notes: 'b' });
    await house.as('manager').patch(`/orders/${order.id}/`, { notes: 'c' });
    const base = `orderId=${order.id}&`;
    expect(await sentences(`${base}orderLineId=${white!.id}`)).toEqual(['set the notes of White to “a”']);
    expect(await sentences(`${base}actorId=${house.ids.manager}`)).toEqual([
      'set the notes of the order to “c”',
      'set the notes of Black to “b”',
    ]);
    expect(await sentences(`${base}name=order.updated&name=line.updated&actorId=${house.ids.merchandiser}`)).toEqual([
      'set the notes of White to “a”',
    ]);
    expect((await activity(`${base}kind=order`)).count).toBe(2);
    expect((await activity(`${base}kind=order&kind=line`)).count).toBe(4);
    expect((await activity(`${base}kind=parcel`)).count).toBe(0);
  });

  it('pages by number and by key, over all orders that one may see', async () => {
    const me = house.as('merchandiser');
    const all = (await activity('pageSize=200')).results.map(({ id }) => id);
    const paged = await activity('pageSize=7&page=2');
    expect(paged.results.map(({ id }) => id)).toEqual(all.slice(7, 14));
    const seen: string[] = [];
    for (let path: string | null = '/activity/?pageSize=9&cursor='; path;) {
      const page: { body: List } = await me.get<List>(path);
      expect(page.body.count).toBeNull();
      seen.push(...page.body.results.map(({ id }) => id));
      path = page.body.next ? page.body.next.slice(page.body.next.indexOf('/activity')) : null;
    }
    expect(seen).toEqual(all);
  });

  it('does not ask the database more the more there is to tell', async () => {
    await activity('');
    const paged = await statementsDuring(() => activity('pageSize=200'));
    const keyed = await statementsDuring(() => activity('pageSize=200&cursor='));
    expect([paged.statements.length, keyed.statements.length]).toEqual([2, 1]);
  });
});

describe('activity: history cannot be changed', () => {
  it.each([
    `UPDATE domain_events SET data = '{}' WHERE stream_id = $1`,
    `DELETE FROM domain_events WHERE stream_id = $1`,
    `TRUNCATE domain_events`,
  ])('%s is refused by the database itself', async (sql) => {
    const order = await house.given.order();
    await expect(house.query(sql, sql.includes('$1') ? [order.id] : [])).rejects.toThrow('append-only');
    expect(await house.eventNamesOf(order.id)).toEqual(['order.created']);
  });

  it('is refused to the role of the application, which owns no table', async () => {
    const role = `user_of_${process.pid}_${process.env['JEST_WORKER_ID'] ?? '0'}`;
    const order = await house.given.order();
    await house.as('merchandiser').post(`/order-lines/${order.lines[0]!.id}/approvals/`, {
      approvalType: 'labDip',
      status: 'approved',
    });
    const asRole = (sql: string) =>
      house.app.get(Transaction).run(async () => {
        await house.query(`SET LOCAL ROLE ${role}`);
        return house.query<{ total: string }>(sql);
      });
    await house.query(`CREATE ROLE ${role}`);
    try {
      await house.query(grantsFor(role));
      expect(Number((await asRole('SELECT count(*) AS total FROM domain_events'))[0]?.total)).toBeGreaterThan(0);
      for (const table of ['domain_events', 'approval_history', 'order_revisions'])
        for (const sql of [`UPDATE ${table} SET id = id`, `DELETE FROM ${table}`, `TRUNCATE ${table}`])
          await expect(asRole(sql)).rejects.toThrow(`permission denied for table ${table}`);
      for (const sql of [
        'UPDATE domain_event_ends SET entries = 0',
        'DELETE FROM domain_event_ends',
        'INSERT INTO domain_event_ends SELECT * FROM domain_event_ends',
      ])
        await expect(asRole(sql)).rejects.toThrow('permission denied for table domain_event_ends');
      const written = `INSERT INTO domain_events (id, sequence, stream_id, name, subject_type, subject_id, order_id, occurred_at, hash)
         VALUES ('${newId()}', 0, '${order.id}', 'order.updated', 'order', '${order.id}', '${order.id}', now(), '')`;
      await asRole(written); // what it may write is counted all the same
      expect(await house.query('SELECT entries FROM domain_event_ends WHERE stream_id = $1', [order.id])).toEqual([
        { entries: '3' },
      ]);
      await expect(asRole('ALTER TABLE domain_events DISABLE TRIGGER USER')).rejects.toThrow('must be owner');
      await expect(asRole('SET session_replication_role = replica')).rejects.toThrow('permission denied');
      await expect(asRole('DROP TABLE domain_events')).rejects.toThrow('must be owner');
    } finally {
      await house.query(`DROP OWNED BY ${role}`);
      await house.query(`DROP ROLE ${role}`);
    }
    expect(await house.eventNamesOf(order.id)).toEqual(['order.created', 'order.updated']);
  });

  it.each(['UPDATE approval_history SET notes = NULL', 'DELETE FROM approval_history', 'TRUNCATE approval_history'])(
    '%s is refused even to who owns the tables (7.12)',
    async (sql) => {
      const order = await house.given.order();
      await house.as('merchandiser').post(`/order-lines/${order.lines[0]!.id}/approvals/`, {
        approvalType: 'price',
        status: 'approved',
      });
      await expect(house.query(sql)).rejects.toThrow('approval_history is append-only');
    },
  );

  it.each(['UPDATE order_revisions SET reason = $$-$$', 'DELETE FROM order_revisions', 'TRUNCATE order_revisions'])(
    '%s is refused even to who owns the tables',
    async (sql) => {
      const order = await house.given.order();
      const me = house.as('merchandiser');
      await me.post(`/orders/${order.id}/line-statuses/`, { status: 'running' });
      const revision = { reason: 'The buyer cut the order.', agreedBy: 'Anna Berg, ANABIA' };
      const revised = await me.patch(`/order-lines/${order.lines[0]!.id}/`, { quantity: '40000', revision });
      expect(revised.status).toBe(200);
      await expect(house.query(sql)).rejects.toThrow('order_revisions is append-only');
    },
  );

  interface Verification {
    intact: boolean;
    events: number;
    firstBroken: string | null;
    missing: number;
  }
  const verify = async (orderId: string) =>
    (await house.as('merchandiser').get<Verification>(`/activity/verification/?orderId=${orderId}`)).body;

  /** Says of a history that it ends as it does now, or elsewhere, as only the owner of the database could. */
  async function rewriteEnd(orderId: string, entries: number, hash?: string): Promise<void> {
    await house.query('ALTER TABLE domain_event_ends DISABLE TRIGGER USER');
    await house.query(
      `UPDATE domain_event_ends SET entries = $2, hash = coalesce($3, (SELECT hash FROM domain_events
         WHERE stream_id = $1 ORDER BY sequence DESC LIMIT 1)) WHERE stream_id = $1`,
      [orderId, entries, hash],
    );
    await house.query('ALTER TABLE domain_event_ends ENABLE TRIGGER USER');
  }

  /** An order with five events, and their ids. */
  async function story(): Promise<{ id: string; events: string[] }> {
    const order = await house.given.order();
    for (const notes of ['a', 'b', 'c', 'd'])
      await house.as('merchandiser').patch(`/orders/${order.id}/`, { notes, etd: '2027-02-01' });
    return { id: order.id, events: (await house.eventsOf(order.id)).map(({ id }) => id) };
  }

  it('is found intact as it was written, by whoever may see the order', async () => {
    const { id } = await story();
    expect(await verify(id)).toEqual({ orderId: id, intact: true, events: 5, firstBroken: null, missing: 0 });
    const counted = await statementsDuring(() => verify(id));
    expect(counted.statements).toHaveLength(2);
  });

  it('is found broken where what an event says was changed', async () => {
    const { id, events } = await story();
    await tamper(`UPDATE domain_events SET data = '{"after": {"notes": "z"}}' WHERE id = $1`, [events[2]]);
    expect(await verify(id)).toEqual({ orderId: id, intact: false, events: 5, firstBroken: events[2], missing: 0 });
  });

  it('is found broken where an event was made to fit itself', async () => {
    const { id, events } = await story();
    await tamper(
      `WITH changed AS (SELECT * FROM domain_events WHERE id = $1)
       UPDATE domain_events SET data = '{}', hash = (SELECT ${DUE_HASH} FROM (SELECT hash, previous_hash, id, sequence,
         stream_id, name, subject_type, subject_id, subject_version, order_id, order_line_id, actor_id, '{}'::jsonb AS data,
         occurred_at, recorded_at, request_id FROM changed) forged) WHERE id = $1`,
      [events[1]],
    );
    expect(await verify(id)).toMatchObject({ intact: false, firstBroken: events[2] });
  });

  it('is found broken where an event was taken out', async () => {
    const { id, events } = await story();
    await tamper('DELETE FROM domain_events WHERE id = $1', [events[1]]);
    expect(await verify(id)).toEqual({ orderId: id, intact: false, events: 4, firstBroken: events[2], missing: 1 });
    const { id: other, events: others } = await story();
    await tamper('DELETE FROM domain_events WHERE id = $1', [others[0]]);
    expect(await verify(other)).toMatchObject({ intact: false, firstBroken: others[1] });
  });

  it('is found cut off at its end, also where another end was written', async () => {
    const { id, events } = await story();
    await tamper('DELETE FROM domain_events WHERE id = ANY($1)', [events.slice(3)]);
    expect(await verify(id)).toEqual({ orderId: id, intact: false, events: 3, firstBroken: null, missing: 2 });
    await house.as('merchandiser').patch(`/orders/${id}/`, { notes: 'e' });
    expect(await verify(id)).toEqual({ orderId: id, intact: false, events: 4, firstBroken: null, missing: 2 });
    const { id: other, events: others } = await story();
    await tamper('DELETE FROM domain_events WHERE id = $1', [others[4]]);
    await rewriteEnd(other, 4, 'of-the-entry-that-is-gone');
    expect(await verify(other)).toMatchObject({ intact: false, firstBroken: null, missing: 0 });
  });

  it('is not cut off unseen by the role of the application, nor by anybody who takes no trigger away', async () => {
    const { id } = await story();
    const set = 'UPDATE domain_event_ends SET entries = 1 WHERE stream_id = $1';
    for (const sql of [
      set,
      'DELETE FROM domain_event_ends WHERE stream_id = $1',
      `INSERT INTO domain_event_ends VALUES ('${newId()}', 1, $1)`,
    ])
      await expect(house.query(sql, [id])).rejects.toThrow('only follows domain_events');
    await expect(house.query('TRUNCATE domain_event_ends')).rejects.toThrow('only follows domain_events');
  });

  it.each([
    [`recorded_at = recorded_at - interval '1 microsecond'`],
    [`order_line_id = stream_id`],
    [`subject_version = 9`],
    [`request_id = 'another-request'`],
    [`occurred_at = occurred_at + interval '1 microsecond'`],
  ])('is found broken by as little as %s', async (change) => {
    const { id, events } = await story();
    await tamper(`UPDATE domain_events SET ${change} WHERE id = $1`, [events[3]]);
    expect(await verify(id)).toMatchObject({ intact: false, firstBroken: events[3] });
  });

  it('still fits where it was written under the rule of earlier releases', async () => {
    const { id, events } = await story();
    await tamper(
      `UPDATE domain_events SET hash = encode(sha256(convert_to(concat_ws('|', coalesce(previous_hash, ''), id, stream_id,
         name, subject_type, subject_id, coalesce(actor_id::text, ''), data::text,
         to_char(occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')), 'UTF8')), 'hex') WHERE id = $1`,
      [events[4]],
    );
    await rewriteEnd(id, 5);
    expect(await verify(id)).toMatchObject({ intact: true, events: 5 });
  });
});

describe('npm run verify', () => {
  const program = join(__dirname, '../../dist/verify.js');
  const env = async () => {
    const url = new URL(process.env['TEST_DATABASE_URL'] ?? '');
    const [{ name } = { name: '' }] = await house.query<{ name: string }>('SELECT current_database() AS name');
    url.pathname = `/${name}`;
    return { ...process.env, DATABASE_URL: url.toString() };
  };
  const run = async () => {
    const ended = spawnSync(process.execPath, [program], { env: await env(), encoding: 'utf8' });
    return { code: ended.status, said: `${ended.stdout}${ended.stderr}` };
  };

  it('names the entry of which one byte was altered, and ends with 1', async () => {
    await house.close();
    house = await House.open();
    const order = await house.given.order({ orderNumber: 'PO-1182' });
    await house.as('merchandiser').patch(`/orders/${order.id}/`, { notes: 'Repeat order.' });
    await house.given.order();
    expect(await run()).toEqual({
      code: 0,
      said:
        '3 entries in 2 histories were checked.\nEach is as it was written.\n' +
        'What is kept of 2 orders was counted anew.\nEach sum is what its rows add up to.\n',
    });
    const [, updated] = await house.eventsOf(order.id);
    await tamper(`UPDATE domain_events SET data = jsonb_set(data, '{after,notes}', '"Repeat order!"') WHERE id = $1`, [
      updated!.id,
    ]);
    const { code, said } = await run();
    expect(code).toBe(1);
    expect(said).toContain(`entry ${updated!.id} (order.updated by merchandiser of the house`);
    expect(said).toContain('of order PO-1182.');
    const other = await house.given.order({ orderNumber: 'PO-1183' });
    for (const notes of ['a', 'b']) await house.as('merchandiser').patch(`/orders/${other.id}/`, { notes });
    const [, ...cut] = (await house.eventsOf(other.id)).map(({ id }) => id);
    await tamper('DELETE FROM domain_events WHERE id = ANY($1)', [cut]);
    expect((await run()).said).toContain(
      'NOT all of what was written: the history of order PO-1183 has lost its last 2 entries.\n',
    );
  });

  it('is done to its end, without a word more, where nobody listens any longer', async () => {
    const verify = spawn(process.execPath, [program], { env: await env(), stdio: ['ignore', 'pipe', 'pipe'] });
    verify.stdout.destroy();
    let said = '';
    verify.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
    const [code] = (await once(verify, 'close')) as [number];
    expect([code, said]).toEqual([1, '']); // what was altered above
  });

  it('ends with 2 where it cannot look', () => {
    const { status, stderr } = spawnSync(process.execPath, [program], {
      env: { PATH: process.env['PATH'] },
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([2, 'Set DATABASE_URL: there is no history to look at.\n']);
  });
});
