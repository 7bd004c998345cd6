import { Order } from '../orders/order/order.entity';
import { OrderLine } from '../orders/line/line.entity';
import { shipmentAffected } from './shipment-impact';

const order = new Order();
const said = (after: Partial<OrderLine>, status: 'pending' | 'in_transit' = 'pending') =>
  shipmentAffected(
    { id: 'shipment', awbNumber: '176-12345675', carrierName: 'DHL', shippingDate: '2027-01-05', status },
    {
      before: { order, lines: [] },
      after: { order, lines: [] },
      line: Object.assign(new OrderLine(), after),
      figures: { before: {}, after },
    },
  );

describe('what a change of figures does to a shipment', () => {
  it('says for which day and quantity it was booked', () => {
    expect(said({ quantity: '900' })).toMatchObject({
      title: 'Shipment 176-12345675 with DHL',
      sentence: 'Booked to leave on 5 Jan 2027 with the quantity as it was.',
    });
    expect(said({ etd: '2027-01-09' })?.sentence).toBe(
      'It is booked for 5 Jan 2027, before the new ETD of 9 Jan 2027.',
    );
  });

  it('knows that what has left cannot be booked anew', () => {
    expect(said({ quantity: '900' }, 'in_transit')?.sentence).toBe(
      'It left on 5 Jan 2027 with papers for the quantity as it was.',
    );
    expect(said({ etd: '2027-01-09' }, 'in_transit')).toBeNull();
  });

  it('is left in peace by a day that it is booked for', () => {
    expect(said({ etd: '2027-01-05' })).toBeNull();
  });
});
