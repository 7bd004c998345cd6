import type { NestExpressApplication } from '@nestjs/platform-express';
import { createApp } from '../../src/app';
import { CONFIG, type Config } from '../../src/platform/config/config';
import { newId } from '../../src/platform/database/base.entity';
import { Transaction } from '../../src/platform/database/transaction';
import { DomainEvent, type EventSubject } from '../../src/platform/events/domain-event';
import { EventDelivery } from '../../src/platform/events/event-delivery';
import { Outbox } from '../../src/platform/events/outbox';
import { addDays, today } from '../../src/platform/values/day';
import { House, type Person } from '../support/house';
import { statementsDuring } from '../support/statements';

let house: House;
beforeAll(async () => (house = await House.open()));
afterAll(() => house?.close());

interface Notice {
  id: string;
  title: string;
  message: string;
  notificationType: string;
  severity: string;
  relatedId: string;
  relatedType: string;
  orderId: string;
  isRead: boolean;
}
interface List {
  count: number;
  next: string | null;
  results: Notice[];
}

/** What this person was told of an order, oldest first. */
async function toldOf(orderId: string, person: Person): Promise<Notice[]> {
  const { body } = await house.as(person).get<List>(`/notifications/?orderId=${orderId}&ordering=createdAt`);
  return body.results;
}

const namesOf = async (orderId: string, person: Person) =>
  (await toldOf(orderId, person)).map(({ notificationType }) => notificationType);

/** Gives a person `count` notifications, as if somebody had done as many things. */
const fill = (person: Person, count: number, isRead = false) =>
  house.query(
    `INSERT INTO notifications (id, user_id, title, message, notification_type, is_read)
     SELECT gen_random_uuid(), $1, 'Order PO-1 is delivered.', 'It is.', 'order.delivered', $3 FROM generate_series(1, $2)`,
    [house.ids[person], count, isRead],
  );

const empty = (person: Person) => house.query('DELETE FROM notifications WHERE user_id = $1', [house.ids[person]]);

describe('notifications: who may', () => {
  it('asks a stranger to sign in', async () => {
    const id = newId();
    const answers = [
      await house.anonymous.get('/notifications/?nonsense=1'),
      await house.anonymous.get('/notifications/unread-count/'),
      await house.anonymous.post(`/notifications/${id}/reading/`),
      await house.anonymous.post('/notifications/readings/'),
      await house.anonymous.delete(`/notifications/${id}/`),
      await house.anonymous.post('/notifications/clearance/'),
    ];
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 401));
  });

  it("does not know another's notification, not even for an admin", async () => {
    await empty('colleague');
    await fill('colleague', 1);
    const [theirs] = (await house.as('colleague').get<List>('/notifications/')).body.results;
    for (const person of ['merchandiser', 'manager', 'admin'] as const) {
      const me = house.as(person);
      expect((await me.post(`/notifications/${theirs!.id}/reading/`)).status).toBe(404);
      expect((await me.delete(`/notifications/${theirs!.id}/`)).status).toBe(404);
      await me.post('/notifications/readings/');
      await me.post('/notifications/clearance/');
      const mine = await me.get<List>('/notifications/?pageSize=200');
      expect(mine.body.results.map(({ id }) => id)).not.toContain(theirs!.id);
    }
    const [still] = (await house.as('colleague').get<List>('/notifications/')).body.results;
    expect(still).toMatchObject({ id: theirs!.id, isRead: false });
  });

  it('refuses what it does not know', async () => {
    const me = house.as('merchandiser');
    const list = await me.get<{ errors: object }>('/notifications/?isread=true&severity=loud&search=x');
    expect([list.status, Object.keys(list.body.errors).sort()]).toEqual([400, ['isread', 'search', 'severity']]);
    expect((await me.post('/notifications/nonsense/reading/')).status).toBe(400);
    expect((await me.post(`/notifications/${newId()}/reading/`)).status).toBe(404);
  });
});

