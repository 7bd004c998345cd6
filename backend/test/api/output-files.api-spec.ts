import { addDays, today } from '../../src/platform/values/day';
import { dayWords } from '../../src/platform/values/words';
import type { GivenOrder } from '../support/given';
import { House } from '../support/house';
import { statementsDuring } from '../support/statements';

const TODAY = today('Asia/Dhaka');
const YESTERDAY = addDays(TODAY, -1);

interface Reading {
  counts: Record<'ready' | 'known' | 'standing' | 'faulty', number>;
  numbers: {
    row: number;
    cell: string;
    state: string;
    day: string;
    lineLabel: string | null;
    orderLineId: string | null;
    stage: string;
    quantity: string;
    unit: string;
    shift: string | null;
    standingQuantity: string | null;
    faults: { cell: string; sentence: string }[];
  }[];
}
interface Entered {
  entered: { id: string; orderLineId: string; stage: string; quantity: string; unit: string; deviceKey: string }[];
  leftOut: number;
}
interface Problem {
  code: string;
  detail: string;
  faults: { cell: string }[];
  errors: Record<string, string[]>;
}

let house: House;
let order: GivenOrder;
beforeAll(async () => {
  house = await House.open();
  order = await house.given.order({ orderNumber: 'PO-77 / A' });
});
afterAll(() => house?.close());

const me = () => house.as('merchandiser');
const csv = (...rows: string[][]) => Buffer.from(rows.map((row) => row.join(',')).join('\n'));
const HEAD = ['Date', 'P.O. No.', 'Style', 'Colour', 'Process', 'Qty', 'UOM', 'Shift'];
const read = <T = Reading>(file: Buffer, name = 'output.csv') =>
  me().upload<T>('/production-files/reading/', file, name);
const enter = <T = Entered>(file: Buffer, query = '') =>
  me().upload<T>(`/production-files/${query}`, file, 'output.csv');

