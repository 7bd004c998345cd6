import { addDays, today } from '../../src/platform/values/day';
import { House, type Person } from '../support/house';
import { statementsDuring } from '../support/statements';

let house: House;
beforeAll(async () => (house = await House.open()));
afterAll(() => house?.close());

const NOBODYS = '0197a2f4-6d0e-7c3a-9b1f-2f6f5a4d3c21';

interface Request {
  id: string;
  orderId: string | null;
  orderNumber: string;
  customerName: string;
  requester: { id: string } | null;
  approver: { id: string } | null;
  status: string;
  reason: string | null;
  responseNote: string | null;
  respondedBy: { id: string } | null;
  mayAnswer: boolean;
  mayWithdraw: boolean;
  rowVersion: number;
}
interface List {
  count: number;
  results: Request[];
}
interface Notice {
  title: string;
  notificationType: string;
  relatedId: string;
  severity: string;
}

/** An order that `merchandiser` made and handed to `colleague`, who therefore may not delete it. */
async function handedOver(overrides: object = {}) {
  const order = await house.given.order(overrides);
  await house.as('merchandiser').post(`/orders/${order.id}/assignment/`, { merchandiserId: house.ids.colleague });
  return order;
}

const ask = (orderId: string, by: Person = 'colleague', reason?: string) =>
  house.as(by).post<Request>(`/orders/${orderId}/deletion-requests/`, reason ? { reason } : {});

const answer = (id: string, how: 'approval' | 'decline' | 'withdrawal', by: Person, body: object = {}) =>
  house.as(by).post<Request & { code: string; detail: string }>(`/deletion-requests/${id}/${how}/`, body);

const noticesOf = async (person: Person, orderId: string) => {
  await house.deliverEvents();
  const { body } = await house.as(person).get<{ results: Notice[] }>(`/notifications/?orderId=${orderId}`);
  return body.results.filter(({ notificationType }) => notificationType.startsWith('deletion'));
};

describe('deletion requests: who may', () => {
  it('asks a stranger to sign in', async () => {
    for (const { status } of [
      await house.anonymous.get('/deletion-requests/'),
      await house.anonymous.post(`/orders/${NOBODYS}/deletion-requests/`),
      await house.anonymous.post(`/deletion-requests/${NOBODYS}/approval/`),
    ])
      expect(status).toBe(401);
  });

  it("knows neither another's order nor another's request", async () => {
    const order = await house.given.order({}, 'merchandiser');
    expect((await ask(order.id)).status).toBe(404);
    const managed = await house.given.order({}, 'manager');
    await house.as('manager').post(`/orders/${managed.id}/assignment/`, { merchandiserId: house.ids.merchandiser });
    const { body } = await ask(managed.id, 'merchandiser');
    const stranger = house.as('colleague');
    expect((await stranger.get(`/deletion-requests/${body.id}/`)).status).toBe(404);
    for (const how of ['approval', 'decline', 'withdrawal'] as const)
      expect((await answer(body.id, how, 'colleague')).status).toBe(404);
    expect((await stranger.get<List>(`/deletion-requests/?orderId=${managed.id}`)).body.count).toBe(0);
  });

  it('leads who may not delete an order to the request, and names whom to ask', async () => {
    const order = await handedOver();
    for (const by of ['colleague', 'manager'] as const) {
      const { status, body } = await house.as(by).delete(`/orders/${order.id}/`);
      expect([status, body['code'], body['mayAsk']]).toEqual([403, 'order.not_yours_to_delete', true]);
      expect(body['detail']).toContain('merchandiser of the house');
    }
  });

  it('lets who made an order delete it although it was handed over (fault 22)', async () => {
    const order = await handedOver();
    expect((await house.as('merchandiser').get(`/orders/${order.id}/`)).status).toBe(404);
    expect((await house.as('merchandiser').delete(`/orders/${order.id}/`)).status).toBe(204);
    expect((await house.as('manager').get(`/orders/${order.id}/`)).status).toBe(404);
  });
});