describe('notifications: the inbox', () => {
  beforeEach(() => empty('manager'));

  it('is read one by one or all at once, and cleared of what is read', async () => {
    await fill('manager', 3);
    const me = house.as('manager');
    const unread = async () => (await me.get('/notifications/unread-count/')).body;
    expect(await unread()).toEqual({ unreadCount: 3, capped: false });
    const [first, second] = (await me.get<List>('/notifications/?isRead=false')).body.results;
    const read = await me.post<Notice>(`/notifications/${first!.id}/reading/`);
    expect([read.status, read.body.isRead]).toEqual([200, true]);
    expect((await me.post<Notice>(`/notifications/${first!.id}/reading/`)).body.isRead).toBe(true);
    expect(await unread()).toEqual({ unreadCount: 2, capped: false });
    expect((await me.get<List>('/notifications/?isRead=true')).body.results.map(({ id }) => id)).toEqual([first!.id]);
    expect((await me.post('/notifications/clearance/')).body).toEqual({ changed: 1 });
    expect((await me.delete(`/notifications/${second!.id}/`)).status).toBe(204);
    expect((await me.delete(`/notifications/${second!.id}/`)).status).toBe(404);
    expect((await me.post('/notifications/readings/')).body).toEqual({ changed: 1 });
    expect(await unread()).toEqual({ unreadCount: 0, capped: false });
    expect((await me.get<List>('/notifications/')).body.count).toBe(1);
  });

  it('counts to 99 and no further', async () => {
    await fill('manager', 99);
    const me = house.as('manager');
    expect((await me.get('/notifications/unread-count/')).body).toEqual({ unreadCount: 99, capped: false });
    await fill('manager', 50);
    expect((await me.get('/notifications/unread-count/')).body).toEqual({ unreadCount: 100, capped: true });
  });

  it('asks the database little, however much there is', async () => {
    await fill('manager', 60);
    const me = house.as('manager');
    await me.get('/notifications/');
    const count = async (work: () => Promise<unknown>) => (await statementsDuring(work)).statements.length;
    expect({
      list: await count(() => me.get('/notifications/?pageSize=50&isRead=false')),
      unread: await count(() => me.get('/notifications/unread-count/')),
      readings: await count(() => me.post('/notifications/readings/')),
    }).toEqual({ list: 2, unread: 1, readings: 1 });
  });
});