describe('files of output', () => {
  it('are for who may write of the order; of others’ orders they know nothing', async () => {
    const file = csv(HEAD, [TODAY, 'PO-77A', '', 'White', 'Knitting', '205', 'kg', '']);
    const none = await house.anonymous.post('/production-files/');
    expect(none.status).toBe(401);
    const other = await house.as('colleague').upload<Reading>('/production-files/reading/', file, 'output.csv');
    expect(other.body.numbers[0]).toMatchObject({ state: 'faulty', faults: [{ cell: 'B2' }] });
    const seen = await house.as('manager').upload<Reading>('/production-files/reading/', file, 'output.csv');
    expect(seen.body.counts).toMatchObject({ ready: 1, faulty: 0 });
  });

  it('say at its cell what is wrong, and nothing is entered while anything is', async () => {
    const file = csv(
      HEAD,
      [YESTERDAY, 'PO-77A', 'MT-2291', 'White', 'Knitting', '1,205 kg'.replace(',', ''), '', 'A'],
      [addDays(TODAY, 3), 'PO-77A', '', 'White', 'Knitting', '10', 'kg', ''],
      ['soon', 'PO-9999', '', '', 'Weaving', '-4', 'bales', ''],
      [YESTERDAY, 'PO-77A', '', 'Purple', 'Sewing', '0.5', 'pcs', ''],
      [YESTERDAY, 'PO-77A', '', '', 'Sewing', '5', 'pcs', ''],
      ['', '', '', '', 'Dyeing', '', '', ''],
    );
    const { body } = await read(file);
    expect(body.counts).toEqual({ ready: 1, known: 0, standing: 0, faulty: 5 });
    expect(body.numbers[0]).toMatchObject({
      ...{
        row: 2,
        cell: 'F2',
        state: 'ready',
        day: YESTERDAY,
        lineLabel: 'MT-2291 · White',
        quantity: '1205',
        unit: 'kg',
      },
      shift: 'A',
    });
    expect(body.numbers.slice(1).map(({ faults }) => faults.map(({ cell }) => cell))).toEqual([
      ['A3'],
      ['A4', 'E4', 'G4', 'F4', 'B4'],
      ['F5', 'D5'],
      ['B6'],
      ['row 7', 'row 7', 'row 7'],
    ]);
    expect(body.numbers[1]!.faults[0]!.sentence).toBe(`${dayWords(addDays(TODAY, 3))} is still to come.`);
    expect(body.numbers[3]!.faults[1]!.sentence).toBe('PO-77A has no colour “Purple”; it has “White”, “Black”.');
    const refused = await enter<Problem>(file);
    expect([refused.status, refused.body.code, refused.body.faults.length]).toEqual([422, 'output_file.faulty', 12]);
    const { body: standing } = await me().get<{ count: number }>(`/production-entries/?orderId=${order.id}`);
    expect(standing.count).toBe(0);
  });

  it('enter all of it once, however often the file comes', async () => {
    const file = csv(
      HEAD,
      [YESTERDAY, 'po 77-a', 'MT-2291', 'White', 'Knitting', '205', 'kg', 'A'],
      [YESTERDAY, 'po 77-a', 'MT-2291', 'White', 'Knitting', '190', 'kg', 'B'],
      [YESTERDAY, 'po 77-a', 'MT-2291', 'Black', 'Sewing', '400', '', ''],
    );
    const { status, body } = await enter(file);
    expect([status, body.leftOut]).toEqual([201, 0]);
    expect(body.entered.map(({ quantity, unit }) => `${quantity} ${unit}`)).toEqual(['205 kg', '190 kg', '400 pieces']);
    const [first] = body.entered;
    expect(await house.eventNamesOf(first!.id)).toEqual(['production_entry.recorded']);
    expect((await read(file)).body.counts).toEqual({ ready: 0, known: 3, standing: 0, faulty: 0 });
    expect((await enter(file)).body).toEqual({ entered: [], leftOut: 3 });
    const { body: sheet } = await me().get<{ results: object[] }>(`/production/metrics/?orderId=${order.id}`);
    expect(sheet.results).toMatchObject([{ date: YESTERDAY, knittedQuantity: '395', computed: true }]);
  });

  it('leave out what differs from what stands, unless it is another lot', async () => {
    const file = csv(HEAD, [YESTERDAY, 'PO-77A', 'MT-2291', 'Black', 'Sewing', '60', 'pcs', '']);
    expect((await read(file)).body.numbers[0]).toMatchObject({ state: 'standing', standingQuantity: '400' });
    expect((await enter(file)).body).toEqual({ entered: [], leftOut: 1 });
    const { body } = await enter(file, '?standing=enter');
    expect(body).toMatchObject({ entered: [{ quantity: '60' }], leftOut: 0 });
    expect((await enter(file, '?standing=enter')).body).toMatchObject({ leftOut: 1 });
    expect((await enter<Problem>(file, '?standing=perhaps')).status).toBe(400);
  });

  it('may have a column for each stage, and wait for the gate of the first dyeing', async () => {
    const { orderNumber } = await house.given.order({
      styles: [{ styleNumber: 'LP-1', lines: [{ colorName: 'Sand', quantity: '900', unit: 'kg' }] }],
    });
    const file = csv(
      ['Production of the week'],
      ['Order no.', 'Day', 'Knitted (kg)', 'Dyed (kg)', 'Finished'],
      [orderNumber, YESTERDAY, '120', '80', '0'],
      [orderNumber, TODAY, '110', '', ''],
    );
    const { body } = await read(file);
    expect(body.numbers.map(({ cell, stage, quantity }) => `${cell} ${stage} ${quantity}`)).toEqual([
      'C3 knitting 120',
      'D3 dyeing 80',
      'C4 knitting 110',
    ]);
    const shut = await enter<Problem>(file);
    expect([shut.status, shut.body.code]).toEqual([409, 'gate.not_passed']);
    const passed = await enter(file, '?overrideReason=Entered%20late.');
    expect(passed.body.entered).toHaveLength(3);
  });

  it('are refused as a whole where they hold no output, or are none', async () => {
    const { status, body } = await read<Problem>(csv(['Colour', 'Price'], ['White', '2']));
    expect([status, body.code]).toEqual([422, 'output_file.no_headings']);
    expect((await read<Problem>(Buffer.from('%PDF-1.7'), 'output.pdf')).status).toBe(422);
  });

  it('are read in a few statements, however many rows they have', async () => {
    const rows = Array.from({ length: 300 }, (_, at) => [
      addDays(TODAY, -at),
      'PO-77A',
      '',
      'White',
      'Packing',
      '5',
      'pcs',
      '',
    ]);
    const { statements } = await statementsDuring(() => read(csv(HEAD, ...rows)));
    expect(statements).toHaveLength(2);
  });
});
