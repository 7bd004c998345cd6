import { IllegalTransition } from '../../platform/lifecycle/lifecycle';
import { Shipment } from './shipment.entity';
import { ArrivalBeforeShipping, DeliveredBeforeShipping } from './shipment.errors';
import { SHIPMENT_STATUSES, shipmentLifecycle, type ShipmentStatus } from './shipment.lifecycle';

/** A shipment that has come to `status`: it left on the 5th, and arrived or came back later. */
function shipmentThatIs(status: ShipmentStatus): Shipment {
  const shipment = Object.assign(new Shipment(), {
    status: 'pending' as const,
    shippingDate: '2027-01-05',
    estimatedArrival: '2027-01-25',
  });
  if (status === 'pending') return shipment;
  shipment.depart('2027-01-05', '2027-01-25');
  if (status === 'delivered') shipment.deliver('2027-01-24');
  if (status === 'returned') shipment.return('Refused by the customs broker.');
  return shipment;
}

const attempts: Record<Exclude<ShipmentStatus, 'pending'>, (shipment: Shipment) => void> = {
  in_transit: (shipment) => shipment.depart('2027-01-06', null),
  delivered: (shipment) => shipment.deliver('2027-01-24'),
  returned: (shipment) => shipment.return('Refused by the customs broker.'),
};

describe('the life of a shipment', () => {
  it('reaches every status from the first', () => {
    expect(shipmentLifecycle.statuses).toEqual([...SHIPMENT_STATUSES]);
    for (const status of SHIPMENT_STATUSES) expect(shipmentThatIs(status).status).toBe(status);
  });

  it('refuses every step that is not in the table, and changes nothing then', () => {
    for (const from of SHIPMENT_STATUSES)
      for (const [to, attempt] of Object.entries(attempts)) {
        const shipment = shipmentThatIs(from);
        if (shipmentLifecycle.nextOf(from).includes(to as ShipmentStatus)) {
          attempt(shipment);
          expect(shipment.status).toBe(to);
        } else {
          expect(() => attempt(shipment)).toThrow(IllegalTransition);
          expect({ ...shipment, id: null }).toEqual({ ...shipmentThatIs(from), id: null });
        }
      }
  });

  it('leaves again after it came back, and no longer says why it did', () => {
    const shipment = shipmentThatIs('returned');
    expect(shipment.returnReason).toBe('Refused by the customs broker.');
    shipment.depart('2027-02-01', '2027-02-20');
    expect(shipment).toMatchObject({ status: 'in_transit', shippingDate: '2027-02-01', returnReason: null });
    expect(shipmentLifecycle.nextOf('delivered')).toEqual([]);
  });
});

describe('the days of a shipment', () => {
  it('follow one another', () => {
    expect(() => shipmentThatIs('pending').depart('2027-01-26', '2027-01-25')).toThrow(ArrivalBeforeShipping);
    expect(() => shipmentThatIs('pending').depart('2027-01-25', '2027-01-25')).not.toThrow();
    expect(() => shipmentThatIs('in_transit').deliver('2027-01-04')).toThrow(DeliveredBeforeShipping);
    expect(() => shipmentThatIs('in_transit').deliver('2027-01-05')).not.toThrow();
  });

  it('stay in order when they are corrected', () => {
    const corrected = (changes: Partial<Shipment>, status: ShipmentStatus) => () =>
      Object.assign(shipmentThatIs(status), changes).refuseDaysOutOfOrder();
    expect(corrected({ estimatedArrival: '2027-01-04' }, 'pending')).toThrow(ArrivalBeforeShipping);
    expect(corrected({ estimatedArrival: null }, 'pending')).not.toThrow();
    expect(corrected({ shippingDate: '2027-01-24' }, 'delivered')).not.toThrow();
    expect(corrected({ shippingDate: '2027-01-25' }, 'delivered')).toThrow(DeliveredBeforeShipping);
  });
});
