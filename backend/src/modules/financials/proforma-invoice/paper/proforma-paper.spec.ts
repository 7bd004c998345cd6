import { Order } from '../../../orders/order/order.entity';
import { ProformaInvoiceLine } from '../proforma-invoice-line.entity';
import { ProformaInvoice } from '../proforma-invoice.entity';
import { paperOf } from './proforma-paper';

const line = (given: Partial<ProformaInvoiceLine> = {}) =>
  Object.assign(new ProformaInvoiceLine(), {
    ...{ style: 'MT-1', colour: 'White', description: 'Single jersey', composition: '100% cotton', construction: null },
    ...{ gsm: '160.00', width: '72 in', hsCode: '60062200', quantity: '44640.000', unit: 'pieces', price: '2.4575' },
    ...{ amount: '109702.800', millPrice: '1.2345', commission: '0.0777' },
    ...given,
  });

const invoice = (given: Partial<ProformaInvoice> = {}) =>
  Object.assign(new ProformaInvoice(), {
    ...{ piNumber: 'PI-00042', version: 2, amount: '117025.850', currency: 'USD', issueDate: '2026-11-21' },
    ...{ order: Object.assign(new Order(), { orderNumber: 'PO-1182', customerName: 'ANABIA' }) },
    lines: [line(), line({ colour: 'Sand', quantity: '1200.500', unit: 'kg', price: '6.1000', amount: '7323.050' })],
    ...{
      incoterm: 'FOB',
      incotermPlace: 'Chattogram',
      tolerancePercent: '3.00',
      transhipment: false,
      etd: '2027-01-05',
    },
    ...{ bankBic: 'SCBLBDDX', buyer: 'ANABIA GmbH\nHamburg', signatory: 'Rahim Uddin', partialShipments: null },
    ...given,
  });

describe('the paper of a PI', () => {
  it('tells goods, total and terms in words', () => {
    const paper = paperOf(invoice(), 'Prova');
    expect(paper.lines[0]).toEqual({
      title: 'MT-1 · White',
      detail: 'Single jersey · 100% cotton · 160\u00a0g/m² · width\u00a072\u00a0in · HS 60062200',
      quantity: '44,640 pcs',
      price: '2.4575 / pc',
      amount: 'USD 109,702.80',
    });
    expect(paper.totals).toEqual([
      { label: 'Total', quantity: '1,200.5 kg', amount: 'USD 117,025.85' },
      { label: '', quantity: '44,640 pcs', amount: '' },
    ]);
    expect(paper.inWords).toMatch(
      /^Say US dollars one hundred and seventeen thousand and twenty-five and cents eighty-five/,
    );
    expect(paper.terms).toEqual([
      ['Delivery', 'FOB Chattogram, Incoterms® 2020'],
      ['Shipment', 'on or before 5 Jan 2027'],
      ['Transhipment', 'not allowed'],
      ['Tolerance', '± 3 % in quantity and amount'],
    ]);
    expect(paper.bank).toEqual([['BIC / SWIFT', 'SCBLBDDX']]);
    expect(paper.signatures).toEqual(['For the seller: Rahim Uddin', 'Accepted for ANABIA GmbH']);
  });

  it('never shows what the mill asks', () => {
    const said = JSON.stringify(paperOf(invoice(), 'Prova'));
    expect(said).not.toContain('1.23');
    expect(said).not.toContain('0.07');
  });

  it('names the order where the PI has an amount alone', () => {
    const paper = paperOf(invoice({ lines: [], buyer: null }), 'Prova');
    const amount = 'USD 117,025.85';
    expect(paper.lines).toEqual([{ title: 'Goods of order PO-1182', detail: null, quantity: '', price: '', amount }]);
    expect(paper.totals).toEqual([{ label: 'Total', quantity: '', amount }]);
    expect(paper.signatures[1]).toBe('Accepted for ANABIA');
  });
});