describe('notifications: who hears of what', () => {
  it('tells the new merchandiser of an order, and not who handed it over', async () => {
    const order = await house.given.order({ orderNumber: 'HAND-1' });
    await house.as('merchandiser').post(`/orders/${order.id}/assignment/`, { merchandiserId: house.ids.colleague });
    await house.deliverEvents();
    expect(await toldOf(order.id, 'colleague')).toMatchObject([
      {
        title: 'Order HAND-1 is yours now.',
        message: 'merchandiser of the house handed order HAND-1 of ANABIA over to you.',
        notificationType: 'order.assigned',
        severity: 'info',
        relatedId: order.id,
        relatedType: 'order',
        isRead: false,
      },
    ]);
    expect(await namesOf(order.id, 'merchandiser')).toEqual([]);
    await house.as('manager').post(`/orders/${order.id}/assignment/`, { merchandiserId: house.ids.manager });
    await house.deliverEvents();
    expect(await namesOf(order.id, 'manager')).toEqual([]);
    expect(await toldOf(order.id, 'colleague')).toMatchObject([
      { title: 'Order HAND-1 is yours now.' },
      {
        title: 'Order HAND-1 is no longer yours.',
        message:
          'manager of the house handed order HAND-1 of ANABIA over to manager of the house. It has left your list.',
      },
    ]);
  });

  it('tells the merchandiser of a decision on their sample that somebody else recorded', async () => {
    const sample = await house.given.sample({ status: 'submitted' });
    await house.as('manager').post(`/samples/${sample.id}/rejection/`, { reason: 'Too red under D65' });
    const again = await house.given.sample({
      status: 'submitted',
      orderId: sample.orderId,
      orderLineId: sample.orderLineId,
    });
    await house.as('manager').post(`/samples/${again.id}/approval/`, {});
    const own = await house.given.sample({ status: 'approved', orderId: sample.orderId });
    await house.deliverEvents();
    const told = await toldOf(sample.orderId, 'merchandiser');
    expect(told).toMatchObject([
      { notificationType: 'sample.rejected', severity: 'warning', relatedId: sample.id, relatedType: 'sample' },
      { notificationType: 'sample.approved', severity: 'info', relatedId: again.id },
    ]);
    expect(told[0]!.title).toMatch(/^Lab dip round 1 for White of order PB-[\d-]+ was rejected\.$/);
    expect(told[0]!.message).toContain(': “Too red under D65”. Send a new round.');
    expect(told.map(({ relatedId }) => relatedId)).not.toContain(own.id);
    expect(await namesOf(sample.orderId, 'manager')).toEqual([]);
  });

  it('asks managers and admins to review a PI, and tells its creator and the merchandiser what became of it', async () => {
    const order = await house.given.order();
    const pi = '/financials/proforma-invoices';
    const { body: invoice } = await house.as('merchandiser').post<{ id: string; piNumber: string }>(`${pi}/`, {
      orderId: order.id,
    });
    await house.as('merchandiser').post(`${pi}/${invoice.id}/dispatch/`);
    await house.as('admin').post(`/orders/${order.id}/assignment/`, { merchandiserId: house.ids.colleague });
    await house.as('manager').post(`${pi}/${invoice.id}/confirmation/`);
    await house.deliverEvents();
    expect(await namesOf(order.id, 'manager')).toEqual(['proforma_invoice.sent']);
    expect(await namesOf(order.id, 'admin')).toEqual(['proforma_invoice.sent']);
    expect(await namesOf(order.id, 'merchandiser')).toEqual(['order.assigned', 'proforma_invoice.confirmed']);
    expect(await namesOf(order.id, 'colleague')).toEqual(['order.assigned', 'proforma_invoice.confirmed']);
    const [review] = await toldOf(order.id, 'admin');
    expect(review!.title).toBe(`${invoice.piNumber} of order ${order.orderNumber} waits for your confirmation.`);
    expect(review!.message).toContain(` sent ${invoice.piNumber} for USD 158,466.00 for order ${order.orderNumber}`);
  });

  it('tells the merchandiser of the LC of their order', async () => {
    const order = await house.given.order();
    const lc = '/financials/letters-of-credit';
    const manager = house.as('manager');
    const { status, body: credit } = await manager.post<{ id: string }>(`${lc}/`, {
      orderId: order.id,
      lcNumber: 'DC-7741',
      amount: '158466',
      issueDate: addDays(today('Asia/Dhaka'), -2),
      expiryDate: addDays(today('Asia/Dhaka'), 60),
      issuingBank: 'City Bank',
    });
    expect(status).toBe(201);
    await manager.post(`${lc}/${credit.id}/issuance/`);
    await manager.post(`${lc}/${credit.id}/confirmation/`);
    await house.deliverEvents();
    const told = await toldOf(order.id, 'merchandiser');
    expect(told.map(({ notificationType }) => notificationType)).toEqual([
      'letter_of_credit.issued',
      'letter_of_credit.confirmed',
    ]);
    expect(told[1]!.title).toBe(`LC DC-7741 of order ${order.orderNumber} was confirmed.`);
  });

  it('tells of output, shipments and the delivery', async () => {
    const order = await house.given.order();
    await house.as('manager').post('/production/metrics/', { orderId: order.id, knittedQuantity: '400' });
    const shipment = { id: newId(), orderId: order.id };
    const about = { awbNumber: '176-12345675', carrierName: 'DHL' };
    await happens('shipment.created', 'shipment', shipment, 'manager', { before: {}, after: about });
    await happens('shipment.returned', 'shipment', shipment, 'manager', {
      before: {},
      after: {},
      reason: 'Wrong door',
    });
    await house.as('merchandiser').post(`/orders/${order.id}/delivery/`);
    await house.deliverEvents();
    const told = await toldOf(order.id, 'merchandiser');
    expect(told.map(({ notificationType, severity }) => [notificationType, severity])).toEqual([
      ['production_metric.recorded', 'info'],
      ['shipment.returned', 'warning'],
    ]);
    expect(told[0]!.message).toContain('entered 400 kg knitted for order');
    expect(told[1]!.message).toContain('the shipment 176-12345675 with DHL');
    expect(told[1]!.message).toMatch(/was returned: “Wrong door”\.$/);
    expect(await namesOf(order.id, 'manager')).toEqual(['order.delivered']);
    expect(await namesOf(order.id, 'admin')).toEqual([]);
  });

  it('tells nobody of milestones, of an order that is gone, or of what is long past', async () => {
    const gone = await house.given.order({}, 'colleague');
    await house.as('colleague').post(`/orders/${gone.id}/delivery/`);
    await house.as('colleague').delete(`/orders/${gone.id}/`);
    const old = await house.given.order();
    await house.query(
      `INSERT INTO domain_events (id, sequence, stream_id, name, subject_type, subject_id, order_id, actor_id, data,
                                  occurred_at, recorded_at, hash)
       VALUES ($1, 0, $2, 'order.delivered', 'order', $2, $2, $3, '{}', now() - interval '8 days',
               now() - interval '8 days', '')`,
      [newId(), old.id, house.ids.admin],
    );
    await happens('milestone.written', 'milestone', { id: newId(), orderId: old.id }, 'manager', {});
    await house.deliverEvents();
    for (const { id } of [gone, old])
      expect(await house.query('SELECT id FROM notifications WHERE order_id = $1', [id])).toEqual([]);
  });
});