describe('deletion requests: what is refused', () => {
  it('needs no request of who may delete the order', async () => {
    const order = await house.given.order();
    const own = await ask(order.id, 'merchandiser');
    expect([own.status, (own.body as unknown as { code: string }).code]).toEqual([409, 'deletion_request.not_needed']);
    expect((await ask((await handedOver()).id, 'admin')).status).toBe(409);
  });

  it('takes one request at a time, and another after an answer', async () => {
    const order = await handedOver();
    const { body: first } = await ask(order.id);
    const second = await ask(order.id, 'manager');
    expect([second.status, (second.body as unknown as { detail: string }).detail]).toEqual([
      409,
      'colleague of the house has asked to delete this order already, and waits for an answer.',
    ]);
    await answer(first.id, 'decline', 'merchandiser');
    expect((await ask(order.id, 'manager')).status).toBe(201);
  });

  it('is answered by nobody but who made the order, or an admin', async () => {
    const order = await handedOver();
    const { body } = await ask(order.id);
    for (const how of ['approval', 'decline'] as const)
      for (const by of ['colleague', 'manager'] as const) {
        const refused = await answer(body.id, how, by);
        expect([refused.status, refused.body.code]).toEqual([403, 'deletion_request.not_yours_to_answer']);
      }
    const withdrawn = await answer(body.id, 'withdrawal', 'merchandiser');
    expect([withdrawn.status, withdrawn.body.code]).toEqual([403, 'deletion_request.not_yours_to_withdraw']);
    expect((await house.as('merchandiser').get<Request>(`/deletion-requests/${body.id}/`)).body).toMatchObject({
      status: 'pending',
      mayAnswer: true,
      mayWithdraw: false,
    });
    expect((await house.as('colleague').get<Request>(`/deletion-requests/${body.id}/`)).body).toMatchObject({
      mayAnswer: false,
      mayWithdraw: true,
    });
  });

  it('is answered once, and by the version that was read', async () => {
    const { body } = await ask((await handedOver()).id);
    const stale = await house
      .as('merchandiser')
      .post(`/deletion-requests/${body.id}/approval/`, {}, { 'If-Match': '"7"' });
    expect(stale.status).toBe(412);
    expect((await answer(body.id, 'decline', 'merchandiser')).status).toBe(200);
    for (const how of ['approval', 'decline'] as const)
      expect((await answer(body.id, how, 'merchandiser')).body.code).toBe('lifecycle.illegal_transition');
    expect((await answer(body.id, 'withdrawal', 'colleague')).status).toBe(409);
  });

  it('names what it cannot read', async () => {
    const me = house.as('colleague');
    const { status, body } = await me.get<{ errors: object }>('/deletion-requests/?status=open&role=boss&orderid=1');
    expect([status, Object.keys(body.errors).sort()]).toEqual([400, ['orderid', 'role', 'status']]);
    const long = await me.post<{ errors: object }>(`/orders/${(await handedOver()).id}/deletion-requests/`, {
      reason: 'x'.repeat(1001),
      note: 'y',
    });
    expect([long.status, Object.keys(long.body.errors).sort()]).toEqual([400, ['note', 'reason']]);
  });
});

