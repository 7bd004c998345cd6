import type { Happening } from './notice';
import { NOTICES } from './notices';

const happening = (facts: Record<string, unknown>, more: Partial<Happening> = {}): Happening => ({
  orderNumber: 'PO-1182',
  customerName: 'ANABIA',
  actorName: 'Rina Akter',
  lineName: 'Black',
  linePart: 1,
  day: '2026-11-22',
  facts,
  ...more,
});

const told = (name: string, of: Happening) => {
  const notice = NOTICES[name]!;
  return [notice.title(of), notice.message(of)];
};

describe('notices', () => {
  it('tell what happened, to which order and why', () => {
    expect(told('sample.rejected', happening({ type: 'lab_dip', version: 1, reason: 'Too red under D65. ' }))).toEqual([
      'Lab dip round 1 for Black of order PO-1182 was rejected.',
      'Rina Akter recorded the rejection of lab dip round 1 for Black, order PO-1182 of ANABIA: “Too red under D65”. Send a new round.',
    ]);
    expect(
      told(
        'sample.approved',
        happening({ type: 'lab_dip', version: 2, option: 'B', condition: 'If bulk is bluer.' }),
      )[1],
    ).toBe(
      'Rina Akter recorded the approval of option B of lab dip round 2 for Black, order PO-1182 of ANABIA. It holds on a condition: “If bulk is bluer”.',
    );
    expect(
      told('proforma_invoice.sent', happening({ piNumber: 'PI-00012', amount: '158466', currency: 'USD' })),
    ).toEqual([
      'PI-00012 of order PO-1182 waits for your confirmation.',
      'Rina Akter sent PI-00012 for USD 158,466.00 for order PO-1182 of ANABIA. Confirm it, or cancel it with a reason.',
    ]);
    expect(told('line.revised', happening({ number: 2, agreedBy: 'Anna Berg', reason: 'The buyer cut it.' }))[1]).toBe(
      'Rina Akter made revision 2, agreed with Anna Berg, of order PO-1182 of ANABIA, on Black: “The buyer cut it”.',
    );
    expect(told('gate.overridden', happening({ step: 'dyeing', reason: 'The slot would be lost.' }))).toEqual([
      'Order PO-1182 went on although a gate said no.',
      'Rina Akter recorded dyeing for Black before the lab dip was approved, order PO-1182 of ANABIA: “The slot would be lost”.',
    ]);
    expect(
      told('gate.overridden', happening({ step: 'cutting', lines: 3, reason: 'Agreed.' }, { lineName: null }))[1],
    ).toBe(
      'Rina Akter recorded cutting for 3 lines before the PP sample was approved, order PO-1182 of ANABIA: “Agreed”.',
    );
    expect(told('letter_of_credit.issued', happening({ lcNumber: '0417' }))[0]).toBe(
      'LC 0417 of order PO-1182 was issued.',
    );
    expect(told('shipment.returned', happening({ awbNumber: '176-12345675', carrierName: 'DHL' }))).toEqual([
      'A shipment of order PO-1182 came back.',
      'Rina Akter recorded that the shipment 176-12345675 with DHL of order PO-1182 of ANABIA was returned.',
    ]);
    expect(
      told(
        'production_metric.recorded',
        happening({
          date: '2026-11-20',
          unit: 'kg',
          knittedQuantity: '400',
          dyedQuantity: '0',
          finishedQuantity: '250.5',
        }),
      ),
    ).toEqual([
      'Output of 20 Nov 2026 was entered for order PO-1182.',
      'Rina Akter entered 400 kg knitted and 250.5 kg finished for order PO-1182 of ANABIA.',
    ]);
    const entry = { stage: 'knitting', entryDate: '2026-11-20', quantity: '205', unit: 'kg' };
    expect(told('production_entry.recorded', happening({ ...entry, others: 3 }))).toEqual([
      'Output of 20 Nov 2026 was entered for order PO-1182.',
      'Rina Akter entered 205 kg knitted of Black and 3 more figures for order PO-1182 of ANABIA.',
    ]);
  });

  it('tell who is to do a task its number and nothing else of the order', () => {
    const task = happening({ title: 'Chase the second lab dip.', dueDate: '2026-11-24' });
    expect(told('task.created', task)).toEqual([
      'Rina Akter gave you a task on order PO-1182.',
      'Rina Akter asks you, for order PO-1182: “Chase the second lab dip”, by 24 Nov 2026.',
    ]);
    const sentences = Object.keys(NOTICES).filter((name) => name.startsWith('task.'));
    for (const name of sentences) expect(told(name, task).join()).not.toMatch(/ANABIA|Black/);
  });

  it('tell both sides of an order that was handed over', () => {
    const handed = happening({ predecessorId: 'mitu', merchandiserId: 'rafi', assigneeName: 'Rafi Khan' });
    expect(told('order.assigned', { ...handed, hearerId: 'rafi' })).toEqual([
      'Order PO-1182 is yours now.',
      'Rina Akter handed order PO-1182 of ANABIA over to you.',
    ]);
    expect(told('order.assigned', { ...handed, hearerId: 'mitu' })).toEqual([
      'Order PO-1182 is no longer yours.',
      'Rina Akter handed order PO-1182 of ANABIA over to Rafi Khan. It has left your list.',
    ]);
  });

  it('tell apart whom a comment mentions', () => {
    const comment = happening({ body: '@Mitu Das the dip\nis here.', newlyMentionedIds: ['mitu'] });
    expect(told('comment.written', { ...comment, hearerId: 'mitu' })).toEqual([
      'Rina Akter mentioned you on order PO-1182.',
      'Rina Akter wrote on order PO-1182 of ANABIA: “@Mitu Das the dip is here”.',
    ]);
    expect(told('comment.written', { ...comment, hearerId: 'rafi' })[0]).toBe('Rina Akter commented on order PO-1182.');
    expect(told('comment.written', happening({ body: 'x'.repeat(5_000) }))[1]!.length).toBeLessThan(500);
  });

  it.each(Object.keys(NOTICES))('%s is a sentence even where the event says little', (name) => {
    for (const happened of [happening({}), happening({}, { actorName: null, lineName: null })]) {
      for (const sentence of told(name, happened)) {
        expect(sentence).toContain('PO-1182');
        expect(sentence).toMatch(/^[A-Z].*\.$/);
        expect(sentence).not.toMatch(/undefined|null|NaN|_| {2}/);
      }
      expect(NOTICES[name]!.title(happened).length).toBeLessThanOrEqual(255);
    }
  });

  it('warn of what needs somebody', () => {
    const warnings = Object.keys(NOTICES).filter((name) => NOTICES[name]!.severity === 'warning');
    expect(warnings.sort()).toEqual([
      'deletion_request.declined',
      'deletion_request.made',
      'gate.overridden',
      'gate.reminded',
      'incident.reported',
      'line.deleted',
      'line.revised',
      'line.split',
      'order.revised',
      'proforma_invoice.cancelled',
      'proforma_invoice.returned',
      'sample.rejected',
      'shipment.returned',
    ]);
  });
});
