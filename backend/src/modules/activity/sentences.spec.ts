import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sentenceOf, SENTENCES, thingOf } from './sentences';
import { changesOf, reasonOf, toldOf, type Names } from './told';

type Data = Record<string, unknown>;

const nobody: Names = { lineName: null, styleNumber: null, heirName: null };
const nowhere = { unit: null, currency: null, people: {}, zone: 'Asia/Dhaka' };
const black: Names = { ...nobody, lineName: 'BLACK', styleNumber: 'MT-2291' };

const sentence = (name: string, data: Data, names = black, origin: Data = {}) =>
  sentenceOf(toldOf({ name, subjectType: name.split('.')[0]!, data }, origin, names));

/** Every event name that the code can record: `readonly name = 'sample.rejected'` in the events files. */
function eventNames(): string[] {
  const modules = join(__dirname, '..');
  return readdirSync(modules, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('events.ts'))
    .flatMap((file) => [
      ...readFileSync(join(modules, file), 'utf8').matchAll(/readonly name(?::\s*string)? = '([a-z_.]+)'/g),
    ])
    .map(([, name]) => name!);
}

describe('the sentence of an event', () => {
  it.each([
    [
      'mill_offer.chosen',
      { after: { chosen: true }, mill: 'Padma', price: '5.35', currency: 'USD', unit: 'kg', formerMill: 'Square' },
      'chose the offer of Padma at USD 5.35/kg for BLACK instead of Square',
    ],
    [
      'mill_offer.deleted',
      { before: { millName: 'Padma', price: '5.35', currency: 'USD', unit: 'kg' }, after: {} },
      'removed the offer of Padma for BLACK',
    ],
    [
      'supplier_delivery.recorded',
      { after: { deliveredQuantity: '1200', unit: 'yards', deliveryDate: '2026-11-20', challanNumber: 'CH-7' } },
      'recorded that 1,200 yd for BLACK came on 20 Nov 2026, challan CH-7',
    ],
    [
      'supplier_delivery.deleted',
      { before: { deliveredQuantity: '1200', unit: 'yards' }, after: {} },
      'removed the delivery of 1,200 yd for BLACK',
    ],
    [
      'sample.rejected',
      { type: 'lab_dip', version: 1, reason: 'Too red under D65.' },
      'rejected lab dip round 1 for BLACK: “Too red under D65”',
    ],
    [
      'sample.decision_taken_back',
      { type: 'lab_dip', version: 2 },
      'took back that the buyer decided on lab dip round 2 for BLACK',
    ],
    ['sample.approved', { type: 'pp_sample', version: 2, notes: null }, 'approved PP sample round 2 for BLACK'],
    [
      'sample.submitted',
      { type: 'lab_dip', version: 1, after: { recipient: 'Anna', courierName: 'DHL', awbNumber: '176-12345675' } },
      'sent lab dip round 1 for BLACK to Anna by DHL, AWB 176-12345675',
    ],
    [
      'sample.approved',
      { type: 'lab_dip', version: 2, option: 'B', condition: 'If bulk is bluer.', notes: null },
      'approved option B of lab dip round 2 for BLACK on the condition “If bulk is bluer.”',
    ],
    [
      'gate.reminded',
      { gate: 'Lab dip', holder: 'buyer', daysHeld: 6, notes: 'Dear ANABIA, …' },
      'reminded the buyer of Lab dip for BLACK after 6 days',
    ],
    [
      'sample.received',
      { type: 'lab_dip', version: 1, after: { receivedOn: '2026-11-08' } },
      'recorded that the buyer got lab dip round 1 for BLACK on 8 Nov 2026',
    ],
    [
      'sample.option_updated',
      { type: 'lab_dip', version: 1, option: 'A', after: { verdict: 'rejected', remarks: 'Too red.' } },
      'rejected option A of lab dip round 1 for BLACK: “Too red.”',
    ],
    [
      'sample.option_updated',
      { type: 'lab_dip', version: 1, option: 'A', before: { notes: null }, after: { notes: 'Reactive' } },
      'set the notes of option A of lab dip round 1 for BLACK to “Reactive”',
    ],
    [
      'sample.measured',
      {
        type: 'lab_dip',
        version: 1,
        illuminant: 'D65',
        observer: '10',
        verdicts: [
          { label: 'A', passes: true },
          { label: 'B', passes: false },
        ],
      },
      'measured lab dip round 1 for BLACK under D65, 10°: A passes, B fails',
    ],
    [
      'line.revised',
      {
        before: { quantity: '44640' },
        after: { quantity: '40000' },
        number: 2,
        agreedBy: 'Anna Berg',
        reason: 'The buyer cut it.',
      },
      'changed the quantity of BLACK from 44640 to 40000 (revision 2, agreed with Anna Berg): “The buyer cut it”',
    ],
    [
      'line.revised',
      {
        before: { status: 'running' },
        after: { status: 'in_development' },
        number: 3,
        agreedBy: 'Anna Berg',
        reason: 'The shade is open again.',
      },
      'moved BLACK back from running to in development (revision 3, agreed with Anna Berg): “The shade is open again”',
    ],
    [
      'line.deleted',
      {
        before: { label: 'MT-2291 · Navy' },
        after: {},
        number: 4,
        agreedBy: 'Anna Berg',
        reason: 'Dropped by the buyer',
      },
      'removed the line MT-2291 · Navy (revision 4, agreed with Anna Berg): “Dropped by the buyer”',
    ],
    [
      'order.status_changed',
      { before: { status: 'upcoming' }, after: { status: 'running' } },
      'moved the order from upcoming to running',
    ],
    ['order.converted', { before: { orderType: 'foreign' }, after: { orderType: 'local' } }, 'made the order local'],
    [
      'order.created',
      { before: {}, after: { orderNumber: 'PO-2', lines: 2 }, copyOf: 'PO-1' },
      'created order PO-2 with 2 lines as a copy of PO-1',
    ],
    [
      'sample.file_attached',
      {
        type: 'lab_dip',
        version: 1,
        before: { attachment: null },
        after: { attachment: { fileName: 'dip.png', size: 9 } },
      },
      'attached dip.png to lab dip round 1 for BLACK',
    ],
    [
      'document.added',
      { after: { fileName: 'dip.png', category: 'sample', subcategory: 'lab_dip' } },
      'added dip.png as lab dip for BLACK',
    ],
    [
      'document.version_added',
      { after: { fileName: 'PI-00012 revised.pdf', version: 2 }, replaced: { fileName: 'PI-00012.pdf', version: 1 } },
      'added version 2 of a document: PI-00012 revised.pdf',
    ],
    ['document.deleted', { before: { isCurrent: true }, fileName: 'dip.png' }, 'moved dip.png to the trash'],
    ['shipment.file_removed', { before: { documents: { fileName: 'awb.pdf' } } }, 'removed awb.pdf from a shipment'],
    [
      'proforma_invoice.pdf_added',
      { piNumber: 'PI-00012', before: { pdf: null }, after: { pdf: { fileName: 'PI-00012.pdf' } } },
      'attached PI-00012.pdf to PI-00012',
    ],
    [
      'proforma_invoice.raised',
      { after: { piNumber: 'PI-00012', amount: '158466', currency: 'USD' } },
      'raised PI-00012 for USD 158,466.00',
    ],
    [
      'proforma_invoice.cancelled',
      { piNumber: 'PI-00012', reason: 'Replaced by PI-00013.' },
      'cancelled PI-00012: “Replaced by PI-00013”',
    ],
    ['letter_of_credit.issued', { lcNumber: 'DC-7741' }, 'marked LC DC-7741 as issued'],
    [
      'letter_of_credit.recorded',
      { after: { lcNumber: 'LC-00003', amount: '1000', currency: 'JPY' } },
      'recorded LC-00003 for JPY 1,000',
    ],
    [
      'line.status_changed',
      { before: { status: 'upcoming' }, after: { status: 'running' } },
      'moved the line from upcoming to running',
    ],
    [
      'line.updated',
      { before: { etd: '2027-01-05' }, after: { etd: '2027-01-09' } },
      'changed the ETD of BLACK from 5 Jan 2027 to 9 Jan 2027',
    ],
    [
      'line.updated',
      { before: { provaPrice: '2.4500' }, after: { provaPrice: '2.40' } },
      'changed the price of BLACK from 2.45 to 2.4',
    ],
    ['line.added', { after: { label: 'MT-2291 · Navy' } }, 'added the line MT-2291 · Navy'],
    ['line.deleted', { before: { label: 'MT-2291 · Navy' }, after: {} }, 'removed the line MT-2291 · Navy'],
    ['style.updated', { before: { notes: null }, after: { notes: 'x' } }, 'set the notes of style MT-2291 to “x”'],
    ['style.added', { after: { styleNumber: 'MT-9', lines: 1 } }, 'added style MT-9 with 1 line'],
    ['order.created', { after: { orderNumber: 'PO-1182', lines: 2 } }, 'created order PO-1182 with 2 lines'],
    ['order.updated', { before: { season: 'SS27' }, after: { season: null } }, 'cleared the season of the order'],
    [
      'order.updated',
      { before: { eta: null }, after: { eta: '2027-01-25' } },
      'set the ETA of the order to 25 Jan 2027',
    ],
    [
      'order.updated',
      { before: {}, after: { etd: 'a', gsm: 'b', notes: 'c' } },
      'changed the ETD, GSM and notes of the order',
    ],
    [
      'order.updated',
      { before: {}, after: { etd: 'a', gsm: 'b', notes: 'c', unit: 'd' } },
      'changed the ETD, GSM and 2 more fields of the order',
    ],
    [
      'order.stage_changed',
      { before: { currentStage: 'Design' }, after: { currentStage: 'Greige' } },
      'moved the order from Design to Greige',
    ],
    [
      'order.stage_changed',
      { before: { currentStage: 'Delivered' }, after: { currentStage: 'Production', actualDeliveryDate: null } },
      'took the delivery back and moved the order to Production',
    ],
    ['order.delivered', { after: { actualDeliveryDate: '2026-11-20' } }, 'marked the order delivered on 20 Nov 2026'],
    ['order.imported', { after: { fileName: 'TNA.xls' } }, 'brought the order in from TNA.xls'],
    [
      'approval.recorded',
      { before: { labDip: null }, after: { labDip: 'approved' }, notes: 'Matches.' },
      'recorded lab dip for BLACK as approved: “Matches”',
    ],
    [
      'approval.recorded',
      { before: { ppSample: null }, after: { ppSample: 'resubmission' } },
      'recorded PP sample for BLACK as submitted again',
    ],
    ['approval.recorded', { before: { aop: 'approved' }, after: { aop: null } }, 'cleared AOP for BLACK'],
    [
      'approval.recorded',
      { after: { custom_fit: 'approved' }, gate: 'Fit check', condition: 'Bulk a shade bluer.' },
      'recorded Fit check for BLACK as approved on the condition “Bulk a shade bluer”',
    ],
    [
      'plan.laid_back',
      { after: { dyeingStart: '2026-12-01' }, etd: '2027-01-05', happened: { labDipSubmitted: '2026-11-03' } },
      'laid the plan for BLACK back from 5 Jan 2027: 1 day moved, 1 step had happened already',
    ],
    ['gate.added', { after: { gate: 'Fit check' } }, 'added the gate Fit check for BLACK'],
    [
      'line.short_closed',
      { before: { status: 'bulk' }, after: { status: 'completed' }, reason: 'The mill ran out of yarn.' },
      'closed BLACK short: “The mill ran out of yarn”',
    ],
    [
      'line.gates_relaid',
      {
        before: {},
        after: {},
        set: 'Printed (AOP)',
        come: ['Strike-off', 'AOP'],
        gone: ['Handloom'],
        kept: ['Quality'],
      },
      'laid the gates of BLACK anew for Printed (AOP): added Strike-off, AOP; took off Handloom; kept Quality, as decided',
    ],
    ['gate.removed', { before: { gate: 'AOP' } }, 'took the gate AOP off BLACK'],
    [
      'gate.handed_over',
      {
        before: { holder: 'buyer' },
        after: { holder: 'mill' },
        gate: 'Lab dip',
        holder: 'mill',
        notes: 'Redder, please.',
      },
      'recorded Lab dip for BLACK as at the mill: “Redder, please”',
    ],
    ['gate.condition_met', { gate: 'Lab dip' }, 'ticked the condition of Lab dip for BLACK'],
    [
      'gate.overridden',
      { step: 'dyeing', reason: 'The slot would be lost.' },
      'began dyeing before the lab dip was approved for BLACK: “The slot would be lost”',
    ],
    [
      'milestone.written',
      { milestone: 'knittingStart', after: { actualOn: '2026-11-20', state: 'done' } },
      'recorded knitting start for BLACK on 20 Nov 2026',
    ],
    [
      'milestone.written',
      { milestone: 'ppYards', after: { plannedOn: '2026-12-01' } },
      'planned PP yards for BLACK for 1 Dec 2026',
    ],
    [
      'milestone.written',
      { milestone: 'exFactory', before: { plannedOn: '2026-12-01' }, after: { plannedOn: '2026-12-09' } },
      'moved the plan of ex-factory for BLACK from 1 Dec 2026 to 9 Dec 2026',
    ],
    [
      'milestone.written',
      { milestone: 'printSent', after: { state: 'not_applicable' } },
      'marked print sent for BLACK as not applicable',
    ],
    [
      'milestone.written',
      { milestone: 'printSent', before: { note: 'a' }, after: { note: 'b' } },
      'changed the note of print sent for BLACK from “a” to “b”',
    ],
    ['plan.laid', { after: { steps: 22 } }, 'laid a plan of 22 steps for BLACK'],
    [
      'shipment.created',
      { after: { awbNumber: '176-12345675', carrierName: 'DHL' } },
      'booked shipment 176-12345675 with DHL',
    ],
    [
      'shipment.file_attached',
      { awbNumber: '176-12345675', carrierName: 'DHL', after: { documents: { fileName: 'awb.pdf' } } },
      'attached awb.pdf to shipment 176-12345675 with DHL',
    ],
    [
      'shipment.delivered',
      { carrierName: 'DHL', awbNumber: null, after: { deliveredOn: '2026-11-20' } },
      'recorded that a shipment with DHL was delivered on 20 Nov 2026',
    ],
    [
      'production_metric.recorded',
      {
        after: { date: '2026-11-20', unit: 'kg', knittedQuantity: '400', dyedQuantity: '0', finishedQuantity: '250.5' },
      },
      'entered the output of 20 Nov 2026: 400 kg knitted, 250.5 kg finished',
    ],
    [
      'task.created',
      {
        after: { title: 'Chase the dip' },
        title: 'Chase the dip',
        assignedToId: 'a',
        assignedById: 'b',
        assigneeName: 'Rafi',
      },
      'gave the task “Chase the dip” for BLACK to Rafi',
    ],
    [
      'task.created',
      { title: 'Chase the dip', assignedToId: 'a', assignedById: 'a', assigneeName: 'Rina' },
      'added the task “Chase the dip” for BLACK',
    ],
    [
      'task.completed',
      { title: 'Chase the dip', closedByGate: 'labDip' },
      'approved the lab dip, so the task “Chase the dip” for BLACK is done',
    ],
    [
      'task.assigned',
      { title: 'Chase the dip', assigneeName: null },
      'took the task “Chase the dip” for BLACK from its assignee',
    ],
    ['comment.written', { after: { body: 'Dip R2\ncouriered' } }, 'commented on BLACK: “Dip R2 couriered”'],
    [
      'comment.removed',
      { before: { body: 'Dip R2' }, sampleId: 's' },
      'removed a comment on a sample for BLACK: “Dip R2”',
    ],
    [
      'production_entry.recorded',
      { after: { stage: 'knitting', entryDate: '2026-11-20', quantity: '205', unit: 'kg' } },
      'entered 205 kg knitted for BLACK on 20 Nov 2026',
    ],
    [
      'production_entry.corrected',
      {
        before: { quantity: '205' },
        after: { quantity: '190' },
        stage: 'knitting',
        entryDate: '2026-11-20',
        unit: 'kg',
        reason: 'Roll 14 was counted twice.',
      },
      'changed the quantity of the output of knitting for BLACK on 20 Nov 2026 from 205 kg to 190 kg: “Roll 14 was counted twice”',
    ],
    [
      'production_entry.removed',
      {
        before: { stage: 'sewing', entryDate: '2026-11-20', quantity: '900', unit: 'pieces' },
        after: {},
        stage: 'sewing',
        entryDate: '2026-11-20',
        unit: 'pieces',
      },
      'removed 900 pcs sewn for BLACK on 20 Nov 2026',
    ],
    ['production_metric.deleted', { before: { date: '2026-11-20' }, after: {} }, 'removed the output of 20 Nov 2026'],
  ] as [string, Data, string][])('%s %j', (name, data, expected) => {
    expect(sentence(name, data)).toBe(expected);
  });

  it('says figures with the unit and the currency of the line', () => {
    const told = toldOf(
      {
        name: 'line.updated',
        subjectType: 'line',
        data: { before: { quantity: '20040' }, after: { quantity: '21000.000' } },
      },
      {},
      black,
    );
    expect(sentenceOf({ ...told, unit: 'pieces' })).toBe('changed the quantity of BLACK from 20,040 pcs to 21,000 pcs');
    const priced = { ...told, before: { provaPrice: '2.4500' }, after: { provaPrice: '2.4' }, currency: 'USD' };
    expect(sentenceOf(priced)).toBe('changed the price of BLACK from USD 2.45 to USD 2.40');
  });

  it('takes what the event itself does not say from the first event of its subject', () => {
    const raised = { before: {}, after: { piNumber: 'PI-00012', amount: '100', currency: 'USD' } };
    expect(sentence('proforma_invoice.confirmed', { after: { status: 'confirmed' } }, nobody, raised)).toBe(
      'confirmed PI-00012 for USD 100.00',
    );
  });

  it('names to whom an order was handed', () => {
    expect(sentence('order.assigned', {}, { ...nobody, heirName: 'Rafi Islam' })).toBe(
      'handed the order over to Rafi Islam',
    );
  });

  it('reads well enough for an event that has no template', () => {
    expect(sentence('letter_of_credit.discounted', { reason: 'Late ship date' }, nobody)).toBe(
      'discounted the letter of credit: “Late ship date”',
    );
    expect(sentence('user.password_changed', {}, nobody)).toBe('password changed (user)');
    expect(sentence('parcel.scanned', {})).toBe('scanned the parcel for BLACK');
  });
});