describe('deletion requests: from the question to the answer', () => {
  it('deletes the order with the approval, tells who asked, and outlives the order', async () => {
    const order = await handedOver({ orderNumber: 'PO-1182' });
    const asked = await ask(order.id, 'colleague', 'Entered twice.');
    expect(asked.status).toBe(201);
    expect(asked.body).toMatchObject({
      orderId: order.id,
      orderNumber: 'PO-1182',
      customerName: 'ANABIA',
      requester: { id: house.ids.colleague },
      approver: { id: house.ids.merchandiser },
      status: 'pending',
      reason: 'Entered twice.',
      mayWithdraw: true,
    });
    expect(await noticesOf('merchandiser', order.id)).toMatchObject([
      {
        notificationType: 'deletion_request',
        relatedId: asked.body.id,
        severity: 'warning',
        title: 'colleague of the house asks you to delete order PO-1182.',
      },
    ]);
    const approved = await answer(asked.body.id, 'approval', 'merchandiser', { responseNote: 'Yes.' });
    expect([approved.status, approved.body]).toMatchObject([
      200,
      { status: 'approved', responseNote: 'Yes.', respondedBy: { id: house.ids.merchandiser }, mayAnswer: false },
    ]);
    expect((await house.as('colleague').get(`/orders/${order.id}/`)).status).toBe(404);
    expect(await noticesOf('colleague', order.id)).toMatchObject([
      { notificationType: 'deletion_approved', severity: 'info', title: 'Order PO-1182 is deleted, as you asked.' },
    ]);
    expect(await house.eventNamesOf(asked.body.id)).toEqual(['deletion_request.made', 'deletion_request.approved']);
    expect((await house.eventNamesOf(order.id)).at(-1)).toBe('order.deleted');

    await house.query('DELETE FROM orders WHERE id = $1', [order.id]);
    for (const by of ['colleague', 'merchandiser', 'manager'] as const)
      expect((await house.as(by).get<Request>(`/deletion-requests/${asked.body.id}/`)).body).toMatchObject({
        orderId: null,
        orderNumber: 'PO-1182',
        status: 'approved',
      });
  });

  it('leaves the order where it is declined, and says why', async () => {
    const order = await handedOver();
    const { body } = await ask(order.id);
    await answer(body.id, 'decline', 'merchandiser', { responseNote: 'The buyer still wants it.' });
    expect((await house.as('colleague').get(`/orders/${order.id}/`)).status).toBe(200);
    expect(await noticesOf('colleague', order.id)).toMatchObject([
      { notificationType: 'deletion_declined', severity: 'warning' },
    ]);
    expect((await house.as('colleague').get<Request>(`/deletion-requests/${body.id}/`)).body.responseNote).toBe(
      'The buyer still wants it.',
    );
  });

  it('can be withdrawn by who asked', async () => {
    const order = await handedOver();
    const { body } = await ask(order.id);
    expect((await answer(body.id, 'withdrawal', 'colleague')).body).toMatchObject({ status: 'withdrawn' });
    expect((await noticesOf('merchandiser', order.id)).map((each) => each.notificationType)).toContain(
      'deletion_withdrawn',
    );
    expect(await house.eventNamesOf(body.id)).toEqual(['deletion_request.made', 'deletion_request.withdrawn']);
  });

  it('is for managers and admins where who made the order has left', async () => {
    const order = await handedOver();
    await house.query('UPDATE user_profiles SET is_active = FALSE WHERE id = $1', [house.ids.merchandiser]);
    try {
      const { body } = await ask(order.id);
      const told = await Promise.all((['manager', 'admin'] as const).map((person) => noticesOf(person, order.id)));
      expect(told.map((notices) => notices.map((each) => each.notificationType))).toEqual([
        ['deletion_request'],
        ['deletion_request'],
      ]);
      expect((await answer(body.id, 'approval', 'manager')).body).toMatchObject({ status: 'approved' });
      expect((await house.as('manager').get(`/orders/${order.id}/`)).status).toBe(404);
    } finally {
      await house.query('UPDATE user_profiles SET is_active = TRUE WHERE id = $1', [house.ids.merchandiser]);
    }
  });

  it('is settled when the order is deleted without it', async () => {
    const order = await handedOver();
    const { body } = await ask(order.id);
    await house.as('admin').delete(`/orders/${order.id}/`);
    expect((await house.as('colleague').get<Request>(`/deletion-requests/${body.id}/`)).body).toMatchObject({
      status: 'approved',
      respondedBy: { id: house.ids.admin },
    });
  });

  it('is listed by side, state and order, in two statements', async () => {
    const order = await handedOver();
    const { body } = await ask(order.id);
    const ids = async (query: string, by: Person) =>
      (await house.as(by).get<List>(`/deletion-requests/?${query}`)).body.results.map(({ id }) => id);
    expect(await ids('role=requester&status=pending', 'colleague')).toContain(body.id);
    expect(await ids('role=approver', 'colleague')).not.toContain(body.id);
    expect(await ids('role=approver&status=pending', 'merchandiser')).toContain(body.id);
    expect(await ids(`orderId=${order.id}&search=${body.orderNumber}`, 'manager')).toEqual([body.id]);
    const list = await statementsDuring(() => house.as('manager').get('/deletion-requests/'));
    const detail = await statementsDuring(() => house.as('manager').get(`/deletion-requests/${body.id}/`));
    expect([list.statements.length, detail.statements.length]).toEqual([2, 1]);
  });
});

describe('deletion requests: at once (fault 24)', () => {
  it('makes one of many that ask together', async () => {
    const order = await handedOver();
    const asked = await Promise.all([ask(order.id), ask(order.id, 'manager'), ask(order.id), ask(order.id, 'manager')]);
    expect(asked.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    const [{ total } = { total: 0 }] = await house.query<{ total: number }>(
      'SELECT count(*)::int AS total FROM deletion_requests WHERE order_id = $1',
      [order.id],
    );
    expect(total).toBe(1);
    await expect(
      house.query(
        `INSERT INTO deletion_requests (id, order_id, order_number, customer_name) VALUES ($1, $2, 'PO-1', 'ANABIA')`,
        [NOBODYS, order.id],
      ),
    ).rejects.toThrow('uq_deletion_requests_pending');
  });

  it('takes one of two answers, and does what that one says', async () => {
    for (let round = 0; round < 3; round++) {
      const order = await handedOver({ orderDate: addDays(today('Asia/Dhaka'), -round) });
      const { body } = await ask(order.id);
      const answers = await Promise.all([
        answer(body.id, 'approval', 'merchandiser'),
        answer(body.id, 'decline', 'admin'),
        answer(body.id, 'withdrawal', 'colleague'),
      ]);
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      const [{ status, gone } = { status: '', gone: false }] = await house.query<{ status: string; gone: boolean }>(
        `SELECT r.status, o.deleted_at IS NOT NULL AS gone FROM deletion_requests r JOIN orders o ON o.id = r.order_id WHERE r.id = $1`,
        [body.id],
      );
      expect(gone).toBe(status === 'approved');
    }
  });
});
