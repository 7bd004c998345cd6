import type { Cargo } from '../cargo/cargo';
import type { CargoLine } from '../cargo/cargo.repository';
import { ShipmentContainer } from '../cargo/shipment-container.entity';
import { CommercialInvoice, CommercialInvoiceLine } from '../invoice/commercial-invoice.entity';
import { commercialInvoiceLifecycle } from '../invoice/commercial-invoice.lifecycle';
import { PackageContent, ShipmentPackage } from '../packing/shipment-package.entity';
import { Shipment } from '../shipment.entity';
import { invoicePaperOf } from './invoice-paper';
import { packingListPaperOf } from './packing-list-paper';

const printing = { house: 'Prova', printed: 'printed 22 Nov 2026 by Rina' };

const shipment = Object.assign(new Shipment(), {
  ...{ carrierName: 'Maersk', awbNumber: 'MAEU 219 884', mode: 'sea', shippingDate: '2027-01-05', status: 'pending' },
  ...{ vesselName: 'MAERSK DHAKA', voyageNumber: '701W', portOfLoadingCode: 'BDCGP', portOfLoadingName: 'Chattogram' },
  ...{ flightNumber: null, portOfDischargeCode: 'DEHAM', portOfDischargeName: null, finalDestination: null },
  ...{ incoterm: 'FCA', incotermPlace: 'Dhaka', consignee: 'ANABIA GmbH', notifyParty: null },
  orders: [{ id: 'order', orderNumber: 'PO-1182', customerName: 'ANABIA', merchandiserId: null }],
});

const invoice = Object.assign(new CommercialInvoice(), {
  ...{ invoiceNumber: 'CI-00042', status: 'issued', issueDate: '2027-01-04', amount: '7380.000', currency: 'USD' },
  ...{ incoterm: 'FCA', incotermPlace: 'Dhaka', buyer: 'ANABIA', notes: null, cancelReason: null },
  ...{ orderNumbers: ['PO-1182'], seller: 'Prova Fashion Ltd\nDhaka', signatory: 'Rahim Uddin, Director' },
  ...{ bankName: 'Eastern Bank', bankAddress: null, bankBic: 'EBLDBDDH', bankAccount: '1041' },
  lines: [
    Object.assign(new CommercialInvoiceLine(), {
      ...{ description: 'MT-1 · Black\nSingle jersey', quantity: '1200.000', unit: 'kg' },
      ...{ unitPrice: '6.1500', amount: '7380.000', priceFrom: 'proforma_invoice', piNumber: 'PI-00042' },
    }),
  ],
});

const line: CargoLine = {
  ...{
    id: 'goes',
    orderId: 'order',
    orderNumber: 'PO-1182',
    orderLineId: 'black',
    quantity: '1200.000',
    unit: 'kg',
    unitPrice: null,
    description: null,
  },
  ...{ styleNumber: 'MT-1', colorName: 'Black', colorCode: null, cadName: null, cadCode: null, part: 1 },
  ...{ fabricType: 'Single jersey', fabricComposition: '100% cotton', construction: null, gsm: '160.00' },
  ...{
    orderedQuantity: '1200.000',
    orderedUnit: 'kg',
    provaPrice: '6.1500',
    currency: 'USD',
    elsewhere: null,
    agreed: null,
  },
};

const cargo: Cargo = {
  ...{ shipment, lines: [line], invoice },
  containers: [
    Object.assign(new ShipmentContainer(), {
      ...{ id: 'box', containerNumber: 'CSQU3054383', size: '40HC', sealNumber: 'ML-4471203' },
    }),
  ],
  packages: [
    Object.assign(new ShipmentPackage(), {
      ...{ kind: 'roll', firstNumber: 1, lastNumber: 48, netKg: '25.000', grossKg: '25.600' },
      ...{ lengthCm: '180.0', widthCm: '30.0', heightCm: '30.0', containerId: 'box' },
      contents: [Object.assign(new PackageContent(), { shipmentLineId: 'goes', quantity: '25.000' })],
    }),
  ],
};

describe('the paper of a commercial invoice', () => {
  it('tells what was issued, and how it travels', () => {
    const paper = invoicePaperOf(invoice, shipment, printing);
    expect(paper.lines).toEqual([
      { goods: 'MT-1 · Black\nSingle jersey', quantity: '1,200 kg', price: 'USD 6.15 / kg', amount: 'USD 7,380.00' },
    ]);
    expect(paper.total).toEqual({ quantity: '1,200 kg', amount: 'USD 7,380.00' });
    expect(paper.inWords).toBe('Say US dollars seven thousand three hundred and eighty only.');
    expect(paper.facts[0]).toEqual([
      ['Seller', 'Prova Fashion Ltd\nDhaka'],
      ['To', 'ANABIA'],
      ['Consignee', 'ANABIA GmbH'],
      ['Order', 'PO-1182'],
      ['Proforma', 'PI-00042'],
    ]);
    expect(paper.bank).toEqual([
      ['Bank', 'Eastern Bank'],
      ['BIC / SWIFT', 'EBLDBDDH'],
      ['Account', '1041'],
    ]);
    expect(paper.signatures).toEqual(['For Prova: Rahim Uddin, Director']);
    expect(paper.facts[1]).toEqual([
      ['Date', '4 Jan 2027'],
      ['Carrier', 'Maersk'],
      ['Bill of lading', 'MAEU 219 884'],
      ['Vessel', 'MAERSK DHAKA voyage 701W'],
      ['From', 'Chattogram (BDCGP)'],
      ['To', 'DEHAM'],
      ['Leaves on', '5 Jan 2027'],
      ['Terms', 'FCA Dhaka, Incoterms 2020'],
    ]);
    expect(paper.foot).toBe('CI-00042 · PO-1182 · printed 22 Nov 2026 by Rina');
  });

  it('says of a cancelled one that it is', () => {
    const cancelled = Object.assign(new CommercialInvoice(), invoice);
    cancelled.cancel('Another description.');
    expect(invoicePaperOf(cancelled, shipment, printing).remarks).toEqual(['CANCELLED: Another description.']);
    expect(commercialInvoiceLifecycle.nextOf('cancelled')).toEqual([]);
    expect(() => cancelled.cancel('Again.')).toThrow();
  });
});

describe('the paper of a packing list', () => {
  it('tells of each row what lies in one package and in all, and what it adds up to', () => {
    const paper = packingListPaperOf(cargo, invoice, { ...printing, seller: 'Prova Fashion Ltd' });
    expect(paper.rows).toEqual([
      {
        ...{ numbers: '1–48', count: '48 rolls', goods: 'MT-1 · Black', each: '25 kg', quantity: '1,200 kg' },
        ...{ net: '1,200 kg', gross: '1,228.8 kg', measures: '180 × 30 × 30' },
      },
    ]);
    expect(paper.totals).toEqual([
      ['MT-1 · Black', '1,200 kg'],
      ['Packages', '48 rolls'],
      ['Net weight', '1,200 kg'],
      ['Gross weight', '1,228.8 kg'],
      ['Volume', '7.776 m³'],
    ]);
    expect(paper.containers).toEqual([
      { box: 'CSQU3054383 · 40′HC · seal ML-4471203', holds: 'rolls 1–48 · 1,228.8 kg gross' },
    ]);
    expect([paper.number, paper.facts[0]]).toEqual([
      'CI-00042',
      [
        ['Shipper', 'Prova Fashion Ltd'],
        ['Consignee', 'ANABIA GmbH'],
        ['Order', 'PO-1182'],
        ['Invoice', 'CI-00042'],
      ],
    ]);
  });
});