describe('every event of the code', () => {
  const names = [...new Set([...eventNames(), ...Object.keys(SENTENCES)])];

  it('is found', () => {
    expect(eventNames().length).toBeGreaterThan(40);
    expect(eventNames()).toEqual(expect.arrayContaining(['order.created', 'sample.rejected', 'milestone.written']));
  });

  it.each(names)('%s is a sentence, whatever is known of it', (name) => {
    const id = '0197a2f4-6d0e-7c3a-9b1f-2f6f5a4d3c21';
    const odd = { status: 7, labels: ['a'], nested: { a: 1 }, id, flag: true, text: 'x'.repeat(500) };
    const datas: Data[] = [
      {},
      { before: {}, after: {} },
      { before: odd, after: odd, ...odd },
      { before: null, after: 'text' },
    ];
    for (const data of datas)
      for (const known of [nobody, black]) {
        const written = sentence(name, data, known);
        expect(written).toMatch(/^[a-z]/);
        expect(written).not.toMatch(/undefined|null|NaN|\[object|_| {2}|\s$/);
        expect(written).not.toContain(id);
        expect(written.length).toBeLessThan(200);
      }
  });
});

describe('what a deletion took away', () => {
  const thing = (name: string, data: Data) =>
    thingOf(toldOf({ name, subjectType: name.split('.')[0]!, data }, {}, black));

  it('begins with a capital, but a file is called as it is written', () => {
    expect(thing('document.deleted', { before: { isCurrent: true }, fileName: 'dip report.pdf' })).toBe(
      'dip report.pdf',
    );
    const offer = { before: { millName: 'Padma', price: '5.35', currency: 'USD', unit: 'kg' }, after: {} };
    expect(thing('mill_offer.deleted', offer)).toBe('Offer of Padma for BLACK');
  });
});

describe('what an event changed', () => {
  it('is told field by field, as text', () => {
    expect(
      changesOf({ before: { etd: '2027-01-05', notes: null }, after: { etd: null, steps: 3, tags: ['a'] } }, nowhere),
    ).toEqual([
      { field: 'etd', label: 'ETD', before: '2027-01-05', after: null, beforeText: '5 Jan 2027', afterText: null },
      { field: 'notes', label: 'Notes', before: null, after: null, beforeText: null, afterText: null },
      { field: 'steps', label: 'Steps', before: null, after: '3', beforeText: null, afterText: '3' },
      { field: 'tags', label: 'Tags', before: null, after: '["a"]', beforeText: null, afterText: 'a' },
    ]);
    expect(changesOf({}, nowhere)).toEqual([]);
  });

  it('has the reason that was given, if any', () => {
    expect(reasonOf({ reason: ' Too red\nunder D65. ' })).toBe('Too red under D65');
    expect(reasonOf({ reason: '', notes: 'Matches' })).toBe('Matches');
    expect(reasonOf({ notes: null })).toBeNull();
  });
});
