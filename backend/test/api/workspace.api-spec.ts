import { House } from '../support/house';
import { statementsDuring } from '../support/statements';

let house: House;
beforeAll(async () => (house = await House.open()));
afterAll(() => house?.close());

describe('the order page', () => {
  it('is for who is signed in and sees the order', async () => {
    const order = await house.given.order({}, 'colleague');
    expect((await house.anonymous.get(`/orders/${order.id}/workspace/`)).status).toBe(401);
    expect((await house.as('merchandiser').get(`/orders/${order.id}/workspace/`)).status).toBe(404);
  });

  it('has the order and what lies under it in one request of three statements (fault 25)', async () => {
    const me = house.as('merchandiser');
    const order = await house.given.order();
    const line = order.lines[0]!;
    await me.post('/samples/', { orderId: order.id, orderLineId: line.id, type: 'lab_dip' });
    await me.post('/financials/proforma-invoices/', { orderId: order.id });
    await me.post('/financials/letters-of-credit/', {
      orderId: order.id,
      lcNumber: 'DC-1',
      amount: '158466.00',
      currency: 'USD',
      issueDate: '2026-11-01',
      expiryDate: '2027-02-01',
    });
    await me.post('/shipments/', {
      orderId: order.id,
      carrierName: 'DHL Express',
      awbNumber: '1234567891',
      shippingDate: '2026-11-20',
    });
    await me.post('/production/metrics/', { orderId: order.id, date: '2026-11-20', knittedQuantity: '120.5' });
    await me.put(`/order-lines/${line.id}/milestones/yarnBooked/`, { plannedOn: '2026-11-02' });

    const { result, statements } = await statementsDuring(() => me.get(`/orders/${order.id}/workspace/`));
    expect(result.body).toMatchObject({
      order: { id: order.id, styles: [{ lines: [{}, {}] }] },
      samples: [{ type: 'lab_dip', version: 1, status: 'pending', orderLineId: line.id }],
      proformaInvoices: [{ version: 1, status: 'draft', amount: '158466.00', currency: 'USD' }],
      lettersOfCredit: [{ lcNumber: 'DC-1', expiryDate: '2027-02-01' }],
      shipments: [{ carrierName: 'DHL Express', status: 'pending' }],
      output: [{ unit: 'kg', knitted: '120.5', dyed: '0', lastDay: '2026-11-20' }],
      plan: { steps: 1, done: 0, overdue: 1 },
    });
    expect(statements).toHaveLength(3);
  });
});