describe('notifications: two workers at once', () => {
  let other: NestExpressApplication;
  beforeAll(async () => {
    other = await createApp(house.app.get<Config>(CONFIG));
    await other.init();
  });
  afterAll(() => other?.close());

  it('tell each person of each event once (fault 30)', async () => {
    const orders = await Promise.all([1, 2, 3].map(() => house.given.order()));
    for (const order of orders) {
      await house.as('manager').post('/production/metrics/', { orderId: order.id, knittedQuantity: '400' });
      await house.as('merchandiser').post(`/orders/${order.id}/delivery/`);
    }
    const workers = [house.app.get(EventDelivery), other.get(EventDelivery)];
    await Promise.all([...workers, ...workers].map((worker) => worker.deliverPending()));
    await house.deliverEvents();
    for (const order of orders) {
      expect(await namesOf(order.id, 'merchandiser')).toEqual(['production_metric.recorded']);
      expect(await namesOf(order.id, 'manager')).toEqual(['order.delivered']);
    }
  });

  it('tell nobody twice where a delivery is forgotten and made again', async () => {
    const order = await house.given.order();
    await house.as('merchandiser').post(`/orders/${order.id}/delivery/`);
    await house.deliverEvents();
    await house.query('DELETE FROM event_deliveries');
    await house.deliverEvents();
    expect(await namesOf(order.id, 'manager')).toEqual(['order.delivered']);
  });
});

/** Records an event of a module that this test does not need as a whole. */
async function happens(
  name: string,
  subjectType: string,
  subject: EventSubject,
  by: Person,
  data: Record<string, unknown>,
): Promise<void> {
  class Happened extends DomainEvent {
    readonly name = name;
    readonly subjectType = subjectType;
  }
  await house.app
    .get(Transaction)
    .run(() => house.app.get(Outbox).record(new Happened(subject, { id: house.ids[by] }, data)));
}
