import type { SampleStatus } from '../../src/modules/samples/vocabulary';
import type { ShipmentStatus } from '../../src/modules/shipments/shipment.lifecycle';
import { EventDelivery } from '../../src/platform/events/event-delivery';
import { today } from '../../src/platform/values/day';
import type { House, Person } from './house';

export interface GivenLine {
  id: string;
  styleId: string;
  label: string;
  colorName: string | null;
  rowVersion: number;
}

export interface GivenOrder {
  id: string;
  orderNumber: string;
  rowVersion: number;
  styles: { id: string; lines: GivenLine[]; rowVersion: number }[];
  /** The lines of all styles. */
  lines: GivenLine[];
}

export interface GivenSample {
  id: string;
  orderId: string;
  orderLineId: string | null;
  version: number;
  status: string;
  rowVersion: number;
}

export interface GivenShipment {
  id: string;
  orderId: string;
  status: string;
  rowVersion: number;
}

/** What a test starts from, made through the API; a test names only what matters to it. */
export class Given {
  constructor(private readonly house: House) {}

  /** An order of `by` with one style and two lines (White 44,640 and Black 20,040 pieces), unless told otherwise. */
  async order(overrides: object = {}, by: Person = 'merchandiser'): Promise<GivenOrder> {
    const { status, body } = await this.house.as(by).post<Omit<GivenOrder, 'lines'>>('/orders/', {
      customerName: 'ANABIA',
      fabricType: 'Single jersey',
      styles: [
        {
          styleNumber: 'MT-2291',
          lines: [
            {
              colorName: 'White',
              quantity: '44640',
              unit: 'pieces',
              provaPrice: '2.45',
              millPrice: '2.10',
              etd: '2027-01-05',
            },
            {
              colorName: 'Black',
              quantity: '20040',
              unit: 'pieces',
              provaPrice: '2.45',
              millPrice: '2.10',
              etd: '2027-01-09',
            },
          ],
        },
      ],
      ...overrides,
    });
    if (status !== 201) throw new Error(`No order was made: ${JSON.stringify(body)}`);
    return { ...body, lines: body.styles.flatMap((style) => style.lines) };
  }

  /** A lab dip of the White line of an order of its own, brought to `status`, unless told otherwise. */
  async sample(
    { status = 'pending', ...overrides }: { status?: SampleStatus; [field: string]: unknown } = {},
    by: Person = 'merchandiser',
  ): Promise<GivenSample> {
    const caller = this.house.as(by);
    const order = 'orderId' in overrides ? null : await this.order({}, by);
    const made = await caller.post<GivenSample>('/samples/', {
      ...(order ? { orderId: order.id, orderLineId: order.lines[0]?.id } : {}),
      type: 'lab_dip',
      again: true,
      ...overrides,
    });
    if (made.status !== 201) throw new Error(`No sample was made: ${JSON.stringify(made.body)}`);
    const steps = {
      pending: [],
      submitted: [['submission', {}]],
      approved: [
        ['submission', {}],
        ['approval', {}],
      ],
      rejected: [
        ['submission', {}],
        ['rejection', { reason: 'Too red under D65.' }],
      ],
    } as const;
    let { body } = made;
    for (const [step, sent] of steps[status])
      body = (await caller.post<GivenSample>(`/samples/${body.id}/${step}/`, sent)).body;
    return body;
  }

  /** A shipment of an order, its own unless told, that carries this much of its White line and was invoiced; what is owed for it is known. */
  async invoicedShipment(
    {
      quantity = '1000',
      orderId,
      ...overrides
    }: { quantity?: string; orderId?: string; [field: string]: unknown } = {},
    by: Person = 'merchandiser',
  ): Promise<GivenShipment & { invoice: { id: string; invoiceNumber: string }; receivableId: string }> {
    const caller = this.house.as(by);
    const order = orderId ? (await caller.get<GivenOrder>(`/orders/${orderId}/`)).body : await this.order({}, by);
    const shipment = await this.shipment({ orderId: order.id, ...overrides }, by);
    const [line] = order.styles.flatMap(({ lines }) => lines);
    await caller.put(`/shipments/${shipment.id}/lines/`, {
      lines: [{ orderLineId: line!.id, quantity, unit: 'pieces' }],
    });
    const issued = await caller.post<{ id: string; invoiceNumber: string }>(`/shipments/${shipment.id}/invoices/`);
    await this.house.app.get(EventDelivery, { strict: false }).deliverPending();
    const owed = await caller.get<{ results: { id: string }[] }>(`/financials/receivables/?shipmentId=${shipment.id}`);
    const receivableId = owed.body.results[0]?.id;
    if (!receivableId) throw new Error(`Nothing is owed: ${JSON.stringify([issued.body, owed.body])}`);
    return { ...shipment, invoice: issued.body, receivableId };
  }

  /** A shipment of an order of its own, booked to leave today and brought to `status`, unless told otherwise. */
  async shipment(
    { status = 'pending', ...overrides }: { status?: ShipmentStatus; [field: string]: unknown } = {},
    by: Person = 'merchandiser',
  ): Promise<GivenShipment> {
    const caller = this.house.as(by);
    const made = await caller.post<GivenShipment>('/shipments/', {
      ...('orderId' in overrides ? {} : { orderId: (await this.order({}, by)).id }),
      carrierName: 'Maersk',
      awbNumber: '176-12345675',
      shippingDate: today('Asia/Dhaka'),
      ...overrides,
    });
    if (made.status !== 201) throw new Error(`No shipment was made: ${JSON.stringify(made.body)}`);
    const departure = ['departure', {}] as const;
    const steps = {
      pending: [],
      in_transit: [departure],
      delivered: [departure, ['delivery', {}]],
      returned: [departure, ['return', { reason: 'Refused by the customs broker.' }]],
    } as const;
    let { body } = made;
    for (const [step, sent] of steps[status])
      body = (await caller.post<GivenShipment>(`/shipments/${body.id}/${step}/`, sent)).body;
    return body;
  }
}
