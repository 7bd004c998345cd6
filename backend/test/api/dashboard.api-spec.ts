import { addDays, today } from '../../src/platform/values/day';
import { House } from '../support/house';
import { statementsDuring } from '../support/statements';

let house: House;
beforeAll(async () => (house = await House.open()));
afterAll(() => house?.close());

interface Dashboard {
  open: number;
  byStatus: { status: string; count: number }[];
  leaving: Record<string, number>;
  attention: Record<string, number>;
  openValue: { amount: string; currency: string }[];
  next: { orderNumber: string; overdueMilestones: number }[];
}

const day = today('Asia/Dhaka');
const leavingIn = (days: number, orderNumber: string) => ({
  orderNumber,
  styles: [
    {
      styleNumber: 'MT',
      lines: [{ colorName: 'White', quantity: '100', unit: 'kg', provaPrice: '2.50', etd: addDays(day, days) }],
    },
  ],
});

describe('the home page', () => {
  it('is for who is signed in', async () => expect((await house.anonymous.get('/dashboard/')).status).toBe(401));

  it('counts my orders by the days to their lines’ ETD, and what waits for somebody (faults 11, 23)', async () => {
    const late = await house.given.order(leavingIn(-1, 'LATE'));
    await house.given.order(leavingIn(5, 'SOON'));
    await house.given.order(leavingIn(6, 'LATER'));
    await house.given.order(leavingIn(31, 'FAR'));
    await house.given.order(leavingIn(2, 'NOT MINE'), 'colleague');
    const done = await house.given.order(leavingIn(-9, 'DONE'));
    const me = house.as('merchandiser');
    await me.post(`/orders/${done.id}/delivery/`);
    await me.put(`/order-lines/${late.lines[0]!.id}/milestones/dyeingStart/`, { plannedOn: addDays(day, -3) });
    await me.post('/samples/', { orderId: late.id, orderLineId: late.lines[0]!.id, type: 'lab_dip' });

    const { body } = await me.get<Dashboard>('/dashboard/');
    expect(body).toMatchObject({
      open: 4,
      leaving: { late: 1, within5: 1, within10: 1, within30: 0 },
      attention: { samplesToSend: 1, samplesAwaitingDecision: 0, overdueMilestones: 1 },
      openValue: [{ amount: '1000.00', currency: 'USD' }],
    });
    expect(body.next.map(({ orderNumber }) => orderNumber)).toEqual(['LATE', 'SOON', 'LATER', 'FAR']);
    expect(body.next[0]?.overdueMilestones).toBe(1);
    expect(body.byStatus).toContainEqual({ status: 'completed', count: 1 });
    expect((await house.as('manager').get<Dashboard>('/dashboard/')).body.open).toBe(5);
  });

  it('counts what the lists count that its numbers open', async () => {
    const me = house.as('merchandiser');
    const order = await house.given.order(leavingIn(20, 'MIXED'));
    await me.post(`/order-lines/${order.lines[0]!.id}/status/`, { status: 'running' });
    await house.given.sample({ orderId: order.id, orderLineId: order.lines[0]!.id, status: 'submitted' });
    const invoice = await me.post<{ id: string }>('/financials/proforma-invoices/', { orderId: order.id });
    await me.post(`/financials/proforma-invoices/${invoice.body.id}/dispatch/`);
    for (const by of ['merchandiser', 'manager'] as const) {
      const { body } = await house.as(by).get<Dashboard>('/dashboard/');
      const lists = {
        samplesAwaitingDecision: '/samples/?status=submitted',
        samplesToSend: '/samples/?status=pending',
        invoicesToConfirm: '/financials/proforma-invoices/?status=sent',
        creditsExpiring: `/financials/letters-of-credit/?status=issued&status=confirmed&expiryFrom=${day}&expiryTo=${addDays(day, 14)}`,
        ...Object.fromEntries(body.byStatus.map(({ status }) => [status, `/orders/?orderStatus=${status}`])),
      };
      const told = { ...body.attention, ...Object.fromEntries(body.byStatus.map((each) => [each.status, each.count])) };
      const counted: Record<string, number> = { overdueMilestones: body.attention['overdueMilestones'] ?? 0 };
      for (const [name, list] of Object.entries(lists))
        counted[name] = (await house.as(by).get<{ count: number }>(list)).body.count;
      expect(told).toEqual(counted);
    }
    const { body } = await me.get<Dashboard>('/dashboard/');
    expect(body.attention).toMatchObject({ samplesAwaitingDecision: 1, invoicesToConfirm: 1 });
  });

  it('is one statement', async () => {
    const { statements } = await statementsDuring(() => house.as('merchandiser').get('/dashboard/'));
    expect(statements).toHaveLength(1);
  });
});
