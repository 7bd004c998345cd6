import { OrderLine } from '../orders/line/line.entity';
import { Order } from '../orders/order/order.entity';
import type { Affected } from '../orders/revision/order-impact';
import { yarnImpact } from './yarn-impact';

const order = new Order();
const line = Object.assign(new OrderLine(), {
  id: 'white',
  quantity: '1000',
  unit: 'kg',
  yarnRequired: '1056.000',
  finishedFabricQuantity: '1000.000',
  finishedFabricUnit: 'kg',
});

function affected(after: Partial<OrderLine>): Promise<Affected[]> {
  const changed = Object.assign(new OrderLine(), line, after);
  return yarnImpact.affectedBy({
    before: { order, lines: [line] },
    after: { order, lines: [changed] },
    line: changed,
    figures: { before: {}, after },
  });
}
const said = async (after: Partial<OrderLine>) =>
  (await affected(after)).map(({ title, sentence }) => [title, sentence]);

describe('what another quantity does to the yarn', () => {
  it('says what it was worked out for, and what it would be', async () => {
    expect(await said({ quantity: '800' })).toEqual([
      ['Yarn to book', '1,056 kg were worked out for 1,000 kg; for 800 kg it would be about 845 kg.'],
      ['Finished fabric needed', '1,000 kg were worked out for 1,000 kg; for 800 kg it would be about 800 kg.'],
    ]);
  });

  it('does not reckon where units do not convert', async () => {
    expect((await said({ unit: 'pieces' }))[0]?.[1]).toBe(
      '1,056 kg were worked out for 1,000 kg and have to be worked out anew.',
    );
  });

  it('is not asked for another day or price', async () => {
    expect(await said({ etd: '2027-01-05', provaPrice: '3' })).toEqual([]);
  });
});
